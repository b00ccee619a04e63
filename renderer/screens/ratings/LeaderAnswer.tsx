import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FeedbackSettings, oneStops, publications } from '../../../shared/domain/feedback-settings.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { indexWords, oneStopWords, publicationWords } from './tt01-words.ts';

const answers = { 5: optionsOf(oneStops, oneStopWords), 6: optionsOf(publications, publicationWords) };
const answerWith = {
  5: (value: string) => ({ oneStop: oneStops.find((one) => one === value) ?? null }),
  6: (value: string) => ({ publication: publications.find((one) => one === value) ?? null }),
};
const answerOf = {
  5: ({ oneStop }: FeedbackSettings) => oneStop,
  6: ({ publication }: FeedbackSettings) => publication,
};

/** Indices 5 and 6 are in no event: the leader answers them, and the answer stays until he changes it. */
export function LeaderAnswer({ index }: { index: 5 | 6 }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data } = useQuery(trpc.feedback.settings.queryOptions());
  const save = useMutation(
    trpc.setup.save.mutationOptions({
      onSettled: async () => {
        for (const queryKey of [trpc.feedback.pathKey(), trpc.tt01.pathKey()])
          await client.invalidateQueries({ queryKey });
      },
    }),
  );
  if (data === undefined) return null;
  return (
    <>
      <Segmented<string>
        label={indexWords[index]}
        value={answerOf[index](data) ?? ''}
        options={answers[index].map((option) => ({ ...option, disabled: save.isPending }))}
        onChange={(value) =>
          save.mutate({ feedback: { ...data, ...answerWith[index](value) }, was: { feedback: data } })
        }
      />
      {save.error && <ErrorNotice error={save.error} />}
    </>
  );
}

function optionsOf<Value extends string>(values: readonly Value[], words: Record<Value, string>) {
  return values.map((value) => ({ value, label: words[value] }));
}
