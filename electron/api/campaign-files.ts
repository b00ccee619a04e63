import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import {
  type CampaignFileFault,
  type CampaignKit,
  type Entries,
  type EntriesFile,
  entriesFileSchema,
  entriesSchema,
  type KitFile,
  kitFileSchema,
  kitSchema,
} from '../../shared/domain/campaign-files.ts';
import type { KeySource } from '../../shared/domain/digital.ts';
import { AppError } from '../../shared/errors.ts';
import type { Campaign } from '../register/campaigns.ts';
import { canonicalJson } from '../register/journal.ts';
import { keyOfPassphrase, makePassphrase, seal, unseal } from '../sealing.ts';

/**
 * Files of a campaign, sealed and read back: a kit under a passphrase, entries under the key that the kit carried. Whatever is
 * not whole and ours is refused, before anything is written.
 */

const refuse = (why: CampaignFileFault): never => {
  throw new AppError('campaignFileFault', { why });
};

/** Every try of a passphrase takes 32 MB and a tenth of a second. */
const cost = 15;

/** Seals a kit under a new passphrase. */
export async function sealKit(kit: CampaignKit): Promise<{ text: string; passphrase: string }> {
  const passphrase = makePassphrase();
  const salt = randomBytes(32);
  const key = await keyOfPassphrase(passphrase, salt, cost);
  const file: Omit<KitFile, 'sum'> = {
    app: 'mot-cua',
    kind: 'campaign-kit',
    version: 1,
    scrypt: { cost, salt: salt.toString('hex') },
    sealed: seal(key, JSON.stringify(kit), 'campaign-kit'),
  };
  return { text: withSum(file), passphrase };
}

/** Throws campaignFileFault: a wrong passphrase and a damaged file are told apart by the sum. */
export async function readKit(text: string, passphrase: string): Promise<CampaignKit> {
  const file = readFile(text, 'campaign-kit', kitFileSchema);
  const key = await keyOfPassphrase(passphrase, Buffer.from(file.scrypt.salt, 'hex'), file.scrypt.cost);
  const kit = kitSchema.safeParse(
    JSON.parse(unseal(key, file.sealed, 'campaign-kit') ?? refuse('passphrase')),
  );
  return kit.data ?? refuse('damaged');
}

export function sealEntries(entries: Entries, campaignId: string, key: Buffer): string {
  const file: Omit<EntriesFile, 'sum'> = {
    app: 'mot-cua',
    kind: 'campaign-entries',
    version: 1,
    campaignId,
    sealed: seal(key, JSON.stringify(entries), campaignId),
  };
  return withSum(file);
}

/**
 * Throws campaignFileFault: also for a campaign that was not made here, and for what its laptop did not write.
 * @param find the campaign of an id.
 */
export function readEntries(
  text: string,
  find: (id: string) => Campaign | undefined,
): { file: Entries; campaign: Campaign } {
  const { campaignId, sealed } = readFile(text, 'campaign-entries', entriesFileSchema);
  const campaign = find(campaignId);
  if (campaign === undefined || campaign.role !== 'host') return refuse('foreign');
  const entries = entriesSchema.safeParse(
    JSON.parse(unseal(campaign.campaignKey, sealed, campaignId) ?? refuse('changed')),
  );
  return { file: entries.data ?? refuse('changed'), campaign };
}

/** A person as a laptop hands him in: what he is known by, for the home of the campaign alone. */
export function sealPerson({ campaignKey, id }: Pick<Campaign, 'campaignKey' | 'id'>, known: string): string {
  return seal(campaignKey, known, id);
}

/** Throws campaignFileFault. */
export function unsealPerson(
  { campaignKey, id }: Pick<Campaign, 'campaignKey' | 'id'>,
  sealed: string,
): { source: KeySource; text: string } {
  const text = unseal(campaignKey, sealed, id) ?? refuse('changed');
  const source = (['idNumber', 'phone', 'name'] as const).find((one) => text.startsWith(`${one}:`));
  return { source: source ?? refuse('changed'), text };
}

/** Hashes people on a laptop; never what seals its files. */
export function peopleKeyOf({ campaignKey }: Pick<Campaign, 'campaignKey'>): Buffer {
  return createHmac('sha256', campaignKey).update('people').digest();
}

const withSum = (file: object): string => JSON.stringify({ ...file, sum: sumOf(file) });

const sumOf = (file: object): string => createHash('sha256').update(canonicalJson(file)).digest('hex');

function readFile<File extends { sum: string }>(
  text: string,
  kind: KitFile['kind'] | EntriesFile['kind'],
  schema: z.ZodType<File>,
): File {
  const raw = parse(text);
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return refuse('otherKind');
  const said = raw as { app?: unknown; kind?: unknown; version?: unknown };
  if (said.app !== 'mot-cua' || said.kind !== kind) return refuse('otherKind');
  if (typeof said.version === 'number' && said.version > 1) return refuse('newer');
  const file = schema.safeParse(raw);
  if (!file.success) return refuse('damaged');
  const { sum, ...content } = file.data;
  return sum === sumOf(content) ? file.data : refuse('damaged');
}

function parse(text: string): unknown {
  try {
    // A byte order mark comes from editors and mail programs.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('damaged');
  }
}
