import { z } from 'zod';
import { codedRows, requiredText, textField } from './person.ts';
import { limitChannels } from './time-limit.ts';

/** What a procedure costs, as data with dates in force (rules §14). Money is integers of đồng. */

const vnd = z.int().min(0).max(1_000_000_000);

/** phí (price of a service) · lệ phí (NĐ 254/2026/NĐ-CP Đ23). */
export const chargeKinds = ['fee', 'charge'] as const;
export type ChargeKind = (typeof chargeKinds)[number];

const item = {
  /** "Phí chứng thực bản sao", "Lệ phí đăng ký khai sinh quá hạn". */
  name: requiredText(160),
  charge: z.enum(chargeKinds).default('charge'),
  /** Charged only when asked for: "bản sao trích lục (nếu có yêu cầu)". */
  onRequest: z.boolean().default(false),
  /** Where one way of filing has its own price. */
  channelVnd: z.partialRecord(z.enum(limitChannels), vnd).default({}),
  /** Taken off for who is exempt: the law may exempt from one charge of a procedure and not from another. */
  exemptible: z.boolean().default(true),
};

/** null: not set by the ward, which is not the same as free. */
const amount = vnd.nullable();

export const feeItemSchema = z.discriminatedUnion('per', [
  z.object({ per: z.literal('case'), ...item, amountVnd: amount }),
  /** For each copy handed out. */
  z.object({ per: z.literal('copy'), ...item, amountVnd: amount }),
  /** Per page of the original, in tiers, at most `capVnd` for one copy (TT 226/2016/TT-BTC). */
  z.object({
    per: z.literal('page'),
    ...item,
    /** In order; the first begins at page 1. */
    tiers: z.array(z.object({ fromPage: z.int().min(1).max(9999), amountVnd: vnd })).min(1),
    capVnd: amount.default(null),
  }),
  /** Free within the days since the event, charged afterwards: birth 60 days, death 15 days. */
  z.object({
    per: z.literal('lateCase'),
    ...item,
    amountVnd: amount,
    freeDays: z.int().min(0).max(3660),
    /** "ngày sinh", "ngày chết": whose date it counts from. */
    since: requiredText(60),
  }),
]);
export type FeeItem = z.infer<typeof feeItemSchema>;

export const feeRuleSchema = z.object({
  items: z.array(feeItemSchema).max(20).default([]),
  /** Codes of the groups that pay nothing. */
  exemptGroups: z.array(z.string().max(40)).max(30).default([]),
  basis: textField(300).default(''),
});
export type FeeRule = z.infer<typeof feeRuleSchema>;

/** What a whole office charges beside the procedures, and who is exempt; each with the proof that is noted. */
export const feeSettingsSchema = z.object({
  exemptGroups: codedRows(
    z.object({
      code: z.string().min(1).max(40),
      name: requiredText(120),
      proof: textField(200).default(''),
    }),
  )
    .max(40)
    .default([
      { code: 'merit', name: 'Gia đình có công với cách mạng', proof: 'Giấy xác nhận gia đình có công' },
      { code: 'poor', name: 'Hộ nghèo', proof: 'Giấy chứng nhận hộ nghèo' },
      { code: 'disabled', name: 'Người khuyết tật', proof: 'Giấy xác nhận khuyết tật' },
      { code: 'other', name: 'Diện miễn khác theo quy định', proof: '' },
    ]),
  /** Local charges such as copying and typing; `ceilingVnd` is the most that the province allows. */
  extras: codedRows(
    z
      .object({
        code: z.string().min(1).max(40),
        name: requiredText(120),
        unit: requiredText(30),
        unitVnd: vnd,
        ceilingVnd: amount.default(null),
        basis: textField(200).default(''),
      })
      .refine(({ unitVnd, ceilingVnd }) => ceilingVnd === null || unitVnd <= ceilingVnd, {
        path: ['unitVnd'],
        error: 'ceiling',
      }),
  )
    .max(20)
    .default([]),
});
export type FeeSettings = z.infer<typeof feeSettingsSchema>;

/** The office's account for VietQR; null prints and shows none. Bank, account and holder stand beside every code. */
export const bankSchema = z.object({
  /** Six digits of the bank in NAPAS (BIN). */
  bin: z.string().regex(/^\d{6}$/, { error: 'bin' }),
  bankName: requiredText(80),
  account: z
    .string()
    .max(40)
    .transform((text) => text.replaceAll(/[\s.]/g, ''))
    .pipe(z.string().regex(/^[0-9A-Za-z]{4,19}$/, { error: 'account' })),
  holder: requiredText(120),
});
export type Bank = z.infer<typeof bankSchema>;

/** The rule of a procedure; without one, its single amount for a case. */
export function feeRuleOf(fee: { amountVnd: number | null; rule?: FeeRule | undefined }): FeeRule {
  if (fee.rule !== undefined && fee.rule.items.length > 0) return fee.rule;
  return feeRuleSchema.parse({
    items: [{ per: 'case', name: 'Lệ phí', amountVnd: fee.amountVnd }],
    exemptGroups: fee.rule?.exemptGroups ?? [],
  });
}
