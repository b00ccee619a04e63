import { z } from 'zod';
import { officeTimeSchema } from './clock-time.ts';
import { feeFactsSchema } from './fee.ts';
import { paymentMethods } from './intake.ts';
import { requiredText, textField, webAddressField } from './person.ts';
import { channels } from './procedure.ts';

/** What the citizen sees on the second screen: only what the clerk shows now, and what concerns nobody. */

export const secondScreenSettingsSchema = z.object({
  /** Turn about while nobody is served; one sentence each. */
  messages: z
    .array(requiredText(160))
    .max(20)
    .default([
      'Nộp hồ sơ trực tuyến: không phải đi lại, theo dõi được từng bước.',
      'Nộp trực tuyến nhiều thủ tục được giảm hoặc miễn lệ phí.',
      'Kết quả điện tử có giá trị như bản giấy, không lo thất lạc.',
      'Hồ sơ điện tử dùng lại được, lần sau không phải nộp lại giấy tờ đã có.',
      'Mọi bước giải quyết đều có giờ, có người, có lý do.',
      'Cần giúp cài VNeID, Cổng Dịch vụ công: cán bộ tại quầy giúp ngay.',
      'Chưa quen làm trên điện thoại: cán bộ làm cùng Ông/Bà.',
    ]),
  /** Address of the office's Zalo OA, shown as a QR; empty shows none. */
  zaloAddress: webAddressField(200).default(''),
  /** The mirror clears itself after this silence. */
  clearAfterSeconds: z.int().min(15).max(600).default(90),
  /** How long the thanks with the appointment stand after a case was received. */
  thanksSeconds: z.int().min(5).max(120).default(25),
  /** Whether quiet hours from own data are told. */
  tellsQuietHours: z.boolean().default(true),
});
export type SecondScreenSettings = z.infer<typeof secondScreenSettingsSchema>;

/** What the intake tells the second screen while it is filled in; everything else of it the counter finds itself. */
export const mirrorSchema = z.object({
  formKey: z.uuid(),
  /** Of the applicant; never a number, an address or a telephone. */
  name: textField(200).default(''),
  procedureCode: z.string().max(40).default(''),
  variant: textField(200).nullable().default(null),
  channel: z.enum(channels).default('direct'),
  missing: z.array(textField(600)).max(100).default([]),
  originals: z.int().min(0).max(9999).default(0),
  copies: z.int().min(0).max(9999).default(0),
  promisedAt: officeTimeSchema.nullable().default(null),
  fee: z.object({
    amountVnd: z.int().min(0).max(1_000_000_000).nullable(),
    method: z.enum(paymentMethods),
    facts: feeFactsSchema.optional(),
  }),
});
export type Mirror = z.infer<typeof mirrorSchema>;
export type MirrorInput = z.input<typeof mirrorSchema>;
