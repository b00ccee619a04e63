import { z } from 'zod';
import { textField } from './person.ts';
import type { QuestionSet, RatingSettings } from './rating-settings.ts';

/** One answer on satisfaction: without the person, without the case (NĐ 118/2025/NĐ-CP Đ29.3). */

/** With which paper or act the code went out (TT 01/2018/TT-VPCP Đ12.2). */
export const ratingStages = ['reception', 'supplement', 'rejection', 'return'] as const;
export type RatingStage = (typeof ratingStages)[number];

/** On the office's own screen, or on paper and typed in afterwards, with the code that stood on it or without. */
export const ratingSources = ['ownScreen', 'paper', 'uncodedPaper'] as const;
export type RatingSource = (typeof ratingSources)[number];

/** 1 the worst; the best is the scale. */
const markSchema = z.int().min(1).max(5);

export const answerSchema = z.object({
  mark: markSchema,
  /** Marks of the optional questions, by their code. */
  marks: z
    .record(z.string().regex(/^[a-zA-Z0-9]{1,30}$/), markSchema)
    .refine((marks) => Object.keys(marks).length <= 30)
    .default({}),
  reasons: z.array(textField(40)).max(12).default([]),
  comment: textField(300).default(''),
});
export type RatingAnswer = z.output<typeof answerSchema>;

/** What a mark of a scale counts as: low ones go to the leader the same day. */
export function isLowMark(mark: number, scale: 3 | 5, lowAtOrBelow: { of3: number; of5: number }): boolean {
  return mark <= (scale === 3 ? lowAtOrBelow.of3 : lowAtOrBelow.of5);
}

/** From which mark down "Điều gì chưa tốt?" is asked: the three lower faces of five, the lowest of three. */
export function asksReasons(mark: number, scale: 3 | 5): boolean {
  return mark <= (scale === 3 ? 1 : 3);
}

/** Whether a mark counts as satisfied: "Hài lòng" and better. */
export function isSatisfied(mark: number, scale: 3 | 5): boolean {
  return mark >= (scale === 3 ? 2 : 4);
}

/** The set that is asked: the office's own wording before the shipped one; the first shipped when neither is there. */
export function questionSetOf(
  { questionSet, ownSets }: Pick<RatingSettings, 'questionSet' | 'ownSets'>,
  shipped: readonly QuestionSet[],
): QuestionSet {
  const found = [...ownSets, ...shipped].find(({ code }) => code === questionSet) ?? shipped[0];
  if (found === undefined) throw new RangeError('no question set is shipped');
  return found;
}

/** What is wrong with an answer to this set and scale: the fields, as `invalidInput` names them; empty when nothing. */
export function answerFaults(
  answer: RatingAnswer,
  set: QuestionSet,
  scale: 3 | 5,
): Record<string, 'tooBig' | 'choice'> {
  const { mark, marks, reasons } = answer;
  const asked = new Set(set.questions.map(({ code }) => code));
  const faults: Record<string, 'tooBig' | 'choice'> = {};
  if (mark > scale) faults.mark = 'tooBig';
  for (const [code, given] of Object.entries(marks)) {
    if (!asked.has(code)) faults[`marks.${code}`] = 'choice';
    else if (given > scale) faults[`marks.${code}`] = 'tooBig';
  }
  if (reasons.some((reason) => !set.reasons.includes(reason))) faults.reasons = 'choice';
  return faults;
}
