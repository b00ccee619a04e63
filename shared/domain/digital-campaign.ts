import { z } from 'zod';
import { assistanceLevels, keySources, nameIdSchema } from './digital.ts';
import { daySchema, textField } from './person.ts';

/** A campaign day: one lượt as it travels from a laptop into the register. */

export const hexKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A minute that a clock can show. */
const minuteSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/)
  .refine((at) => daySchema.safeParse(at.slice(0, 10)).success, { error: 'day' });

/** One lượt of a campaign. Of two with one id the higher revision stands; a removed one stays, as removed. */
export const campaignEntrySchema = z.strictObject({
  id: z.uuid(),
  revision: z.int().min(1).max(10_000),
  removed: z.boolean(),
  campaignId: z.uuid(),
  laptopId: z.uuid(),
  /** Keyed hash of the person: at home under the register's own key, on a laptop under that of the campaign. */
  personKey: hexKeySchema,
  source: z.enum(keySources),
  name: textField(120),
  birthYear: z.int().min(1900).max(2100).nullable(),
  area: textField(80),
  /** Office time of the first writing. */
  at: minuteSchema,
  topic: nameIdSchema,
  level: z.enum(assistanceLevels),
  minutes: z.int().min(1).max(480),
  teamId: z.uuid(),
  memberId: z.uuid().nullable(),
  helperName: textField(120),
  /** Criteria that were reached with this help. */
  marks: z.array(nameIdSchema).max(20),
});
/** `erased`: the data of its person went, and nothing that comes in later says again who it was. No file can say so. */
export type CampaignEntry = z.infer<typeof campaignEntrySchema> & { erased?: true };

/** What a later revision changes of an entry whose person was erased: all that is counted, and not whose it is. */
export function ofErased(entry: CampaignEntry, stored: CampaignEntry): CampaignEntry {
  const { personKey, source, name, birthYear, area } = stored;
  return { ...entry, personKey, source, name, birthYear, area, erased: true };
}

/**
 * Whether an entry stands in the place of what is stored under its id: the higher revision, and of two with one revision (a
 * laptop put back to an older state) always the same one, so that files may come in any order.
 */
export function outranks(entry: CampaignEntry, stored: CampaignEntry | undefined): boolean {
  if (stored === undefined || entry.revision !== stored.revision)
    return entry.revision > (stored?.revision ?? 0);
  return textOf(entry) > textOf(stored);
}

const textOf = (entry: CampaignEntry): string => JSON.stringify(Object.entries(entry).sort());
