import { z } from 'zod';
import type { CaseFee } from '../../../shared/domain/case-flow.ts';
import { type FeeFacts, feeFactsSchema } from '../../../shared/domain/fee.ts';
import { type PaymentMethod, paymentMethods, type Receive } from '../../../shared/domain/intake.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';

/** The fee part of the intake form as typed. An older draft holds only amount and method. */
export const feeValuesSchema = z.object({
  /** '' when the ward has set none. */
  amount: z.string(),
  method: z.enum(paymentMethods),
  /** The clerk typed the amount: it no longer follows the rule. */
  isTyped: z.boolean().default(false),
  /** Why it is not the computed amount. */
  reason: z.string().default(''),
  copies: z.string().default(''),
  /** Day of the birth or death, "12091996" or "12/09/1996". */
  eventOn: z.string().default(''),
  /** That day is not known at the counter: said, not forgotten. */
  isEventUnknown: z.boolean().default(false),
  /** Code of the group that pays nothing, and the paper that shows it. */
  group: z.string().default(''),
  proof: z.string().default(''),
  extras: z.array(z.object({ code: z.string(), quantity: z.string() })).default([]),
});
export type FeeValues = z.infer<typeof feeValuesSchema>;

export const emptyFee: FeeValues = feeValuesSchema.parse({ amount: '', method: 'cash' });

/** "10.000" → 10000, '' → null (not set, which is not free); anything else stays wrong for the schema to say. */
export function amountOf(text: string): number | null {
  const compact = text.replaceAll(/[.\s₫đ]/g, '');
  return compact === '' ? null : Number(compact);
}

/** "10000" → "10.000"; anything else stays. */
export function tidyAmount(text: string): string {
  const compact = text.replaceAll(/[.\s₫đ]/g, '');
  return /^\d{1,9}$/.test(compact) ? Number(compact).toLocaleString('vi-VN') : text;
}

/** "" where no amount is set. */
export function typedAmount(amountVnd: number | null): string {
  return amountVnd === null ? '' : tidyAmount(String(amountVnd));
}

/** Where the form keeps what the door names otherwise. */
export function feePathOf(path: string): string {
  return path
    .replace(/^fee\.amountVnd$/, 'fee.amount')
    .replace(/^fee\.facts\.exemption.*$/, 'fee.group')
    .replace(/^fee\.facts\./, 'fee.');
}

/** What the amount is computed from; what is typed wrong is not known yet. */
export function feeFactsOf(fee: FeeValues): FeeFacts {
  const copies = fee.copies.trim() === '' ? null : Number(fee.copies);
  const exemption = fee.group !== '' ? { group: fee.group, proof: fee.proof } : null;
  const facts = feeFactsSchema.safeParse({
    copies: Number.isInteger(copies) ? copies : null,
    eventOn: parseTypedDay(fee.eventOn) ?? null,
    exemption,
    extras: fee.extras.map(({ code, quantity }) => ({ code, quantity: Number(quantity) })),
  });
  if (facts.success) return facts.data;
  return feeFactsSchema.parse({ exemption });
}

/** The fee as the second screen tells it. */
export function feeOfValues({ fee }: { fee: FeeValues }): {
  amountVnd: number | null;
  method: PaymentMethod;
  facts: FeeFacts;
} {
  const amount = amountOf(fee.amount);
  const amountVnd = Number.isInteger(amount) ? amount : null;
  return { amountVnd, method: fee.method, facts: feeFactsOf(fee) };
}

/** The fee as the door takes it: wrong texts stay wrong, for its schema to say. */
export function feeEntryOf(fee: FeeValues): Receive['fee'] {
  const facts = {
    copies: fee.copies.trim() === '' ? null : Number(fee.copies),
    eventOn: fee.eventOn.trim() === '' ? null : (parseTypedDay(fee.eventOn) ?? 'day'),
    exemption: feeFactsOf(fee).exemption,
    extras: fee.extras.map(({ code, quantity }) => ({ code, quantity: Number(quantity) })),
  };
  const saysNothing =
    facts.copies === null && facts.eventOn === null && facts.exemption === null && facts.extras.length === 0;
  return {
    amountVnd: amountOf(fee.amount),
    method: fee.method,
    ...(!saysNothing && { facts }),
    ...(fee.isTyped && fee.reason.trim() !== '' && { reason: fee.reason }),
  };
}

/** The fee of a case in the form. What was not computed, or decided otherwise, does not follow the rule again by itself. */
export function feeValuesOf(fee: CaseFee): FeeValues {
  const { amountVnd, method, lines, facts, reason } = fee;
  return {
    amount: typedAmount(amountVnd),
    method,
    isTyped: lines === undefined || lines.some(({ charge }) => charge === 'override'),
    reason: reason ?? '',
    copies: facts?.copies == null ? '' : String(facts.copies),
    eventOn: facts?.eventOn == null ? '' : formatDay(facts.eventOn),
    isEventUnknown: false,
    group: facts?.exemption?.group ?? '',
    proof: facts?.exemption?.proof ?? '',
    extras: (facts?.extras ?? []).map(({ code, quantity }) => ({ code, quantity: String(quantity) })),
  };
}
