import { z } from 'zod';
import { assistanceLevels, metPersonSchema, nameIdSchema } from './digital.ts';
import { campaignEntrySchema } from './digital-campaign.ts';
import { daySchema, requiredText, textField } from './person.ts';

/** A campaign day's papers: what is logged on a laptop with no network, and the files that bring it together in any order. */

const hexKey = z.string().regex(/^[0-9a-f]{64}$/);
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

/** What another laptop needs to log the campaign; it lets whoever holds it make hashes, so it stays in the office. */
export const kitSchema = z.strictObject({
  app: z.literal('mot-cua'),
  kind: z.literal('campaign-kit'),
  version: z.literal(1),
  unit: requiredText(80),
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
  /** Hashes people as the register does. */
  personKey: hexKey,
  /** Seals the files of this campaign. */
  fileKey: hexKey,
  seal: hexKey,
});
export type CampaignKit = z.output<typeof kitSchema>;
/** What a campaign is logged with, made here or brought by a kit. */
export type CampaignPlan = Omit<CampaignKit, 'app' | 'kind' | 'version' | 'personKey' | 'fileKey' | 'seal'>;

export const entriesFileSchema = z.strictObject({
  app: z.literal('mot-cua'),
  kind: z.literal('campaign-entries'),
  version: z.literal(1),
  campaignId: z.uuid(),
  laptopId: z.uuid(),
  laptopName: textField(80),
  /** Grows with each export of a laptop. */
  number: z.int().min(1),
  /** Very many entries leave in several files, each whole in itself. */
  part: z.int().min(1),
  parts: z.int().min(1),
  writtenAt: z.string().max(20),
  entries: z.array(campaignEntrySchema).max(5000),
  seal: hexKey,
});
export type EntriesFile = z.infer<typeof entriesFileSchema>;

/** Why a file of a campaign is refused. */
export type CampaignFileFault = 'damaged' | 'otherKind' | 'newer' | 'foreign' | 'changed' | 'ownKit';

/** One lượt as it is tapped in; a corrected one replaces what was there, and without `met` keeps its person. */
export const entryInputSchema = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  met: metPersonSchema.nullable(),
  topic: nameIdSchema,
  level: z.enum(assistanceLevels),
  minutes: z.int().min(1).max(480).nullable().default(null),
  teamId: z.uuid(),
  memberId: z.uuid().nullable().default(null),
  marks: z.array(nameIdSchema).max(20).default([]),
});
