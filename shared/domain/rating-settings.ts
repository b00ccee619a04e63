import { z } from 'zod';
import { codedRows, requiredText, textField } from './person.ts';

/** How a ward asks for satisfaction (rules §9): scale, questions, and whether an answer names the clerk. */

export const ratingScales = [3, 5] as const;

/** A set of questions: the kiosk's one, the five factors of SIPAS, a province's, the office's own. */
export const questionSetSchema = z.object({
  code: z.string().regex(/^[a-zA-Z0-9]{1,30}$/),
  name: requiredText(120),
  /** Where the set comes from; says also what is not certain. */
  source: textField(300).default(''),
  /** The question of the faces. */
  main: requiredText(300),
  questions: codedRows(z.object({ code: z.string().regex(/^[a-zA-Z0-9]{1,30}$/), text: requiredText(300) }))
    .max(30)
    .default([]),
  /** Chips for "Điều gì chưa tốt?". */
  reasons: z.array(requiredText(40)).max(12).default([]),
});
export type QuestionSet = z.infer<typeof questionSetSchema>;

export const ratingSettingsSchema = z.object({
  scale: z.literal(ratingScales).default(5),
  /** Code of the set that is asked; the shipped ones are in resources/question-sets.json. */
  questionSet: z.string().max(30).default('kiosk'),
  /** The office's own sets, and its wording in place of a shipped one of the same code. */
  ownSets: codedRows(questionSetSchema).max(20).default([]),
  namesClerk: z.boolean().default(false),
  /** Marks at or below are low: of five 2, of three 1; "Hài lòng" never is. */
  lowAtOrBelow: z
    .object({ of3: z.int().min(1).max(1), of5: z.int().min(1).max(3) })
    .default({ of3: 1, of5: 2 }),
  /** Answers in one minute that make a burst. */
  burstAtMinute: z.int().min(2).max(50).default(4),
  /** Fewer answers are never split by clerk. */
  leastToSplit: z.int().min(5).max(100).default(5),
});
export type RatingSettings = z.infer<typeof ratingSettingsSchema>;
