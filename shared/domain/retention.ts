import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { requiredText } from './person.ts';

/** How long what names people is kept after the end of a case, and why it may have to stay longer. */

/**
 * Of one procedure; none is no end. The periods of the archive law are the ward's to fill in, with the text they rest on (rules
 * §15).
 */
export const retentionSchema = z.object({
  /** After the end of the case. */
  months: z.int().min(1).max(1200),
  /** Document and article, in the ward's words. */
  source: requiredText(300),
});
export type Retention = z.infer<typeof retentionSchema>;

/** The last day on which an ended case is too old to be kept: what ended on it or before is due. */
export function lastDueDay(today: string, { months }: Pick<Retention, 'months'>): string {
  return Temporal.PlainDate.from(today).subtract({ months, days: 1 }).toString();
}

/** Why a case is kept although its time is over. */
export const holdReasons = [
  'uncollected',
  'originalsHeld',
  'paymentOpen',
  'feedbackOpen',
  'printing',
  'restricted',
  'bookOpen',
] as const;
export type HoldReason = (typeof holdReasons)[number];
