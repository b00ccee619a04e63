import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Publication, publications } from '../../../shared/domain/feedback-settings.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { publicationWords } from './tt01-words.ts';

/** Index 6 is not in any event: the leader answers it, and the answer stays until he changes it. */
export function PublicationAnswer() {
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
      <Segmented<Publication | ''>
        label="Công khai thủ tục"
        value={data.publication ?? ''}
        options={publications.map((value) => ({
          value,
          label: publicationWords[value],
          disabled: save.isPending,
        }))}
        onChange={(publication) => {
          if (publication !== '')
            save.mutate({ feedback: { ...data, publication }, was: { feedback: data } });
        }}
      />
      {save.error && <ErrorNotice error={save.error} />}
    </>
  );
}
