import type { QuestionSet, RatingSettings } from '../../../shared/domain/rating-settings.ts';

/** A set as typed: one question, one reason a line. */
export interface SetValues {
  code: string;
  name: string;
  source: string;
  main: string;
  questions: string;
  reasons: string;
  /** Codes of the questions as they were, so that answers stay with their question. */
  known: readonly { code: string; text: string }[];
}

export type RatingValues = Omit<RatingSettings, 'ownSets' | 'burstAtMinute' | 'leastToSplit'> & {
  ownSets: SetValues[];
  burstAtMinute: string;
  leastToSplit: string;
};

export const toSetValues = ({ questions, reasons, ...set }: QuestionSet): SetValues => ({
  ...set,
  questions: questions.map(({ text }) => text).join('\n'),
  reasons: reasons.join('\n'),
  known: questions,
});

export const toRatingValues = (settings: RatingSettings): RatingValues => ({
  ...settings,
  ownSets: settings.ownSets.map(toSetValues),
  burstAtMinute: String(settings.burstAtMinute),
  leastToSplit: String(settings.leastToSplit),
});

/** What the door takes. */
export const toRatingSettings = (values: RatingValues): RatingSettings => ({
  ...values,
  ownSets: values.ownSets.map(toSet),
  burstAtMinute: Number(values.burstAtMinute),
  leastToSplit: Number(values.leastToSplit),
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A question keeps its code while its words stay; put into other words at the same place, too. */
function toSet({ known, ...values }: SetValues): QuestionSet {
  const lines = linesOf(values.questions);
  const kept = lines.map(
    (text, index) =>
      known.find((one) => one.text === text)?.code ??
      (lines.length === known.length && !lines.includes(known[index]?.text ?? '')
        ? known[index]?.code
        : undefined),
  );
  let serial = 0;
  const fresh = (): string => {
    do serial++;
    while ([...kept, ...known.map(({ code }) => code)].includes(`q${serial}`));
    return `q${serial}`;
  };
  return {
    ...values,
    questions: lines.map((text, index) => ({ code: kept[index] ?? fresh(), text })),
    reasons: [...new Set(linesOf(values.reasons))],
  };
}

/** A code for one more set of the office. */
export function freshSetCode(sets: readonly { code: string }[]): string {
  let serial = 1;
  while (sets.some(({ code }) => code === `own${serial}`)) serial++;
  return `own${serial}`;
}
