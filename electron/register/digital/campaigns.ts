import type { MetEntry } from '../../../shared/domain/campaign-figures.ts';
import type { CampaignPlan, KitOffice } from '../../../shared/domain/campaign-files.ts';
import type { CampaignEntry } from '../../../shared/domain/digital-campaign.ts';
import { nameSortKey } from '../../../shared/domain/text.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CampaignFileRow, CampaignRow } from '../../../shared/views-campaign.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Campaign days, their entries and the files that came in. */

/** A label that a campaign was ever logged under; it stays where the settings leave it out. */
interface Named {
  id: string;
  label: string;
}

export interface Campaign {
  id: string;
  role: 'host' | 'guest';
  from: string;
  to: string;
  laptopId: string;
  /** Tells people apart on laptops; of a guest its kit brought it. */
  peopleKey: Buffer;
  /** Private of a host, public of a guest. */
  sealKey: Buffer;
  content: {
    name: string;
    teamIds: string[];
    plan: CampaignPlan | null;
    /** Of a guest: whose campaign it is. */
    office?: KitOffice;
    known: { teams: Named[]; topics: (Named & { phrase?: string | undefined })[]; criteria: string[] };
  };
}

export function findCampaign(db: Reader, id: string): Campaign | undefined {
  const row = prepared<Omit<Campaign, 'content'> & { content: string }>(
    db,
    `SELECT id, role, firstDay AS "from", lastDay AS "to", laptopId, peopleKey, sealKey, content
     FROM campaigns WHERE id = ?`,
  ).get(id);
  return row && { ...row, content: JSON.parse(row.content) };
}

/** Throws notFound. */
export function getCampaign(db: Reader, id: string): Campaign {
  const campaign = findCampaign(db, id);
  if (campaign === undefined) throw new AppError('notFound', { what: 'campaign' });
  return campaign;
}

/** Makes it, or says days and content anew; key and laptop stay. */
export function saveCampaign(tx: Writer, campaign: Campaign): void {
  prepared(
    tx,
    `INSERT INTO campaigns (id, role, firstDay, lastDay, laptopId, peopleKey, sealKey, content)
     VALUES (@id, @role, @from, @to, @laptopId, @peopleKey, @sealKey, @content)
     ON CONFLICT (id) DO UPDATE SET firstDay = excluded.firstDay, lastDay = excluded.lastDay, content = excluded.content`,
  ).run({ ...campaign, content: JSON.stringify(campaign.content) });
}

/** The latest first. @param id one alone; null: all. */
export function listCampaigns(db: Reader, id: string | null = null): CampaignRow[] {
  return prepared<Omit<CampaignRow, 'teamIds'> & { teamIds: string }>(
    db,
    `SELECT id, role, firstDay AS "from", lastDay AS "to", content ->> '$.name' AS name,
       content -> '$.teamIds' AS teamIds,
       (SELECT count(*) FROM campaignEntries WHERE campaignId = campaigns.id AND removed = 0) AS helps,
       (SELECT count(DISTINCT ${who}) FROM campaignEntries AS entry ${withPerson}
        WHERE campaignId = campaigns.id AND removed = 0) AS people
     FROM campaigns WHERE @id IS NULL OR id = @id ORDER BY firstDay DESC, id`,
  )
    .all({ id })
    .map((row) => ({ ...row, teamIds: JSON.parse(row.teamIds) }));
}

/** A human whom the register knows, else the hash. */
const who = 'coalesce(CAST(person.livingId AS TEXT), entry.personKey)';
const withPerson = 'LEFT JOIN digitalPeople AS person ON person.personKey = entry.personKey';

/** The number of the next file that leaves here. */
export function countExport(tx: Writer, id: string): number {
  const row = prepared<{ exports: number }>(
    tx,
    'UPDATE campaigns SET exports = exports + 1 WHERE id = ? RETURNING exports',
  ).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'campaign' });
  return row.exports;
}

export function findEntry(db: Reader, id: string): CampaignEntry | undefined {
  const row = prepared<{ content: string }>(db, 'SELECT content FROM campaignEntries WHERE id = ?').get(id);
  return row && (JSON.parse(row.content) as CampaignEntry);
}

/** What the latest entry with a name says of somebody. */
export function findNamed(
  db: Reader,
  campaignId: string,
  personKey: string,
): Pick<CampaignEntry, 'name' | 'birthYear'> | undefined {
  return prepared<Pick<CampaignEntry, 'name' | 'birthYear'>>(
    db,
    `SELECT name, birthYear FROM campaignEntries
     WHERE campaignId = ? AND personKey = ? AND removed = 0 AND name <> '' ORDER BY at DESC, id DESC LIMIT 1`,
  ).get(campaignId, personKey);
}

/** How many lượt somebody has in a campaign. */
export function countOfPerson(db: Reader, campaignId: string, personKey: string): number {
  const row = prepared<{ helps: number }>(
    db,
    'SELECT count(*) AS helps FROM campaignEntries WHERE campaignId = ? AND personKey = ? AND removed = 0',
  ).get(campaignId, personKey);
  return row?.helps ?? 0;
}

/** A laptop that a kit has set up and nobody else: it has campaigns to log, and no office of its own. */
export function isTeamLaptop(db: Reader): boolean {
  const row = prepared<{ isTeam: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM campaigns WHERE role = 'guest')
       AND NOT EXISTS (SELECT 1 FROM settings WHERE name = 'office') AS isTeam`,
  ).get();
  return row?.isTeam === 1;
}

/** Puts an entry in the place of what was stored under its id. @param person of a guest, sealed; null: as it was. */
export function putEntry(tx: Writer, entry: CampaignEntry, person: string | null): void {
  const { id, campaignId, personKey, teamId, topic, at } = entry;
  prepared(
    tx,
    `INSERT INTO campaignEntries (id, campaignId, removed, personKey, teamId, topic, at, nameSortKey, person, content)
     VALUES (@id, @campaignId, @removed, @personKey, @teamId, @topic, @at, @nameSortKey, @person, @content)
     ON CONFLICT (id) DO UPDATE SET removed = excluded.removed, personKey = excluded.personKey, teamId = excluded.teamId,
       topic = excluded.topic, at = excluded.at, nameSortKey = excluded.nameSortKey,
       person = coalesce(excluded.person, person), content = excluded.content`,
  ).run({
    ...{ id, campaignId, personKey, teamId, topic, at, person },
    removed: Number(entry.removed),
    nameSortKey: nameSortKey(entry.name),
    content: JSON.stringify(entry),
  });
}

/** All that was written here, also what was removed, with its sealed person: what a file hands in. */
export function listOwnEntries(
  db: Reader,
  { id, laptopId }: Campaign,
): { entry: CampaignEntry; person: string }[] {
  return prepared<{ content: string; person: string }>(
    db,
    `SELECT content, person FROM campaignEntries WHERE campaignId = ? AND laptopId = ? AND person IS NOT NULL
     ORDER BY at, id`,
  )
    .all(id, laptopId)
    .map(({ content, person }) => ({ entry: JSON.parse(content) as CampaignEntry, person }));
}

const ofDay = 'campaignId = @id AND removed = 0 AND (@day IS NULL OR substr(at, 1, 10) = @day)';

/** What was not removed, as far as it is counted. @param day one day of the campaign; null: all. */
export function listMet(db: Reader, id: string, day: string | null): MetEntry[] {
  return prepared<MetEntry>(
    db,
    `SELECT teamId, topic, ${who} AS who FROM campaignEntries AS entry ${withPerson} WHERE ${ofDay}`,
  ).all({ id, day });
}

/** A page of what was not removed, the latest first. */
export function pageOfEntries(
  db: Reader,
  asked: { id: string; day: string | null; teamId: string | null; topic: string | null },
  page: { from: number; limit: number },
): { rows: CampaignEntry[]; count: number } {
  const where = `${ofDay} AND (@teamId IS NULL OR teamId = @teamId) AND (@topic IS NULL OR topic = @topic)`;
  const count = prepared<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM campaignEntries WHERE ${where}`,
  );
  const rows = prepared<{ content: string }>(
    db,
    `SELECT content FROM campaignEntries WHERE ${where} ORDER BY at DESC, id DESC LIMIT @limit OFFSET @from`,
  ).all({ ...asked, ...page });
  return {
    rows: rows.map(({ content }) => JSON.parse(content) as CampaignEntry),
    count: count.get(asked)?.count ?? 0,
  };
}

interface PersonRow {
  /** Null where the register does not know the person. */
  personId: number | null;
  name: string;
  birthYear: number | null;
  area: string;
  helps: number;
  teamIds: string[];
}

/**
 * A page of the people of a campaign, by name: as the register knows them, else as the first entry with a name says.
 * @param leastTeams 2: only those whom several teams met.
 */
export function pageOfPeople(
  db: Reader,
  asked: { id: string; day: string | null; leastTeams: 1 | 2 },
  page: { from: number; limit: number },
): { rows: PersonRow[]; count: number } {
  const people = `FROM campaignEntries AS entry ${withPerson} WHERE ${ofDay} GROUP BY ${who}
     HAVING count(DISTINCT teamId) >= @leastTeams`;
  const count = prepared<{ count: number }>(db, `SELECT count(*) AS count FROM (SELECT 1 ${people})`);
  // The columns beside the one least value are those of its row.
  const rows = prepared<Omit<PersonRow, 'teamIds'> & { teamIds: string }>(
    db,
    `WITH met AS (
       SELECT person.livingId AS personId, entry.name, entry.nameSortKey, entry.birthYear, entry.area,
         count(*) AS helps, json_group_array(DISTINCT teamId) AS teamIds,
         min((entry.name = '') || entry.at || entry.id) AS first ${people})
     SELECT met.personId, coalesce(nullif(living.name, ''), met.name) AS name, helps, teamIds,
       coalesce(living.birthYear, met.birthYear) AS birthYear, coalesce(nullif(living.area, ''), met.area) AS area
     FROM met LEFT JOIN digitalPeople AS living ON living.id = met.personId
     ORDER BY coalesce(nullif(living.nameSortKey, ''), met.nameSortKey), first LIMIT @limit OFFSET @from`,
  ).all({ ...asked, ...page });
  return {
    rows: rows.map((row) => ({ ...row, teamIds: JSON.parse(row.teamIds) })),
    count: count.get(asked)?.count ?? 0,
  };
}

/** How many of the people of a day (null: of all) had been helped, or had reached something, before the campaign began. */
export function countKnownBefore(
  db: Reader,
  { id, from }: Pick<Campaign, 'id' | 'from'>,
  day: string | null,
): number {
  const row = prepared<{ people: number }>(
    db,
    `SELECT count(*) AS people FROM (
       SELECT DISTINCT person.livingId AS human FROM campaignEntries AS entry
       JOIN digitalPeople AS person ON person.personKey = entry.personKey WHERE ${ofDay})
     WHERE EXISTS (SELECT 1 FROM digitalHelps WHERE livingId = human AND helpedOn < @from AND campaignId IS NOT @id)
       OR EXISTS (SELECT 1 FROM digitalMarks WHERE personId = human AND reachedOn < @from)`,
  ).get({ id, from, day });
  return row?.people ?? 0;
}

/** A day on which something stands outside of these days, and then would belong to none of them. */
export function findDayOutside(
  db: Reader,
  { id, from, to }: Pick<Campaign, 'id' | 'from' | 'to'>,
): string | undefined {
  return prepared<{ day: string }>(
    db,
    `SELECT substr(at, 1, 10) AS day FROM campaignEntries
     WHERE campaignId = @id AND removed = 0 AND NOT substr(at, 1, 10) BETWEEN @from AND @to LIMIT 1`,
  ).get({ id, from, to })?.day;
}

export function noteFile(
  tx: Writer,
  file: CampaignFileRow & { campaignId: string; laptopId: string; part: number },
): void {
  prepared(
    tx,
    `INSERT OR IGNORE INTO campaignFiles (campaignId, exportId, laptopId, laptopName, number, part, entries, mergedAt)
     VALUES (@campaignId, @exportId, @laptopId, @laptopName, @number, @part, @entries, @mergedAt)`,
  ).run({ ...file });
}

/** Every file that came in, its parts together, the latest first: of a laptop that was copied, those of both. */
export function listFiles(db: Reader, campaignId: string): CampaignFileRow[] {
  return prepared<CampaignFileRow>(
    db,
    `SELECT exportId, laptopName, number, sum(entries) AS entries, max(mergedAt) AS mergedAt
     FROM campaignFiles WHERE campaignId = ? GROUP BY exportId ORDER BY mergedAt DESC, laptopName, number DESC`,
  ).all(campaignId);
}
