import { z } from 'zod';
import { idleMinutesSchema } from './account.ts';
import { defaultPolicies, policiesSchema } from './appointment.ts';
import { backupSettingsSchema } from './backup.ts';
import { clockSchema } from './clock-time.ts';
import { agencyCodeSchema, codePatternSchema, defaultCodePattern } from './codes.ts';
import { copyCardSchema, defaultCopyCard } from './copy-card.ts';
import { digitalSettingsSchema } from './digital-settings.ts';
import { bankSchema, feeSettingsSchema } from './fee-rule.ts';
import { feedbackSettingsSchema } from './feedback-settings.ts';
import { formNames, formNumberings, formTextsSchema, intakeForms } from './forms.ts';
import { noticeSettingsSchema } from './notice-settings.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { paragraphsSchema, shippedParagraphs } from './paragraph.ts';
import { phoneSchema, requiredText, textField } from './person.ts';
import { noAppointmentDaySchema } from './promise.ts';
import { qd766SettingsSchema } from './qd766.ts';
import { queueSettingsSchema } from './queue-settings.ts';
import { ratingSettingsSchema } from './rating-settings.ts';
import { pointsSchema } from './reception-point.ts';
import { bookSchema, bookSets } from './register-book-columns.ts';
import { secondScreenSettingsSchema } from './second-screen.ts';
import { subjectRightSettingsSchema } from './subject-right-settings.ts';
import { defaultClosingRule } from './supplement.ts';
import { targetsSchema } from './target.ts';

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
  otherPapers: z.partialRecord(z.enum(formNames), z.enum(['A5', 'A4', 'roll80'])).default({}),
  /** Slips ticked at intake. */
  defaultSlips: z.array(z.enum(intakeForms)).default(['acknowledgement', 'controlSlip']),
});
export type Printing = z.infer<typeof printingSchema>;

/** What the law leaves open in the life of a case (rules §4.4, §4.5, §6). */
export const flowPoliciesSchema = z.object({
  /** A case finished by its re-appointed date: late by the first one, or by the new one. */
  extensionCountsAs: z.enum(['late', 'newDate']).default('late'),
  /** How long an open supplement may last: 15 days (NĐ 118 Đ19.5), the unit is not settled. */
  supplementClosing: z
    .object({ value: z.int().min(1).max(90), unit: z.enum(['days', 'workingDays']) })
    .default(defaultClosingRule),
  /** After this hour the dossier goes to the resolving unit on the next morning (NĐ 118 Đ18.2). */
  transferCutoff: clockSchema.default('15:00'),
  /** A result that waits longer counts as unclaimed; calendar days. */
  unclaimedAfterDays: z.int().min(1).max(365).default(10),
});
export type FlowPolicies = z.infer<typeof flowPoliciesSchema>;

export const settingsSchema = z.object({
  office: officeSchema,
  hours: openingHoursSchema,
  policies: policiesSchema.default(defaultPolicies),
  flow: flowPoliciesSchema.prefault({}),
  noAppointmentDays: z.array(noAppointmentDaySchema).max(60).default([]),
  codePattern: codePatternSchema.default(defaultCodePattern),
  printing: printingSchema.prefault({}),
  formTexts: formTextsSchema.default({}),
  formNumbering: z.enum(formNumberings).default('tt01'),
  /** Columns of the register book. */
  book: bookSchema.default({ columns: bookSets.official }),
  /** What is copied into the national form, in its order. */
  copyCard: copyCardSchema.default(defaultCopyCard),
  fees: feeSettingsSchema.prefault({}),
  bank: bankSchema.nullable().default(null),
  secondScreen: secondScreenSettingsSchema.prefault({}),
  rating: ratingSettingsSchema.prefault({}),
  queue: queueSettingsSchema.prefault({}),
  feedback: feedbackSettingsSchema.prefault({}),
  /** The days of answers to what people ask of data about themselves. */
  subjectRights: subjectRightSettingsSchema.prefault({}),
  notices: noticeSettingsSchema.prefault({}),
  /** Reception points beside the counter itself. */
  points: pointsSchema.default([]),
  /** Criteria, topics and denominators of digital support. */
  digital: digitalSettingsSchema.prefault({}),
  targets: targetsSchema.default([]),
  /** What the leader reads out. */
  paragraphs: paragraphsSchema.default([...shippedParagraphs]),
  /** What the estimate of QĐ 766 rests on beside the register. */
  qd766: qd766SettingsSchema.prefault({}),
  /** Minutes without a key or a pointer after which a window locks. */
  idleMinutes: idleMinutesSchema.default(3),
  backup: backupSettingsSchema.prefault({}),
  /** A register made of invented people; every slip says MẪU. */
  isSample: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;
