import { type TallyKey, type TallyRow, tallyMeasureNames, tallyOf } from '../../shared/domain/case-tally.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

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
const takeSql = `UPDATE caseTallies SET ${tallyMeasureNames.map((name) => `${name} = ${name} - ?`).join(', ')} WHERE ${ofKey}`;

/** Both sums that a case is in: that of the office, and that of all that is named. */
function keysOf(key: TallyKey): StoredKey[] {
  const nobody = { procedureCode: '', field: '', holderId: 0, point: '' };
  return [
    { ...key, grain: 'split' },
    { ...key, ...nobody, grain: 'office' },
  ];
}

const valuesOf = (key: StoredKey) => keyNames.map((name) => key[name]);

/** Moves a case from the tallies of its row before to those of its row now; null is no row. */
export function moveTally(tx: Writer, before: TallyRow | null, after: TallyRow | null): void {
  const [was, is] = [before && tallyOf(before), after && tallyOf(after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  for (const key of was ? keysOf(was.key) : []) {
    prepared(tx, takeSql).run(...(was?.counts ?? []), ...valuesOf(key));
    prepared(tx, `DELETE FROM caseTallies WHERE ${ofKey} AND total = 0`).run(...valuesOf(key));
  }
  for (const key of is ? keysOf(is.key) : [])
    prepared(tx, addSql).run(...valuesOf(key), ...(is?.counts ?? []));
}

/** One figure of a tally that is not the sum of its cases. */
interface Miscount {
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
