import type { CampaignEntry } from '../../../shared/domain/digital-campaign.ts';
import { type DigitalThing, digitalThings } from '../../../shared/domain/digital-teams.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { canonicalJson, entriesOf } from '../journal.ts';
import { groupsOf, rowsOfHuman } from './digital-standing.ts';
import { listThings } from './digital-things.ts';

/**
 * Where the tables of digital support differ from the fold of their events, in words for who looks into it: nothing, unless
 * somebody wrote past the door.
 */
export function findUnfoldedDigital(db: Reader): string[] {
  const ids = prepared<{ id: number }>(
    db,
    `SELECT DISTINCT CAST(substr(subject, 9) AS INTEGER) AS id FROM journal WHERE kind = 'digital.added' ORDER BY id`,
  ).all();
  const humans = groupsOf(
    db,
    ids.map(({ id }) => id),
  ).map((group) => rowsOfHuman(db, group));
  return [
    ...differing(
      db,
      'digitalPeople',
      humans.flatMap(({ people }) => people),
    ),
    ...differing(
      db,
      'digitalMarks',
      humans.flatMap(({ marks }) => marks),
    ),
    ...differing(
      db,
      'digitalHelps',
      humans.flatMap(({ helps }) => helps),
    ),
    ...differingEntries(
      db,
      humans.flatMap(({ entries }) => entries),
    ),
    ...(Object.keys(digitalThings) as DigitalThing[]).flatMap((thing) => findUnfoldedThings(db, thing)),
  ];
}

/** Rows that are stored and should not be, or should be and are not. */
function differing(db: Reader, table: string, rows: readonly Record<string, unknown>[]): string[] {
  const columns = rows[0] ? Object.keys(rows[0]).map((name) => `"${name}"`) : ['*'];
  const stored = prepared<Record<string, unknown>>(db, `SELECT ${columns.join(', ')} FROM ${table}`).all();
  const texts = new Set(stored.map(canonicalJson));
  const expected = new Set(rows.map(canonicalJson));
  return onlyInOne(texts, expected).map((text) => `${table} ${text}`);
}

/** Standing entries of the campaigns that were made here. */
function differingEntries(db: Reader, entries: readonly CampaignEntry[]): string[] {
  const stored = prepared<{ content: string }>(
    db,
    `SELECT entry.content FROM campaignEntries AS entry JOIN campaigns ON campaigns.id = campaignId
     WHERE role = 'host' AND removed = 0`,
  ).all();
  const texts = new Set(stored.map(({ content }) => canonicalJson(JSON.parse(content))));
  return onlyInOne(texts, new Set(entries.map(canonicalJson))).map((text) => `campaignEntries ${text}`);
}

/** Plain rows against what was saved last. */
function findUnfoldedThings(db: Reader, thing: DigitalThing): string[] {
  const subjects = prepared<{ subject: string }>(
    db,
    `SELECT DISTINCT subject FROM journal WHERE kind = 'digital.rowSaved' AND subject GLOB ?`,
  ).all(`${thing}:*`);
  const standing = subjects.flatMap(({ subject }) => {
    const last = entriesOf(db, subject).at(-1);
    return last?.kind === 'digital.rowSaved' ? [last.data as Record<string, unknown>] : [];
  });
  const plain = (row: Record<string, unknown>) =>
    canonicalJson(
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'boolean' ? Number(value) : value,
        ]),
      ),
    );
  const stored = new Set(listThings(db, thing).map(plain));
  return onlyInOne(stored, new Set(standing.map(plain))).map((text) => `${thing} ${text}`);
}

function onlyInOne(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...[...one].filter((text) => !other.has(text)), ...[...other].filter((text) => !one.has(text))];
}
