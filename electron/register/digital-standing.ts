import type { DigitalEvent, Help } from '../../shared/domain/digital.ts';
import { type DigitalState, foldDigital, standingOf } from '../../shared/domain/digital-fold.ts';
import { type DigitalSettings, measuresOf, reachedOn } from '../../shared/domain/digital-settings.ts';
import { fold, nameSortKey } from '../../shared/domain/text.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';
import { digitalSettingsOf } from './digital-settings.ts';
import { entriesOf } from './journal.ts';
import { insertRow, updateRow } from './rows.ts';

/** The stored folds of digital support: who is one human, what he reached, his lượt, and their sums by day. */

/** Throws when nobody is known by this id. */
export function stateOfPerson(db: Reader, id: number): DigitalState {
  return foldDigital(entriesOf(db, `digital:${id}`).map(({ data }) => data as DigitalEvent));
}

/** Everybody who is one human with this one, in the order of ids. */
export function keysOfLiving(db: Reader, livingId: number): number[] {
  return prepared<{ id: number }>(db, 'SELECT id FROM digitalPeople WHERE livingId = ? ORDER BY id')
    .all(livingId)
    .map(({ id }) => id);
}

/** Writes anew what is stored of these people and of all who are, or were until now, one human with them. */
export function restand(tx: Writer, personIds: readonly number[]): void {
  const touched = new Set(
    personIds.flatMap((id) => [...kinOf(tx, id), ...keysOfLiving(tx, livingOf(tx, id))]),
  );
  const before = new Set([...touched].map((id) => livingOf(tx, id)));
  const sums = new Map<string, number>();
  const settings = digitalSettingsOf(tx);
  for (const livingId of before) addSums(sums, storedOf(tx, livingId), settings, -1);
  for (const livingId of before) prepared(tx, 'DELETE FROM digitalMarks WHERE personId = ?').run(livingId);
  // All go before any comes: a lượt may have moved from one of them to another.
  for (const id of touched) prepared(tx, 'DELETE FROM digitalHelps WHERE personId = ?').run(id);
  for (const group of groupsOf(tx, [...touched])) addSums(sums, stand(tx, group), settings, 1);
  for (const [key, change] of sums) changeTally(tx, key, change);
}

function livingOf(db: Reader, id: number): number {
  const row = prepared<{ livingId: number }>(db, 'SELECT livingId FROM digitalPeople WHERE id = ?').get(id);
  if (row === undefined) throw new Error(`Nobody of digital support has the id ${id}`);
  return row.livingId;
}

/** People whose citizens' records are one; only himself without a record. */
function kinOf(db: Reader, id: number): number[] {
  const own = prepared<{ citizenId: number | null }>(db, 'SELECT citizenId FROM digitalPeople WHERE id = ?');
  const citizenId = own.get(id)?.citizenId ?? null;
  return citizenId === null ? [id] : peopleOfCitizen(db, citizenId);
}

/** Ids of the people of all records that are one with this one. */
export function peopleOfCitizen(db: Reader, citizenId: number): number[] {
  return prepared<{ id: number }>(
    db,
    `WITH RECURSIVE
       up (id, mergedInto) AS (
         SELECT id, mergedInto FROM citizens WHERE id = ?
         UNION ALL SELECT citizens.id, citizens.mergedInto FROM up JOIN citizens ON citizens.id = up.mergedInto),
       records (id) AS (
         SELECT id FROM up WHERE mergedInto IS NULL
         UNION ALL SELECT citizens.id FROM records JOIN citizens ON citizens.mergedInto = records.id)
     SELECT digitalPeople.id FROM records JOIN digitalPeople ON citizenId = records.id ORDER BY digitalPeople.id`,
  )
    .all(citizenId)
    .map(({ id }) => id);
}

export function groupsOf(db: Reader, ids: readonly number[]): number[][] {
  const groups = new Map<number, number[]>();
  for (const id of ids) {
    const group = kinOf(db, id);
    groups.set(group[0] ?? id, group);
  }
  return [...groups.values()];
}

/** The day of what is counted whatever the period. */
const always = '0000-00-00';

/** What of a human enters the sums. */
interface Counted {
  isCounted: boolean;
  area: string;
  marks: ReadonlyMap<string, string>;
  helps: readonly Pick<Help, 'on' | 'level' | 'minutes'>[];
}

function storedOf(db: Reader, livingId: number): Counted {
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

/** Stores one human. */
function stand(tx: Writer, group: readonly number[]): Counted {
  const { people, helps, marks, counted } = rowsOfHuman(tx, group);
  for (const person of people) updateRow(tx, 'digitalPeople', person.id, person);
  for (const help of helps) insertRow(tx, 'digitalHelps', help);
  for (const mark of marks) insertRow(tx, 'digitalMarks', mark);
  return counted;
}

/** What is stored of one human, from the events of all his keys. @param group ids, the living one first. */
export function rowsOfHuman(db: Reader, group: readonly number[]) {
  const states = group.map((id) => ({ id, state: stateOfPerson(db, id) }));
  const livingId = group[0] ?? 0;
  const standing = standingOf(states.map(({ state }) => state));
  const people = states.map(({ id, state }) => {
    const { details } = id === livingId ? standing : standingOf([state]);
    return {
      id,
      livingId,
      ...details,
      nameSortKey: nameSortKey(details.name),
      nameFolded: fold(details.name),
      counted: Number(standing.counted),
      version: state.version,
    };
  });
  const helps = states.flatMap(({ id, state }) =>
    standingOf([state]).helps.map((help) => helpRow(id, livingId, help)),
  );
  const marks = [...standing.marks].map(([criterion, { on }]) => ({
    personId: livingId,
    criterion,
    reachedOn: on,
  }));
  const counted: Counted = {
    isCounted: standing.counted,
    area: standing.details.area,
    marks: new Map(marks.map(({ criterion, reachedOn: day }) => [criterion, day])),
    helps: standing.helps,
  };
  return { people, helps, marks, counted, entries: states.flatMap(({ state }) => state.entries) };
}

function helpRow(personId: number, livingId: number, help: Help) {
  const { id, on, topic, level, minutes, place, teamId, campaignId, caseId } = help;
  return {
    id,
    personId,
    livingId,
    helpedOn: on,
    topic,
    level,
    minutes,
    place,
    teamId: teamId ?? '',
    campaignId,
    caseId,
    content: JSON.stringify(help),
  };
}

export function addSums(
  sums: Map<string, number>,
  one: Counted,
  settings: DigitalSettings,
  sign: 1 | -1,
): void {
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

/** All sums of what is reached anew from the marks: after the settings say otherwise what counts. */
export function rebuildTallies(tx: Writer): void {
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

function changeTally(tx: Writer, key: string, change: number): void {
  if (change === 0) return;
  const row = JSON.parse(key) as [string, string, string];
  const place = 'name = ? AND area = ? AND day = ?';
  if (change > 0)
    prepared(
      tx,
      `INSERT INTO digitalTallies (name, area, day, value) VALUES (?, ?, ?, ?)
       ON CONFLICT (name, area, day) DO UPDATE SET value = value + excluded.value`,
    ).run(...row, change);
  else if (
    prepared(tx, `UPDATE digitalTallies SET value = value + ? WHERE ${place} AND value + ? > 0`).run(
      change,
      ...row,
      change,
    ).changes === 0
  )
    prepared(tx, `DELETE FROM digitalTallies WHERE ${place}`).run(...row);
}
