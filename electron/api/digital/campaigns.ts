import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  campaignInputSchema,
  entryInputSchema,
  type FiledEntry,
} from '../../../shared/domain/campaign-files.ts';
import { daySchema, managers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type {
  CampaignDay,
  CampaignDesk,
  CampaignEntryRow,
  CampaignFileText,
  CampaignPerson,
  CampaignRow,
  LoggedEntry,
  MergeOutcome,
} from '../../../shared/views-campaign.ts';
import {
  type Campaign,
  countExport,
  countOfPerson,
  findCampaign,
  findDayOutside,
  findEntry,
  getCampaign,
  listCampaigns,
  listOwnEntries,
  pageOfEntries,
  pageOfPeople,
} from '../../register/digital/campaigns.ts';
import { restand } from '../../register/digital/digital-standing.ts';
import { getDigitalTeam } from '../../register/digital/digital-things.ts';
import { makePrivateKey } from '../../sealing.ts';
import { command, longCommand, query, seated } from '../door.ts';
import { entryOf, isPlanned } from './campaign-entry.ts';
import { readEntries, sealEntries } from './campaign-files.ts';
import { mergeSteps } from './campaign-merge.ts';
import { dayOfCampaign, labelsOf, otherTopic, planOf } from './campaign-views.ts';
import { applyEntry, remember, slug } from './campaign-writing.ts';

const id = z.uuid();
const day = daySchema.nullable().default(null);
const page = { from: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) };
/** A part of a file stays below what the counter takes in at once, a megabyte. */
const entriesInFile = 500;
const fileText = z.object({ text: z.string().min(1).max(2_000_000) });

export const campaignRoutes = {
  list: query(seated, z.void(), ({ db }): CampaignRow[] => listCampaigns(db)),

  /** Throws notFound. */
  desk: query(seated, z.object({ id }), ({ db }, asked): CampaignDesk => {
    const campaign = getCampaign(db, asked.id);
    const [row] = listCampaigns(db, campaign.id);
    if (row === undefined) throw new AppError('notFound', { what: 'campaign' });
    return { ...row, plan: planOf(db, campaign) };
  }),

  day: query(seated, z.object({ id, day }), ({ db }, asked): CampaignDay => {
    const campaign = getCampaign(db, asked.id);
    return dayOfCampaign(db, campaign, planOf(db, campaign), asked.day);
  }),

  /** By name, from the row `from` on. */
  people: query(
    seated,
    z.object({ id, day, onlyRepeated: z.boolean().default(false), ...page }),
    ({ db, seen }, { from, limit, onlyRepeated, ...asked }): { rows: CampaignPerson[]; count: number } => {
      const campaign = getCampaign(db, asked.id);
      seen('seen.campaign', `campaign:${campaign.id}`);
      const { teams } = labelsOf(campaign, planOf(db, campaign));
      const leastTeams = onlyRepeated ? 2 : 1;
      const { rows, count } = pageOfPeople(db, { ...asked, leastTeams }, { from, limit });
      const named = rows.map(({ teamIds, ...row }) => ({
        ...row,
        teams: teams.filter((team) => teamIds.includes(team.id)).map(({ label }) => label),
      }));
      return { rows: named, count };
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
      ...page,
    }),
    ({ db, seen }, { from, limit, ...asked }): { rows: CampaignEntryRow[]; count: number } => {
      const campaign = getCampaign(db, asked.id);
      seen('seen.campaign', `campaign:${campaign.id}`);
      const { teams, topics } = labelsOf(campaign, planOf(db, campaign));
      const { rows, count } = pageOfEntries(db, asked, { from, limit });
      const named = rows.map(({ personKey: _, ...entry }) => ({
        ...entry,
        teamName: teams.find((team) => team.id === entry.teamId)?.label ?? '',
        topicLabel: topics.find((topic) => topic.id === entry.topic)?.label ?? otherTopic,
      }));
      return { rows: named, count };
    },
  ),

  /**
   * Makes a campaign here, or says name, days and teams anew. Throws notFound, actNotAllowed for one that a kit brought,
   * campaignDayOutside for days that leave out what is logged.
   */
  save: command(managers, ['digital'], campaignInputSchema, (scope, { name, teamIds, ...said }) => {
    const known = findCampaign(scope.tx, said.id);
    if (known?.role === 'guest') throw new AppError('actNotAllowed');
    const logged = findDayOutside(scope.tx, said);
    if (logged !== undefined) throw new AppError('campaignDayOutside', { ...said, logged });
    for (const teamId of teamIds) getDigitalTeam(scope.tx, teamId);
    const keys = known ?? { laptopId: said.id, peopleKey: randomBytes(32), sealKey: makePrivateKey() };
    const empty = { teams: [], topics: [], criteria: [] };
    const content = { name, teamIds, plan: null, known: known?.content.known ?? empty };
    remember(scope, { ...keys, role: 'host', ...said, content });
    scope.record('campaign.saved', `campaign:${said.id}`, { name, teamIds, from: said.from, to: said.to });
  }),

  /** One lượt, or one put right. Throws notFound, invalidInput, campaignDayOutside, actNotAllowed for what another laptop wrote. */
  log: command(seated, ['digital'], entryInputSchema, (scope, input): LoggedEntry => {
    const campaign = getCampaign(scope.tx, input.campaignId);
    const written = entryOf(scope, campaign, planOf(scope.tx, campaign), input);
    if (!isPlanned(campaign, written.entry)) remember(scope, campaign);
    restand(scope.tx, applyEntry(scope, campaign, written).touched);
    const { revision, personKey } = written.entry;
    return { id: input.id, revision, helps: countOfPerson(scope.tx, campaign.id, personKey) };
  }),

  /** Takes a lượt back. Throws notFound, actNotAllowed for what another laptop wrote. */
  remove: command(seated, ['digital'], z.object({ id }), (scope, asked): void => {
    const entry = findEntry(scope.tx, asked.id);
    if (entry === undefined) throw new AppError('notFound', { what: 'campaignEntry' });
    const campaign = getCampaign(scope.tx, entry.campaignId);
    if (entry.laptopId !== campaign.laptopId) throw new AppError('actNotAllowed');
    if (entry.removed) return;
    const removed = { ...entry, removed: true, revision: entry.revision + 1 };
    restand(scope.tx, applyEntry(scope, campaign, { entry: removed, person: null }).touched);
  }),

  /** All that was logged here, to hand in; mostly one file. Throws actNotAllowed where the campaign is at home. */
  export: command(seated, [], z.object({ id }), (scope, asked): { files: CampaignFileText[] } => {
    const campaign = getCampaign(scope.tx, asked.id);
    if (campaign.role === 'host') throw new AppError('actNotAllowed');
    const own = listOwnEntries(scope.tx, campaign);
    const entries = own.map(({ entry, person }): FiledEntry => {
      const { campaignId: _, laptopId: __, personKey: ___, source: ____, ...filed } = entry;
      return { ...filed, person };
    });
    const number = countExport(scope.tx, campaign.id);
    const parts = Math.max(1, Math.ceil(entries.length / entriesInFile));
    const { laptopId } = campaign;
    const exportId = randomUUID();
    const laptopName = teamsWords(campaign, entries);
    scope.record('campaign.exported', `campaign:${campaign.id}`, { number, entries: entries.length });
    const files = Array.from({ length: parts }, (_, index): CampaignFileText => {
      const part = index + 1;
      const text = sealEntries(
        {
          ...{ exportId, laptopId, laptopName, number, part, parts },
          writtenAt: scope.now.officeTime,
          entries: entries.slice(index * entriesInFile, part * entriesInFile),
        },
        campaign.id,
        campaign.sealKey,
      );
      // Two laptops of one team lie on one stick: a few letters of the laptop tell them apart.
      const laptop = laptopId.slice(0, 4);
      const name = [
        slug(campaign.content.name),
        slug(laptopName),
        laptop,
        number,
        ...(parts > 1 ? [part] : []),
      ];
      return { name: `dot-${name.join('-')}.json`, text };
    });
    return { files };
  }),

  /**
   * Brings a file of a laptop in: all of it, or nothing; again, or an older one after a newer one, it changes
   * nothing. What the campaign never planned (another day, team, topic) stays out and is told. Throws
   * campaignFileFault.
   */
  merge: longCommand(seated, ['digital'], fileText, (scope, { text }): Promise<MergeOutcome> => {
    const { file, campaign } = readEntries(text, (campaignId) => findCampaign(scope.db, campaignId));
    return scope.writeInChunks('campaign', file.entries.length, (write) => mergeSteps(write, file, campaign));
  }),
};

/** Whose file it is: the teams that were logged for, or all there could be before the first lượt. */
function teamsWords(campaign: Campaign, entries: readonly FiledEntry[]): string {
  const { teams } = campaign.content.known;
  const met = teams.filter(({ id: teamId }) => entries.some((entry) => entry.teamId === teamId));
  const [first, ...more] = met.length > 0 ? met : teams;
  return more.length === 0 ? (first?.label ?? '') : `${first?.label} và ${more.length} tổ khác`;
}
