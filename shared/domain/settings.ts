import { z } from 'zod';
import { defaultPolicies, policiesSchema } from './appointment.ts';
import { agencyCodeSchema, codePatternSchema, defaultCodePattern } from './codes.ts';
import { formNames, formNumberings, formTextsSchema, intakeForms } from './forms.ts';
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

export const printingSchema = z.object({
  /** Printer name as the system lists it; null is the system's default. */
  printer: textField(200).nullable().default(null),
  rollPrinter: textField(200).nullable().default(null),
  acknowledgementPaper: z.enum(['A5', 'A4']).default('A5'),
  controlSlipPaper: z.enum(['A5', 'A4']).default('A4'),
  /** Of the other forms, where the ward wants another than is usual. */
  otherPapers: z.partialRecord(z.enum(formNames), z.enum(['A5', 'A4'])).default({}),
  /** Slips ticked at intake. */
  defaultSlips: z.array(z.enum(intakeForms)).default(['acknowledgement', 'controlSlip']),
});
export type Printing = z.infer<typeof printingSchema>;

export const settingsSchema = z.object({
  office: officeSchema,
  hours: openingHoursSchema,
  policies: policiesSchema.default(defaultPolicies),
  codePattern: codePatternSchema.default(defaultCodePattern),
  printing: printingSchema.prefault({}),
  formTexts: formTextsSchema.default({}),
  formNumbering: z.enum(formNumberings).default('tt01'),
  /** A register made of invented people; every slip says MẪU. */
  isSample: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;
