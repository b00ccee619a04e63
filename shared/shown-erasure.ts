import { z } from 'zod';
import type { CardErasure, PersonErasure } from './views-retention.ts';

/** What two people were shown of an erasure, as the act hears it back: where anything is otherwise by then, nothing goes. */

const count = z.int().min(0);
const restShown = z.object({ digital: count, campaignEntries: count, visits: count, feedback: count });

export const casesShownSchema = z.object({
  cases: count,
  payments: count,
  feedback: count,
  notices: count,
  papers: count,
  citizens: count,
});

export const cardShownSchema = restShown.extend({
  /** Codes of the phản ánh that were named. */
  openFeedback: z.array(z.string()),
  unsureFeedback: count,
  unsureVisits: count,
  /** Ids of the cards that were named. */
  unsure: z.array(z.int()),
});
export type CardShown = z.output<typeof cardShownSchema>;

export const personShownSchema = casesShownSchema.extend(cardShownSchema.shape).extend({
  stays: restShown,
  /** Ids of the cases that were named. */
  held: z.array(z.int()),
});
export type PersonShown = z.output<typeof personShownSchema>;

export function cardShown({ unsure, ...sums }: CardErasure): CardShown {
  return { ...sums, unsure: unsure.map(({ personId }) => personId) };
}

export function personShown({ unsure, held, ...sums }: PersonErasure): PersonShown {
  return { ...sums, unsure: unsure.map(({ personId }) => personId), held: held.map(({ id }) => id) };
}
