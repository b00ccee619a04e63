import { z } from 'zod';
import { assistanceLevels, nameIdSchema, personDetailsSchema } from './digital.ts';
import { campaignEntrySchema, hexKeySchema } from './digital-campaign.ts';
import { daySchema, idNumberSchema, requiredText, textField } from './person.ts';
import { officeSchema } from './settings.ts';

/** A campaign day's papers: what is logged on a laptop with no network, and the files that bring it together in any order. */

const teamSchema = z.object({
  id: z.uuid(),
  name: requiredText(80),
  area: textField(80).default(''),
  members: z
    .array(z.object({ id: z.uuid(), name: requiredText(120) }))
    .max(200)
    .default([]),
});

export const campaignInputSchema = z
  .object({
    id: z.uuid(),
    name: requiredText(120),
    from: daySchema,
    to: daySchema,
    teamIds: z.array(z.uuid()).min(1).max(200),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'order' });

const namedSchema = z.object({ id: nameIdSchema, label: requiredText(80) });

/** What another laptop needs to log the campaign. It leaves under a passphrase alone. */
export const kitSchema = z.strictObject({
  office: officeSchema,
  campaignId: z.uuid(),
  name: requiredText(120),
  from: daySchema,
  to: daySchema,
  teams: z.array(teamSchema).min(1).max(200),
  criteria: z.array(namedSchema.extend({ required: z.boolean() })).max(20),
  topics: z
    .array(namedSchema.extend({ criterion: nameIdSchema.optional(), phrase: textField(80).optional() }))
    .min(1)
    .max(40),
  areas: z.array(requiredText(80)).max(200),
  namesInFiles: z.boolean(),
  usualMinutes: z.int().min(1).max(480),
  /** Of this campaign alone: it tells two people apart on the laptop. */
  peopleKey: hexKeySchema,
  /** X25519: what is sealed under it only the home of the campaign opens. */
  publicKey: hexKeySchema,
});
export type CampaignKit = z.output<typeof kitSchema>;
export type KitOffice = CampaignKit['office'];
/** What a campaign is logged with, made here or brought by a kit. */
export type CampaignPlan = Omit<CampaignKit, 'peopleKey' | 'publicKey' | 'office'>;

const sealedText = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
const cover = { app: z.literal('mot-cua'), version: z.literal(1), sealed: sealedText, sum: hexKeySchema };

/** Of scrypt, 2 to the power of it: every try of a passphrase takes 32 MB and a tenth of a second. No file makes it more. */
export const kitCost = 15;

/** A kit as it lies on a stick. */
export const kitFileSchema = z.strictObject({
  ...cover,
  kind: z.literal('campaign-kit'),
  scrypt: z.strictObject({ cost: z.literal(kitCost), salt: hexKeySchema }),
});
export type KitFile = z.infer<typeof kitFileSchema>;

/** What a laptop hands in, as it lies on a stick. */
export const entriesFileSchema = z.strictObject({
  ...cover,
  kind: z.literal('campaign-entries'),
  /** Whose home opens it. */
  campaignId: z.uuid(),
});
export type EntriesFile = z.infer<typeof entriesFileSchema>;

const filedEntrySchema = campaignEntrySchema
  .omit({ campaignId: true, laptopId: true, personKey: true, source: true })
  /** Whom it is about, sealed: only the home of the campaign knows him by its own key. */
  .extend({ person: sealedText });
export type FiledEntry = z.infer<typeof filedEntrySchema>;

/** What is inside. */
export const entriesSchema = z.strictObject({
  laptopId: z.uuid(),
  laptopName: textField(120),
  /** One for all parts of an export: a copied laptop hands in two under one number. */
  exportId: z.uuid(),
  /** Grows with each export of a laptop. */
  number: z.int().min(1),
  /** Very many entries leave in several files, each whole in itself. */
  part: z.int().min(1),
  parts: z.int().min(1),
  writtenAt: z.string().max(20),
  entries: z.array(filedEntrySchema).max(5000),
});
export type Entries = z.infer<typeof entriesSchema>;

/** Why a file of a campaign is refused. */
export type CampaignFileFault =
  | 'damaged'
  | 'otherKind'
  | 'newer'
  | 'foreign'
  | 'changed'
  | 'ownKit'
  | 'passphrase';

/** Twelve digits in groups; what else is typed between them counts for nothing. */
export const kitPassphraseSchema = z
  .string()
  .max(80)
  .transform((text) => text.replaceAll(/\D/g, ''))
  .refine((digits) => digits.length === 12, { error: 'length' });

/** Who is met: by number or telephone alone where no names are kept, or by one who was met here before. */
export const tappedPersonSchema = personDetailsSchema
  .extend({ name: textField(120).default(''), idNumber: idNumberSchema.nullable().default(null) })
  .refine(({ idNumber, phone, birthYear }) => idNumber !== null || phone !== null || birthYear !== null, {
    path: ['birthYear'],
    error: 'required',
  })
  .refine(({ idNumber, phone, name }) => idNumber !== null || phone !== null || name !== '', {
    path: ['name'],
    error: 'required',
  });

/** One lượt as it is tapped in; a corrected one replaces what was there, and without `met` keeps its person. */
export const entryInputSchema = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  met: tappedPersonSchema.nullable(),
  topic: nameIdSchema,
  level: z.enum(assistanceLevels),
  minutes: z.int().min(1).max(480).nullable().default(null),
  teamId: z.uuid(),
  memberId: z.uuid().nullable().default(null),
  marks: z.array(nameIdSchema).max(20).default([]),
  /** Day of a lượt that is written down later, or where the clock of the laptop is wrong. */
  on: daySchema.optional(),
});
