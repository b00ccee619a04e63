import { z } from 'zod';
import { moneyMethods } from './payment-events.ts';
import { daySchema, requiredText, textField } from './person.ts';

/** What the counter is told of money: one schema for the dialog and the door. */

const payment = {
  paymentId: z.int().min(1),
  /** As it was read: money moves once, however often the button is pressed. */
  version: z.int().min(1),
};

export const confirmPaymentSchema = z.object({
  ...payment,
  method: z.enum(moneyMethods),
  /** What the bank wrote, where the clerk has it. */
  reference: textField(60).default(''),
});

export const refundPaymentSchema = z.object({
  ...payment,
  amountVnd: z.int().min(1).max(1_000_000_000),
  method: z.enum(moneyMethods),
  reason: requiredText(300),
});

export const cancelPaymentSchema = z.object({
  ...payment,
  reason: requiredText(300),
});

/** Of an official receipt made elsewhere; its number has at most 8 digits (NĐ 254/2026/NĐ-CP Đ23.2). */
export const noteReceiptSchema = z.object({
  ...payment,
  receipt: z.object({
    formSymbol: textField(20).default(''),
    symbol: textField(20).default(''),
    number: requiredText(8).refine((text) => /^\d+$/.test(text), { error: 'format' }),
    lookupCode: textField(60).default(''),
    issuedOn: daySchema.nullable().default(null),
  }),
});
