import {
  type TallyKey,
  type TallyRow,
  tallyMeasureNames,
  tallyMeasures,
  tallyOf,
} from '../../../shared/domain/case-tally.ts';
import { monthAfter } from '../../../shared/domain/epoch-day.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { traitsSql } from './statistics.ts';

/** The cases summed by month, kept by whoever writes the row of a case: the old row's part goes, the new one's comes. */

const keyNames = [
  'grain',
  'procedureCode',
  'field',
  'holderId',
  'point',
  'channel',
  'receivedIn',
  'endedIn',
  'lateIn',
] as const;
type StoredKey = Record<(typeof keyNames)[number], string | number>;

const measures = tallyMeasureNames.join(', ');
const addSql = `INSERT INTO caseTallies (${keyNames.join(', ')}, ${measures})
  VALUES (${[...keyNames, ...tallyMeasureNames].map(() => '?').join(', ')})
  ON CONFLICT DO UPDATE SET ${tallyMeasureNames.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`;
const ofKey = keyNames.map((name) => `${name} = ?`).join(' AND ');
const takeSql = `UPDATE caseTallies SET ${tallyMeasureNames.map((name) => `${name} = ${name} - ?`).join(', ')}
  WHERE ${ofKey} AND ${tallyMeasureNames.map((name) => `${name} >= ?`).join(' AND ')}`;

/** The measures of cases, summed. */
export const measuresSql = tallyMeasureNames
  .map((name) => `sum(${traitsSql(tallyMeasures[name])}) AS ${name}`)
  .join(', ');

/** Both sums that a case is in: that of the office, and that of all that is named. */
function keysOf(key: TallyKey): StoredKey[] {
  const nobody = { procedureCode: '', field: '', holderId: 0, point: '' };
  return [
    { ...key, grain: 'split' },
    { ...key, ...nobody, grain: 'office' },
  ];
}

const valuesOf = (key: StoredKey) => keyNames.map((name) => key[name]);

/**
 * Moves a case, whose row is written, from the tallies of its row before to those of its row now; null is no row. A sum neither
 * refuses an act nor holds it up: where tallies do not hold what is to be taken, those of the month of its reception are summed
 * again, which costs the cases of a month. Answers whether they were.
 */
export function moveTally(tx: Writer, before: TallyRow | null, after: TallyRow | null): boolean {
  const [was, is] = [before && tallyOf(before), after && tallyOf(after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return false;
  const isTaken = was === null || keysOf(was.key).every((key) => take(tx, key, was.counts));
  if (!isTaken) sumMonths(tx, was.key.receivedIn, monthAfter(was.key.receivedIn));
  // What is summed again holds the row as it is now.
  const isHeld = !isTaken && is?.key.receivedIn === was.key.receivedIn;
  if (is !== null && !isHeld)
    for (const key of keysOf(is.key)) prepared(tx, addSql).run(...valuesOf(key), ...is.counts);
  return !isTaken;
}

function take(tx: Writer, key: StoredKey, counts: readonly number[]): boolean {
  const values = valuesOf(key);
  if (prepared(tx, takeSql).run(...counts, ...values, ...counts).changes === 0) return false;
  prepared(tx, `DELETE FROM caseTallies WHERE ${ofKey} AND total = 0`).run(...values);
  return true;
}

/** Sums all cases again, from their rows. */
export function rebuildTallies(tx: Writer): void {
  sumMonths(tx, '', '~');
}

/** Sums again what was received in the months [from, before). */
function sumMonths(tx: Writer, from: string, before: string): void {
  const sums = tallyMeasureNames.map((name) => `sum(${name})`).join(', ');
  prepared(tx, 'DELETE FROM caseTallies WHERE receivedIn >= ? AND receivedIn < ?').run(from, before);
  prepared(
    tx,
    `INSERT INTO caseTallies (${keyNames.join(', ')}, ${measures})
     SELECT 'split', procedureCode, field, holderId, point, channel, substr(acceptedAt, 1, 7),
       coalesce(substr(endedAt, 1, 7), ''), coalesce(substr(lateOn, 1, 7), ''), ${measuresSql}
     FROM cases WHERE acceptedAt >= ? AND acceptedAt < ? GROUP BY 2, 3, 4, 5, 6, 7, 8, 9`,
  ).run(from, before);
  prepared(
    tx,
    `INSERT INTO caseTallies (${keyNames.join(', ')}, ${measures})
     SELECT 'office', '', '', 0, '', channel, receivedIn, endedIn, lateIn, ${sums}
     FROM caseTallies WHERE grain = 'split' AND receivedIn >= ? AND receivedIn < ? GROUP BY 6, 7, 8, 9`,
  ).run(from, before);
}

/** One figure that is not the sum of what it sums. */
export interface Miscount {
  /** Key and measure: "office direct 2025-04 total". */
  where: string;
  stored: number;
  counted: number;
}

/** Where the tallies differ from what the rows of the cases add up to: nowhere, unless somebody wrote past the door. */
export function findMiscounts(db: Reader): Miscount[] {
  const counted = new Map<string, number[]>();
  for (const row of prepared<TallyRow>(db, 'SELECT * FROM cases').iterate()) {
    const tally = tallyOf(row);
    for (const key of tally ? keysOf(tally.key) : []) {
      const sums = counted.get(valuesOf(key).join(' ')) ?? tallyMeasureNames.map(() => 0);
      counted.set(
        valuesOf(key).join(' '),
        sums.map((sum, index) => sum + (tally?.counts[index] ?? 0)),
      );
    }
  }
  const found: Miscount[] = [];
  const compare = (key: string, stored: (name: string) => number) => {
    const sums = counted.get(key);
    for (const [index, name] of tallyMeasureNames.entries()) {
      const one = { where: `${key} ${name}`, stored: stored(name), counted: sums?.[index] ?? 0 };
      if (one.stored !== one.counted) found.push(one);
    }
    counted.delete(key);
  };
  for (const row of prepared<StoredKey & Record<string, number>>(db, 'SELECT * FROM caseTallies').iterate()) {
    compare(valuesOf(row).join(' '), (name) => row[name] ?? 0);
  }
  for (const key of [...counted.keys()]) compare(key, () => 0);
  return found;
}
