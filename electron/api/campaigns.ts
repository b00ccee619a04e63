import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type CampaignKit,
  campaignInputSchema,
  type EntriesFile,
  entryInputSchema,
} from '../../shared/domain/campaign-files.ts';
import { daySchema } from '../../shared/domain/person.ts';
import { fold } from '../../shared/domain/text.ts';
import { AppError } from '../../shared/errors.ts';
import type {
  CampaignDay,
  CampaignDesk,
  CampaignEntryRow,
  CampaignFileText,
  CampaignPerson,
  CampaignRow,
  MergeOutcome,
} from '../../shared/views-campaign.ts';
import {
  type Campaign,
  countExport,
  findCampaign,
  findEntry,
  getCampaign,
  listCampaigns,
  listOwnEntries,
  listStandingEntries,
  noteFile,
  saveCampaign,
} from '../register/campaigns.ts';
import { linkMergedCitizens } from '../register/digital-links.ts';
import { restand } from '../register/digital-standing.ts';
import { getDigitalTeam } from '../register/digital-things.ts';
import { entryOf } from './campaign-entry.ts';
import { readEntries, readKit, sealEntries, sealKit } from './campaign-files.ts';
import { dayOfCampaign, peopleOfCampaign, planOf } from './campaign-views.ts';
import { applyEntry } from './campaign-writing.ts';
import { requirePersonKey } from './digital-writing.ts';
import {
  type CommandScope,
  command,
  longCommand,
  type QueryScope,
  query,
  requireSettings,
  seated,
} from './door.ts';

const id = z.uuid();
const day = daySchema.nullable().default(null);
/** A part of a file stays below what the counter takes in at once. */
const entriesInFile = 1000;
const fileText = z.object({ text: z.string().min(1).max(1_000_000) });

export const campaignRoutes = {
  list: query(seated, z.void(), ({ db }): CampaignRow[] => listCampaigns(db)),

  /** Throws notFound. */
  desk: query(seated, z.object({ id }), (scope, asked): CampaignDesk => {
    const campaign = getCampaign(scope.db, asked.id);
    const row = listCampaigns(scope.db).find((one) => one.id === campaign.id);
    if (row === undefined) throw new AppError('notFound', { what: 'campaign' });
    return { ...row, plan: planFor(scope, campaign) };
  }),

  day: query(seated, z.object({ id, day }), (scope, asked): CampaignDay => {
    const campaign = getCampaign(scope.db, asked.id);
    return dayOfCampaign(scope.db, campaign, planFor(scope, campaign), asked.day);
  }),

  /** By name, from the row `from` on. */
  people: query(
    seated,
    z.object({
      id,
      day,
      onlyRepeated: z.boolean().default(false),
      from: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    (scope, { from, limit, ...asked }): { rows: CampaignPerson[]; count: number } => {
      const campaign = getCampaign(scope.db, asked.id);
      const people = peopleOfCampaign(scope.db, campaign, planFor(scope, campaign), asked);
      return { rows: people.slice(from, from + limit), count: people.length };
    },
  ),

  /** Lượt of one team, or all, the latest first, from the row `from` on. */
  entries: query(
    seated,
    z.object({
      id,
      day,
      teamId: z.uuid().nullable().default(null),
      topic: z.string().max(30).nullable().default(null),
      from: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    (scope, asked): { rows: CampaignEntryRow[]; count: number } => {
      const campaign = getCampaign(scope.db, asked.id);
      const { teams, topics } = planFor(scope, campaign);
      const rows = listStandingEntries(scope.db, campaign.id, asked.day)
        .filter(({ teamId }) => asked.teamId === null || teamId === asked.teamId)
        .filter(({ topic }) => asked.topic === null || topic === asked.topic)
        .map(({ personKey: _, who: __, personId: ___, ...entry }) => ({
          ...entry,
          teamName: teams.find((team) => team.id === entry.teamId)?.name ?? '',
          topicLabel: topics.find((topic) => topic.id === entry.topic)?.label ?? entry.topic,
        }))
        .reverse();
      return { rows: rows.slice(asked.from, asked.from + asked.limit), count: rows.length };
    },
  ),

  /** Makes a campaign here, or says name, days and teams anew. Throws notFound, actNotAllowed for one that a kit brought. */
  save: command(seated, ['digital'], campaignInputSchema, (scope, { name, teamIds, ...said }) => {
    const known = findCampaign(scope.tx, said.id);
    if (known?.role === 'guest') throw new AppError('actNotAllowed');
    for (const teamId of teamIds) getDigitalTeam(scope.tx, teamId);
    const keys = known ?? { laptopId: said.id, fileKey: randomBytes(32), personKey: null };
    saveCampaign(scope.tx, { ...keys, role: 'host', ...said, content: { name, teamIds, plan: null } });
    scope.record('campaign.saved', `campaign:${said.id}`, { name, teamIds, from: said.from, to: said.to });
  }),

  /** The file that lets another counter log this campaign. It holds keys, which the journal is not told. */
  kit: command(seated, [], z.object({ id }), (scope, asked): CampaignFileText => {
    const campaign = getCampaign(scope.tx, asked.id);
    if (campaign.role === 'guest') throw new AppError('actNotAllowed');
    const kit: Omit<CampaignKit, 'seal'> = {
      app: 'mot-cua',
      kind: 'campaign-kit',
      version: 1,
      ...planFor({ ...scope, db: scope.tx }, campaign),
      personKey: requirePersonKey(scope).toString('hex'),
      fileKey: campaign.fileKey.toString('hex'),
    };
    scope.record('campaign.kitMade', `campaign:${campaign.id}`, {});
    return { name: `bo-dot-${slug(kit.name)}.json`, text: sealKit(kit) };
  }),

  /** Lets this counter log a campaign; a newer kit of one brings its teams and topics up to date. Throws campaignFileFault. */
  openKit: command(seated, ['digital'], fileText, (scope, { text }): { campaignId: string } => {
    const { app: _, kind: __, version: ___, seal: ____, personKey, fileKey, ...plan } = readKit(text);
    const known = findCampaign(scope.tx, plan.campaignId);
    if (known?.role === 'host') throw new AppError('campaignFileFault', { why: 'ownKit' });
    const keys = { fileKey: Buffer.from(fileKey, 'hex'), personKey: Buffer.from(personKey, 'hex') };
    if (known && !(known.fileKey.equals(keys.fileKey) && known.personKey?.equals(keys.personKey)))
      throw new AppError('campaignFileFault', { why: 'changed' });
    const { campaignId, name, from, to } = plan;
    const teamIds = plan.teams.map((team) => team.id);
    saveCampaign(scope.tx, {
      id: campaignId,
      role: 'guest',
      from,
      to,
      laptopId: known?.laptopId ?? randomUUID(),
      ...keys,
      content: { name, teamIds, plan },
    });
    scope.record('campaign.kitOpened', `campaign:${campaignId}`, { name, from, to });
    return { campaignId };
  }),

  /** One lượt, or one put right. Throws notFound, invalidInput, actNotAllowed for what another laptop wrote. */
  log: command(seated, ['digital'], entryInputSchema, (scope, input): { id: string; revision: number } => {
    const campaign = getCampaign(scope.tx, input.campaignId);
    const entry = entryOf(scope, campaign, planFor({ ...scope, db: scope.tx }, campaign), input);
    restand(scope.tx, applyEntry(scope, campaign, entry).touched);
    return { id: entry.id, revision: entry.revision };
  }),

  /** Takes a lượt back. Throws notFound, actNotAllowed for what another laptop wrote. */
  remove: command(seated, ['digital'], z.object({ id }), (scope, asked): void => {
    const entry = findEntry(scope.tx, asked.id);
    if (entry === undefined) throw new AppError('notFound', { what: 'campaignEntry' });
    const campaign = getCampaign(scope.tx, entry.campaignId);
    if (entry.laptopId !== campaign.laptopId) throw new AppError('actNotAllowed');
    if (entry.removed) return;
    const removed = { ...entry, removed: true, revision: entry.revision + 1 };
    restand(scope.tx, applyEntry(scope, campaign, removed).touched);
  }),

  /** All that was logged here, to hand in; mostly one file. Throws actNotAllowed where the campaign is at home. */
  export: command(seated, [], z.object({ id }), (scope, asked): { files: CampaignFileText[] } => {
    const campaign = getCampaign(scope.tx, asked.id);
    if (campaign.role === 'host') throw new AppError('actNotAllowed');
    const entries = listOwnEntries(scope.tx, campaign);
    const number = countExport(scope.tx, campaign.id);
    const parts = Math.max(1, Math.ceil(entries.length / entriesInFile));
    const laptopName = requireSettings(scope.tx, scope.now).office.counterName;
    scope.record('campaign.exported', `campaign:${campaign.id}`, { number, entries: entries.length });
    const files = Array.from({ length: parts }, (_, index): CampaignFileText => {
      const file: Omit<EntriesFile, 'seal'> = {
        app: 'mot-cua',
        kind: 'campaign-entries',
        version: 1,
        campaignId: campaign.id,
        laptopId: campaign.laptopId,
        laptopName,
        number,
        part: index + 1,
        parts,
        writtenAt: scope.now.officeTime,
        entries: entries.slice(index * entriesInFile, (index + 1) * entriesInFile),
      };
      const name = [slug(campaign.content.name), slug(laptopName), number, ...(parts > 1 ? [index + 1] : [])];
      return { name: `dot-${name.join('-')}.json`, text: sealEntries(file, campaign.fileKey) };
    });
    return { files };
  }),

  /** Brings a file of a laptop in: all of it, or nothing; again, or an older one after a newer one, it changes nothing. Throws campaignFileFault. */
  merge: longCommand(seated, ['digital'], fileText, (scope, { text }): Promise<MergeOutcome> => {
    const { file, campaign } = readEntries(text, (campaignId) => findCampaign(scope.db, campaignId));
    return scope.writeInChunks('campaign', file.entries.length, (write) => mergeSteps(write, file, campaign));
  }),
};

function* mergeSteps(
  scope: CommandScope,
  file: EntriesFile,
  campaign: Campaign,
): Generator<number, MergeOutcome> {
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const touched = new Set<number>();
  /** People between whom a lượt moved: neither is whole without the other. */
  const moved = new Set<number>();
  let newPeople = 0;
  for (const [index, entry] of file.entries.entries()) {
    const applied = applyEntry(scope, campaign, entry);
    counts[applied.outcome] += 1;
    newPeople += Number(applied.isNewPerson);
    for (const personId of applied.touched) (applied.touched.length > 1 ? moved : touched).add(personId);
    yield index;
  }
  restand(scope.tx, [...moved]);
  for (const personId of [...touched].filter((id) => !moved.has(id))) {
    restand(scope.tx, [personId]);
    yield file.entries.length;
  }
  if (newPeople > 0) linkMergedCitizens(scope.tx);
  const { laptopId, laptopName, number, part, entries } = file;
  const noted = { campaignId: campaign.id, laptopId, laptopName, number, part, entries: entries.length };
  noteFile(scope.tx, { ...noted, mergedAt: scope.now.officeTime });
  scope.record('campaign.fileMerged', `campaign:${campaign.id}`, {
    laptopId,
    number,
    part,
    ...counts,
    newPeople,
  });
  const campaignName = campaign.content.name;
  return { campaignId: campaign.id, campaignName, laptopName, entries: entries.length, ...counts, newPeople };
}

function planFor(scope: Pick<QueryScope, 'db' | 'now'>, campaign: Campaign) {
  return planOf(scope.db, campaign, requireSettings(scope.db, scope.now).office.unit);
}

const slug = (text: string): string =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
