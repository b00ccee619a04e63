import type { CampaignPlan } from '../../shared/domain/campaign-files.ts';
import type { CampaignEntry } from '../../shared/domain/digital-campaign.ts';
import { AppError } from '../../shared/errors.ts';
import type { CampaignFileRow, CampaignRow } from '../../shared/views-campaign.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

/** Campaign days, their entries and the files that came in. */

export interface Campaign {
  id: string;
  role: 'host' | 'guest';
  from: string;
  to: string;
  laptopId: string;
  fileKey: Buffer;
  /** Of a guest its host's. */
  personKey: Buffer | null;
  content: { name: string; teamIds: string[]; plan: CampaignPlan | null };
}

export function findCampaign(db: Reader, id: string): Campaign | undefined {
  const row = prepared<Omit<Campaign, 'content'> & { content: string }>(
    db,
    `SELECT id, role, firstDay AS "from", lastDay AS "to", laptopId, fileKey, personKey, content
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

/** Makes it, or says days and content anew; keys and laptop stay. */
export function saveCampaign(tx: Writer, campaign: Campaign): void {
  prepared(
    tx,
    `INSERT INTO campaigns (id, role, firstDay, lastDay, laptopId, fileKey, personKey, content)
     VALUES (@id, @role, @from, @to, @laptopId, @fileKey, @personKey, @content)
     ON CONFLICT (id) DO UPDATE SET firstDay = excluded.firstDay, lastDay = excluded.lastDay, content = excluded.content`,
  ).run({ ...campaign, content: JSON.stringify(campaign.content) });
}

/** The latest first. */
export function listCampaigns(db: Reader): CampaignRow[] {
  return prepared<Omit<CampaignRow, 'teamIds'> & { teamIds: string }>(
    db,
    `SELECT id, role, firstDay AS "from", lastDay AS "to", content ->> '$.name' AS name,
       content -> '$.teamIds' AS teamIds,
       (SELECT count(*) FROM campaignEntries WHERE campaignId = campaigns.id AND removed = 0) AS helps,
       (SELECT count(DISTINCT ${who}) FROM campaignEntries AS entry ${withPerson}
        WHERE campaignId = campaigns.id AND removed = 0) AS people
     FROM campaigns ORDER BY firstDay DESC, id`,
  )
    .all()
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

/** Puts an entry in the place of what was stored under its id. */
export function putEntry(tx: Writer, entry: CampaignEntry): void {
  prepared(
    tx,
    `INSERT INTO campaignEntries (id, campaignId, laptopId, revision, removed, personKey, teamId, topic, writtenAt, content)
     VALUES (@id, @campaignId, @laptopId, @revision, @removed, @personKey, @teamId, @topic, @writtenAt, @content)
     ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, removed = excluded.removed,
       personKey = excluded.personKey, teamId = excluded.teamId, topic = excluded.topic, content = excluded.content`,
  ).run({
    id: entry.id,
    campaignId: entry.campaignId,
    laptopId: entry.laptopId,
    revision: entry.revision,
    removed: Number(entry.removed),
    personKey: entry.personKey,
    teamId: entry.teamId,
    topic: entry.topic,
    writtenAt: entry.at,
    content: JSON.stringify(entry),
  });
}

/** All that was written here, also what was removed: what a file hands in. */
export function listOwnEntries(db: Reader, { id, laptopId }: Campaign): CampaignEntry[] {
  return prepared<{ content: string }>(
    db,
    'SELECT content FROM campaignEntries WHERE campaignId = ? AND laptopId = ? ORDER BY writtenAt, id',
  )
    .all(id, laptopId)
    .map(({ content }) => JSON.parse(content) as CampaignEntry);
}

export interface StandingEntry extends CampaignEntry {
  who: string;
  /** Null where the register does not know the person. */
  personId: number | null;
}

/** What was not removed, by time. @param day one day of the campaign; null: all. */
export function listStandingEntries(db: Reader, campaignId: string, day: string | null): StandingEntry[] {
  return prepared<{ content: string; who: string; personId: number | null }>(
    db,
    `SELECT entry.content, ${who} AS who, person.livingId AS personId FROM campaignEntries AS entry ${withPerson}
     WHERE campaignId = @campaignId AND removed = 0 AND (@day IS NULL OR substr(writtenAt, 1, 10) = @day)
     ORDER BY writtenAt, entry.id`,
  )
    .all({ campaignId, day })
    .map(({ content, ...row }) => ({ ...(JSON.parse(content) as CampaignEntry), ...row }));
}

/** How many of the campaign's people had been helped, or had reached something, before its first day. */
export function countKnownBefore(db: Reader, { id, from }: Pick<Campaign, 'id' | 'from'>): number {
  const row = prepared<{ people: number }>(
    db,
    `SELECT count(DISTINCT person.livingId) AS people
     FROM campaignEntries AS entry JOIN digitalPeople AS person ON person.personKey = entry.personKey
     WHERE campaignId = @id AND removed = 0 AND (
       EXISTS (SELECT 1 FROM digitalHelps AS help WHERE help.livingId = person.livingId AND helpedOn < @from)
       OR EXISTS (SELECT 1 FROM digitalMarks WHERE personId = person.livingId AND reachedOn < @from))`,
  ).get({ id, from });
  return row?.people ?? 0;
}

export function noteFile(tx: Writer, file: CampaignFileRow & { campaignId: string; part: number }): void {
  prepared(
    tx,
    `INSERT OR IGNORE INTO campaignFiles (campaignId, laptopId, laptopName, number, part, entries, mergedAt)
     VALUES (@campaignId, @laptopId, @laptopName, @number, @part, @entries, @mergedAt)`,
  ).run({ ...file });
}

/** The newest file of each laptop. */
export function listFiles(db: Reader, campaignId: string): CampaignFileRow[] {
  return prepared<CampaignFileRow>(
    db,
    `SELECT laptopId, laptopName, number, sum(entries) AS entries, max(mergedAt) AS mergedAt
     FROM campaignFiles AS file WHERE campaignId = ? AND number = (
       SELECT max(number) FROM campaignFiles WHERE campaignId = file.campaignId AND laptopId = file.laptopId)
     GROUP BY laptopId ORDER BY laptopName, laptopId`,
  ).all(campaignId);
}
