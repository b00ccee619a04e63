import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  type CampaignFileFault,
  type CampaignKit,
  type EntriesFile,
  entriesFileSchema,
  kitSchema,
} from '../../shared/domain/campaign-files.ts';
import { AppError } from '../../shared/errors.ts';
import type { Campaign } from '../register/campaigns.ts';
import { canonicalJson } from '../register/journal.ts';

/** Files of a campaign, sealed and read back. Whatever is not whole and ours is refused, before anything is written. */

const refuse = (why: CampaignFileFault): never => {
  throw new AppError('campaignFileFault', { why });
};

/** A kit is sealed against damage alone: it carries the keys itself. */
const kitSealKey = 'mot-cua';

const sealOf = (key: Buffer | string, file: object): string =>
  createHmac('sha256', key).update(canonicalJson(file)).digest('hex');

export function sealKit(kit: Omit<CampaignKit, 'seal'>): string {
  return JSON.stringify({ ...kit, seal: sealOf(kitSealKey, kit) }, null, 1);
}

export function sealEntries(file: Omit<EntriesFile, 'seal'>, key: Buffer): string {
  return JSON.stringify({ ...file, seal: sealOf(key, file) });
}

/** Throws campaignFileFault. */
export function readKit(text: string): CampaignKit {
  const raw = readJson(text, 'campaign-kit');
  const kit = kitSchema.safeParse(raw);
  if (!kit.success || !hasSeal(raw, kitSealKey)) return refuse('damaged');
  return kit.data;
}

/**
 * Throws campaignFileFault: also for a campaign that was not made here, and for what its laptop did not write.
 * @param find the campaign of an id.
 */
export function readEntries(
  text: string,
  find: (id: string) => Campaign | undefined,
): { file: EntriesFile; campaign: Campaign } {
  const raw = readJson(text, 'campaign-entries');
  const parsed = entriesFileSchema.safeParse(raw);
  if (!parsed.success) return refuse('damaged');
  const file = parsed.data;
  const campaign = find(file.campaignId);
  if (campaign === undefined || campaign.role !== 'host') return refuse('foreign');
  if (!hasSeal(raw, campaign.fileKey)) return refuse('changed');
  const isOwn = file.entries.every(
    ({ campaignId, laptopId }) => campaignId === file.campaignId && laptopId === file.laptopId,
  );
  return isOwn ? { file, campaign } : refuse('changed');
}

interface RawFile {
  seal?: unknown;
}

function readJson(text: string, kind: 'campaign-kit' | 'campaign-entries'): RawFile {
  const raw = parse(text);
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return refuse('otherKind');
  const said = raw as { app?: unknown; kind?: unknown; version?: unknown };
  if (said.app !== 'mot-cua' || said.kind !== kind) return refuse('otherKind');
  if (typeof said.version === 'number' && said.version > 1) return refuse('newer');
  return raw;
}

function parse(text: string): unknown {
  try {
    // A byte order mark comes from editors and mail programs.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('damaged');
  }
}

function hasSeal({ seal, ...content }: RawFile, key: Buffer | string): boolean {
  if (typeof seal !== 'string') return false;
  const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(key, content))];
  return given.length === own.length && timingSafeEqual(given, own);
}
