import type { DigitalEvent, Help } from '../../../shared/domain/digital.ts';
import { type DigitalState, foldDigital, standingOf } from '../../../shared/domain/digital-fold.ts';
import { fold, nameSortKey } from '../../../shared/domain/text.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { appendEntry, entriesOf } from '../journal.ts';
import { insertRow, updateRow } from '../rows.ts';
import { digitalSettingsOf } from './digital-settings.ts';
import { addSums, type Counted, changeTallies, type Sums, storedOf } from './digital-tallies.ts';

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

/** Whether all of this human went: none of his keys says any more who it is. Throws when nobody is known by an id. */
export const isErasedHuman = (db: Reader, keys: readonly number[]): boolean =>
  keys.every((id) => stateOfPerson(db, id).erasedArea !== null);

/** Writes anew what is stored of these people and of all who are, or were until now, one human with them. */
export function restand(tx: Writer, personIds: readonly number[]): void {
  const touched = new Set(
    personIds.flatMap((id) => [...kinOf(tx, id), ...keysOfLiving(tx, livingOf(tx, id))]),
  );
  const before = new Set([...touched].map((id) => livingOf(tx, id)));
  const sums: Sums = new Map();
  const settings = digitalSettingsOf(tx);
  for (const livingId of before) addSums(sums, storedOf(tx, livingId), settings, -1);
  for (const livingId of before) prepared(tx, 'DELETE FROM digitalMarks WHERE personId = ?').run(livingId);
  // All go before any comes: a lượt may have moved from one of them to another.
  for (const id of touched) prepared(tx, 'DELETE FROM digitalHelps WHERE personId = ?').run(id);
  for (const group of groupsOf(tx, [...touched])) addSums(sums, stand(tx, group), settings, 1);
  const wrong = changeTallies(tx, sums);
  if (wrong.length > 0) noteRebuilt(tx, wrong);
}

/** Sums that did not hold what was to be taken, and were summed again, are told. */
function noteRebuilt(tx: Writer, wrong: readonly string[]): void {
  const entry = { at: new Date().toISOString(), personId: null, device: '' };
  appendEntry(tx, { ...entry, kind: 'tallies.rebuilt', subject: 'tallies', data: { digital: wrong } });
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
