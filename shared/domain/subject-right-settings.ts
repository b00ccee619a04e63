import { z } from 'zod';
import { textField } from './person.ts';

/**
 * What somebody may ask of data about himself (Luật 91/2025/QH15 Đ4). view: to see it or have a copy · correct · withdraw: his
 * consent to what needs one · restrict · lift: a restriction · delete · protect: measures that protect it.
 */
export const subjectWishes = [
  'view',
  'correct',
  'withdraw',
  'restrict',
  'lift',
  'delete',
  'protect',
] as const;
export type SubjectWish = (typeof subjectWishes)[number];

const limitSchema = z.object({
  value: z.int().min(1).max(120),
  unit: z.enum(['days', 'workingDays']),
  /** Days more by the one extension; 0: there is none. */
  extension: z.int().min(0).max(120),
  /** Where the number is from, and whether somebody compared it with the text of the law. */
  source: textField(200),
  confidence: z.enum(['confirmed', 'unverified']),
});
export type SubjectLimit = z.infer<typeof limitSchema>;

const article = 'NĐ 356/2025/NĐ-CP Điều 5';
function limit(value: number, more: Partial<SubjectLimit> = {}) {
  const usual: SubjectLimit = {
    value,
    unit: 'days',
    extension: 0,
    source: article,
    confidence: 'unverified',
  };
  return limitSchema.prefault({ ...usual, ...more });
}

/** How long each answer may take; rules §15 have the days second hand, so they stay a ward's data. */
export const subjectRightSettingsSchema = z.object({
  acknowledge: limit(2, { unit: 'workingDays' }),
  view: limit(10),
  correct: limit(10),
  withdraw: limit(15),
  restrict: limit(15),
  // Assumed: lifting takes no longer than restricting.
  lift: limit(15, { source: `${article}, như hạn chế xử lý` }),
  delete: limit(20),
  protect: limit(15, { extension: 15 }),
});
export type SubjectRightSettings = z.infer<typeof subjectRightSettingsSchema>;
