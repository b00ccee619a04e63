import { z } from 'zod';
import { defaultPolicies, policiesSchema } from './appointment.ts';
import { agencyCodeSchema, codePatternSchema, defaultCodePattern } from './codes.ts';
import { slipForms } from './intake.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { phoneSchema, requiredText, textField } from './person.ts';

/**
 * What a ward decides, each value with the day from which it is in force. What the law may change
 * (titles, numbers, legal lines, code pattern, hours) is here and not in the code.
 */
export const officeSchema = z.object({
  /** "UBND thị trấn Ít Ong": the agency above, first line of every slip. */
  parentAgency: requiredText(120),
  /** "Bộ phận Tiếp nhận và Trả kết quả" or "Trung tâm Phục vụ hành chính công …". */
  name: requiredText(160),
  /** "Thị trấn Ít Ong": as the frame of the window shows it. */
  unit: requiredText(80),
  /** "Ít Ong": place in the date line. */
  place: requiredText(60),
  province: requiredText(60),
  agencyCode: agencyCodeSchema,
  phone: phoneSchema.nullable().default(null),
  counterName: textField(40).default('Quầy 1'),
});

export const formTextSchema = z.object({
  title: requiredText(160),
  /** "Mẫu số 01"; printed only if the unit switches it on. */
  formNumber: textField(60).default(''),
  /** "(Ban hành kèm theo …)"; printed only if the unit switches it on. */
  legalLine: textField(200).default(''),
  showLegalLine: z.boolean().default(false),
  notes: textField(1000).default(''),
});
export type FormText = z.infer<typeof formTextSchema>;

export const printingSchema = z.object({
  /** Printer name as the system lists it; null is the system's default. */
  printer: textField(200).nullable().default(null),
  rollPrinter: textField(200).nullable().default(null),
  acknowledgementPaper: z.enum(['A5', 'A4']).default('A5'),
  controlSlipPaper: z.enum(['A5', 'A4']).default('A4'),
  /** Slips ticked at intake. */
  defaultSlips: z.array(z.enum(slipForms)).default(['acknowledgement', 'controlSlip']),
});
export type Printing = z.infer<typeof printingSchema>;

/** The ward's own wording of forms, in place of the national one in resources/form-texts.json. */
export const formTextsSchema = z.partialRecord(z.enum(slipForms), formTextSchema);

export const settingsSchema = z.object({
  office: officeSchema,
  hours: openingHoursSchema,
  policies: policiesSchema.default(defaultPolicies),
  codePattern: codePatternSchema.default(defaultCodePattern),
  printing: printingSchema.prefault({}),
  formTexts: formTextsSchema.default({}),
  /** A register made of invented people; every slip says MẪU. */
  isSample: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;
