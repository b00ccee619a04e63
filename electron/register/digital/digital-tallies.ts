import type { Help } from '../../../shared/domain/digital.ts';
import { type DigitalSettings, measuresOf, reachedOn } from '../../../shared/domain/digital-settings.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import type { Miscount } from '../figures/tallies.ts';
import { digitalSettingsOf } from './digital-settings.ts';

/** The sums by day of digital support, of what is stored of its people; whoever writes those moves them. */

/** The day of what is counted whatever the period. */
const always = '0000-00-00';

/** What of a human enters the sums. */
export interface Counted {
  isCounted: boolean;
  area: string;
  marks: ReadonlyMap<string, string>;
  helps: readonly Pick<Help, 'on' | 'level' | 'minutes'>[];
}

/** By name, area and day. */
export type Sums = Map<string, number>;
type Cell = [name: string, area: string, day: string];
const cellOf = (key: string) => JSON.parse(key) as Cell;

export function storedOf(db: Reader, livingId: number): Counted {
  const { area, counted } = prepared<{ area: string; counted: number }>(
    db,
    'SELECT area, counted FROM digitalPeople WHERE id = ?',
  ).get(livingId) ?? { area: '', counted: 0 };
  const marks = prepared<{ criterion: string; reachedOn: string }>(
    db,
    'SELECT criterion, reachedOn FROM digitalMarks WHERE personId = ?',
  ).all(livingId);
  const helps = prepared<Pick<Help, 'on' | 'level' | 'minutes'>>(
    db,
    'SELECT helpedOn AS "on", level, minutes FROM digitalHelps WHERE livingId = ?',
  ).all(livingId);
  return {
    isCounted: counted === 1,
    area,
    marks: new Map(marks.map((mark) => [mark.criterion, mark.reachedOn])),
    helps,
  };
}

export function addSums(sums: Sums, one: Counted, settings: DigitalSettings, sign: 1 | -1): void {
  const add = (name: string, day: string, by: number) => {
    const key = JSON.stringify([name, one.area, day]);
    sums.set(key, (sums.get(key) ?? 0) + sign * by);
  };
  for (const measure of measuresOf(settings)) {
    const day = reachedOn(measure, one.marks);
    if (day !== null) add(`reached:${measure.id}`, day, 1);
  }
  if (one.isCounted) add('known', always, 1);
  for (const { on, level, minutes } of one.helps) {
    add(`helps:${level}`, on, 1);
    add('minutes', on, minutes);
  }
  // Somebody helped again in the same month is met already in every period that begins with a month.
  let before = '';
  for (const on of one.helps.map((help) => help.on).sort()) {
    if (on.slice(0, 7) !== before) add(`met:${before}`, on, 1);
    before = on.slice(0, 7);
  }
}

/**
 * Adds changes to the stored sums, once the people are written. A sum neither refuses an act nor goes unnoticed: one that does not
 * hold what is to be taken is summed again. Answers those.
 */
export function changeTallies(tx: Writer, changes: Sums): string[] {
  return [...changes].flatMap(([key, change]) => {
    if (changeTally(tx, cellOf(key), change)) return [];
    sumCell(tx, key);
    return [cellOf(key).join(' ')];
  });
}

const ofCell = 'name = ? AND area = ? AND day = ?';

/** Answers whether the sum held it. */
function changeTally(tx: Writer, cell: Cell, change: number): boolean {
  if (change === 0) return true;
  if (change > 0) {
    prepared(
      tx,
      `INSERT INTO digitalTallies (name, area, day, value) VALUES (?, ?, ?, ?)
       ON CONFLICT (name, area, day) DO UPDATE SET value = value + excluded.value`,
    ).run(...cell, change);
    return true;
  }
  const rest = prepared(tx, `UPDATE digitalTallies SET value = value + ? WHERE ${ofCell} AND value + ? > 0`);
  if (rest.run(change, ...cell, change).changes > 0) return true;
  const whole = prepared(tx, `DELETE FROM digitalTallies WHERE ${ofCell} AND value + ? = 0`);
  return whole.run(...cell, change).changes > 0;
}

/** One sum anew, from the people of its area who have something on its day. */
function sumCell(tx: Writer, key: string): void {
  const [name, area, day] = cellOf(key);
  const settings = digitalSettingsOf(tx);
  const sums: Sums = new Map();
  if (day === always) {
    const sql =
      'SELECT count(*) AS people FROM digitalPeople WHERE livingId = id AND counted = 1 AND area = ?';
    sums.set(key, prepared<{ people: number }>(tx, sql).get(area)?.people ?? 0);
  } else {
    const criteria = measuresOf(settings).flatMap((measure) => measure.criteria);
    const people = prepared<{ id: number }>(
      tx,
      `SELECT id FROM digitalPeople WHERE area = @area AND id IN (
         SELECT livingId FROM digitalHelps WHERE helpedOn = @day
         UNION SELECT personId FROM digitalMarks
           WHERE reachedOn = @day AND criterion IN (SELECT value FROM json_each(@criteria)))`,
    ).all({ area, day, criteria: JSON.stringify(criteria) });
    for (const { id } of people) addSums(sums, storedOf(tx, id), settings, 1);
  }
  prepared(tx, `DELETE FROM digitalTallies WHERE ${ofCell}`).run(name, area, day);
  changeTally(tx, [name, area, day], sums.get(key) ?? 0);
}

/** All sums again, of all people. */
export function rebuildDigitalTallies(tx: Writer): void {
  prepared(tx, 'DELETE FROM digitalTallies').run();
  changeTallies(tx, sumsOf(tx));
}

function sumsOf(db: Reader): Sums {
  const sums: Sums = new Map();
  const settings = digitalSettingsOf(db);
  const living = prepared<{ id: number }>(db, 'SELECT id FROM digitalPeople WHERE livingId = id').all();
  for (const { id } of living) addSums(sums, storedOf(db, id), settings, 1);
  return sums;
}

/** Where the sums differ from what is stored of the people. */
export function findDigitalMiscounts(db: Reader): Miscount[] {
  const sums = sumsOf(db);
  const stored = new Map(
    prepared<{ name: string; area: string; day: string; value: number }>(db, 'SELECT * FROM digitalTallies')
      .all()
      .map(({ name, area, day, value }) => [JSON.stringify([name, area, day]), value]),
  );
  return [...new Set([...sums.keys(), ...stored.keys()])]
    .map((key) => ({
      where: cellOf(key).join(' '),
      stored: stored.get(key) ?? 0,
      counted: sums.get(key) ?? 0,
    }))
    .filter((one) => one.stored !== one.counted);
}

/** The sums of what is reached, from the marks: after the settings say otherwise what counts. */
export function rebuildReached(tx: Writer): void {
  prepared(tx, "DELETE FROM digitalTallies WHERE name >= 'reached:' AND name < 'reached;'").run();
  for (const { id, criteria } of measuresOf(digitalSettingsOf(tx)))
    prepared(
      tx,
      `INSERT INTO digitalTallies (name, area, day, value)
       SELECT 'reached:' || @id, area, day, count(*) FROM (
         SELECT area, max(reachedOn) AS day FROM digitalMarks JOIN digitalPeople ON digitalPeople.id = personId
         WHERE criterion IN (SELECT value FROM json_each(@criteria))
         GROUP BY personId HAVING count(*) = json_array_length(@criteria))
       GROUP BY area, day`,
    ).run({ id, criteria: JSON.stringify(criteria) });
}
