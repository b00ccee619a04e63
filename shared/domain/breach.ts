import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { linesField } from './forms.ts';
import { daySchema, requiredText, textField } from './person.ts';

/** A breach of personal data as an office writes it down, and by when it must be told (NĐ 356/2025/NĐ-CP Đ23, secondary). */

const officeTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => daySchema.safeParse(text.slice(0, 10)).success);

const breachFields = z.object({
  /** When the office learned of it: the clock begins. */
  foundAt: officeTime,
  /** What happened, when and how, as far as it is known. */
  what: requiredText(4000).pipe(linesField(4000)),
  /** Which data: names, numbers, addresses … */
  data: textField(600).default(''),
  /** How many people, at the most; null is not known yet. */
  people: z.int().min(0).max(10_000_000).nullable().default(null),
  harm: linesField(4000).default(''),
  measures: linesField(4000).default(''),
  /** Whom it was told, and when; null as long as nobody. */
  notifiedAt: officeTime.nullable().default(null),
  notifiedTo: textField(300).default(''),
});

/** It was told to somebody, and not before it was found. */
export const breachSchema = breachFields.superRefine(({ foundAt, notifiedAt, notifiedTo }, { addIssue }) => {
  if (notifiedAt !== null && notifiedAt < foundAt)
    addIssue({ code: 'custom', message: 'format', path: ['notifiedAt'] });
  if (notifiedAt !== null && notifiedTo === '')
    addIssue({ code: 'custom', message: 'required', path: ['notifiedTo'] });
});
export type Breach = z.infer<typeof breachSchema>;

/** Times that have not come yet: neither is written down. */
export function timesToCome(breach: Breach, now: string): ('foundAt' | 'notifiedAt')[] {
  return (['foundAt', 'notifiedAt'] as const).filter((name) => (breach[name] ?? '') > now);
}

const hoursToTell = 72;

/** By when it must be told: hours run on, also at night and on holidays. Null of a time that no clock shows: an older build took such. */
export function tellBy({ foundAt }: Pick<Breach, 'foundAt'>): string | null {
  if (!officeTime.safeParse(foundAt).success) return null;
  return Temporal.PlainDateTime.from(foundAt)
    .add({ hours: hoursToTell })
    .toString({ smallestUnit: 'minute' });
}

/** Whole hours that are left; negative once it is over, null after it was told and where no last hour is known. */
export function hoursLeft(breach: Pick<Breach, 'foundAt' | 'notifiedAt'>, now: string): number | null {
  const by = tellBy(breach);
  if (breach.notifiedAt !== null || by === null) return null;
  const left = Temporal.PlainDateTime.from(now).until(by, { largestUnit: 'minutes' });
  return Math.floor(left.minutes / 60);
}
