import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import {
  type CampaignFileFault,
  type CampaignKit,
  type Entries,
  type EntriesFile,
  entriesFileSchema,
  entriesSchema,
  type KitFile,
  kitCost,
  kitFileSchema,
  kitSchema,
} from '../../../shared/domain/campaign-files.ts';
import type { KeySource } from '../../../shared/domain/digital.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Campaign } from '../../register/digital/campaigns.ts';
import { canonicalJson } from '../../register/journal.ts';
import { keyOfPassphrase, makePassphrase, seal, sealFor, unseal, unsealOwn } from '../../sealing.ts';

/**
 * Files of a campaign, sealed and read back: a kit under a passphrase, entries for the home of their campaign alone. Whatever
 * is not whole and ours is refused, before anything is written.
 */

const refuse = (why: CampaignFileFault): never => {
  throw new AppError('campaignFileFault', { why });
};

/** Seals a kit under a new passphrase. */
export async function sealKit(kit: CampaignKit): Promise<{ text: string; passphrase: string }> {
  const passphrase = makePassphrase();
  const salt = randomBytes(32);
  const key = await keyOfPassphrase(passphrase, salt, kitCost);
  const file: Omit<KitFile, 'sum'> = {
    app: 'mot-cua',
    kind: 'campaign-kit',
    version: 1,
    scrypt: { cost: kitCost, salt: salt.toString('hex') },
    sealed: seal(key, JSON.stringify(kit), 'campaign-kit'),
  };
  return { text: withSum(file), passphrase };
}

/** Throws campaignFileFault: a wrong passphrase and a damaged file are told apart by the sum. */
export async function readKit(text: string, passphrase: string): Promise<CampaignKit> {
  const file = readFile(text, 'campaign-kit', kitFileSchema);
  const key = await keyOfPassphrase(passphrase, Buffer.from(file.scrypt.salt, 'hex'), kitCost);
  const kit = kitSchema.safeParse(
    JSON.parse(unseal(key, file.sealed, 'campaign-kit') ?? refuse('passphrase')),
  );
  return kit.data ?? refuse('damaged');
}

/** @param publicKey of the home of the campaign. */
export function sealEntries(entries: Entries, campaignId: string, publicKey: Buffer): string {
  const file: Omit<EntriesFile, 'sum'> = {
    app: 'mot-cua',
    kind: 'campaign-entries',
    version: 1,
    campaignId,
    sealed: sealFor(publicKey, JSON.stringify(entries), campaignId),
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
    JSON.parse(unsealOwn(campaign.sealKey, sealed, campaignId) ?? refuse('changed')),
  );
  return { file: entries.data ?? refuse('changed'), campaign };
}

/** A person as a laptop hands him in: what he is known by, for the home of the campaign alone. */
export function sealPerson(publicKey: Buffer, campaignId: string, known: string): string {
  return sealFor(publicKey, known, campaignId);
}

/** Throws campaignFileFault. */
export function unsealPerson(
  { sealKey, id }: Pick<Campaign, 'sealKey' | 'id'>,
  sealed: string,
): { source: KeySource; text: string } {
  const text = unsealOwn(sealKey, sealed, id) ?? refuse('changed');
  const source = (['idNumber', 'phone', 'name'] as const).find((one) => text.startsWith(`${one}:`));
  return { source: source ?? refuse('changed'), text };
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
