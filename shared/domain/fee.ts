import { z } from 'zod';
import type { ChargeKind, FeeRule, FeeSettings } from './fee-rule.ts';
import { daySchema, textField } from './person.ts';
import type { Channel } from './procedure.ts';

/** What one case costs, line by line. Sums are integers of đồng; the lines always add up to the total. */

/** What the clerk tells about the case beside its papers. */
export const feeFactsSchema = z.object({
  /** Copies handed out; null is what is usual: one, or none where they come on request. */
  copies: z.int().min(0).max(999).nullable().default(null),
  /** Day of the birth or death, where a late filing is charged. */
  eventOn: daySchema.nullable().default(null),
  /** Why nothing is paid, and the paper that shows it. */
  exemption: z
    .object({ group: z.string().min(1).max(40), proof: textField(200).default('') })
    .nullable()
    .default(null),
  /** Local charges by code. */
  extras: z
    .array(z.object({ code: z.string().min(1).max(40), quantity: z.int().min(1).max(9999) }))
    .max(20)
    .default([]),
});
export type FeeFacts = z.infer<typeof feeFactsSchema>;

export interface FeeLine {
  name: string;
  charge: ChargeKind | 'extra' | 'exemption' | 'override';
  quantity: number;
  /** Null where tiers make the price differ. */
  unitVnd: number | null;
  /** Null: not set by the ward. Negative lines take off. */
  amountVnd: number | null;
  /** How it came about: "2 trang × 2.000 đ + 3 trang × 1.000 đ, 2 bản". */
  how: string;
}

export interface FeeQuote {
  lines: FeeLine[];
  /** Null while a line is not set by the ward. */
  totalVnd: number | null;
}

export interface FeeQuestion {
  rule: FeeRule;
  settings: FeeSettings;
  facts: FeeFacts;
  channel: Channel;
  receivedOn: string;
  /** Documents to certify: pages of the original, copies wanted; null where it is not told which copies are of which. */
  documents: readonly { pages: number; copies: number }[] | null;
}
