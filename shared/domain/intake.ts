import { z } from 'zod';
import { feeFactsSchema } from './fee.ts';
import { intakeForms } from './forms.ts';
import {
  daySchema,
  idNumberSchema,
  organisationNameSchema,
  personNameSchema,
  phoneSchema,
  requiredText,
  textField,
} from './person.ts';
import { channels } from './procedure.ts';

/**
 * What the clerk enters at reception. One schema serves the screen and the door, so a field cannot be
 * lawful in one and unlawful in the other.
 */

export const sexes = ['male', 'female'] as const;
export const returnChannels = ['counter', 'postal', 'online'] as const;
export type ReturnChannel = (typeof returnChannels)[number];
/** `later`: when the result is given back. */
export const paymentMethods = ['cash', 'transfer', 'onlinePayment', 'exempt', 'later'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

const contact = {
  phone: phoneSchema.nullable().default(null),
  email: textField(120).pipe(z.email()).nullable().default(null),
  address: textField(300).default(''),
};

export const applicantSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('citizen'),
    name: personNameSchema,
    idNumber: idNumberSchema.nullable().default(null),
    birthOn: daySchema.nullable().default(null),
    sex: z.enum(sexes).nullable().default(null),
    ...contact,
  }),
  z.object({
    kind: z.literal('organisation'),
    name: organisationNameSchema,
    idNumber: idNumberSchema.nullable().default(null),
    birthOn: z.null().default(null),
    sex: z.null().default(null),
    ...contact,
  }),
]);
export type Applicant = z.infer<typeof applicantSchema>;

export const submitterSchema = z.object({
  /** A person, or who sends one: a school, an agency, a post office. */
  name: organisationNameSchema,
  idNumber: idNumberSchema.nullable().default(null),
  phone: phoneSchema.nullable().default(null),
  /** "con đẻ", "được ủy quyền", "bưu điện" … */
  relation: textField(80).default(''),
});
export type Submitter = z.infer<typeof submitterSchema>;

const count = z.int().min(0).max(999);

export const paperSchema = z.object({
  name: requiredText(600),
  originals: count.default(0),
  certifiedCopies: count.default(0),
  photocopies: count.default(0),
  /** Pages of the original; only certified copies ask for it. */
  pages: count.nullable().default(null),
  /** Shown at the counter and handed back at once (xuất trình). */
  shown: z.boolean().default(false),
  /** The certified copy is wanted as a signed electronic one too. */
  electronic: z.boolean().default(false),
});
export type Paper = z.infer<typeof paperSchema>;

export const feeEntrySchema = z.object({
  /** Đồng, an integer; null is "not set by the ward", which is not the same as free. */
  amountVnd: z.int().min(0).max(1_000_000_000).nullable(),
  method: z.enum(paymentMethods),
  /** What the amount is computed from. */
  facts: feeFactsSchema.optional(),
  /** Why another amount than the computed one is taken. */
  reason: textField(300).optional(),
});

export const receiveSchema = z.object({
  /** One key a form: a double click or a repeated call makes one case. */
  formKey: z.uuid(),
  procedureCode: z.string().min(1).max(40),
  variant: textField(200).nullable().default(null),
  applicant: applicantSchema,
  /** Null when the applicant hands the dossier in. */
  submitter: submitterSchema.nullable().default(null),
  papers: z.array(paperSchema).max(100),
  summary: textField(500).default(''),
  sets: z.int().min(1).max(999).default(1),
  channel: z.enum(channels).default('direct'),
  returnChannel: z.enum(returnChannels).default('counter'),
  /** Id of the reception point of the settings; none is the counter itself. */
  point: textField(40).optional(),
  /** The dossier was made digital; left out where nobody was asked. */
  digitised: z.boolean().optional(),
  fee: feeEntrySchema,
  /** An hour earlier than the appointment, promised by the clerk; never later than it. */
  promisedAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .nullable()
    .default(null),
  slips: z.array(z.enum(intakeForms)).max(intakeForms.length).default([]),
});
export type ReceiveInput = z.input<typeof receiveSchema>;
export type Receive = z.infer<typeof receiveSchema>;
