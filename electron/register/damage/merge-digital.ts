import type { PersonDetails } from '../../../shared/domain/digital.ts';
import { digitalThings } from '../../../shared/domain/digital-teams.ts';
import { getCitizen } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { findPersonKey } from '../digital/digital-key.ts';
import { linkCitizen } from '../digital/digital-links.ts';
import { findDigitalPerson, insertDigitalPerson } from '../digital/digital-people.ts';
import { restand, stateOfPerson } from '../digital/digital-standing.ts';
import { canonicalJson } from '../journal.ts';
import { insertRow, type Row } from '../rows.ts';
import type { MergedIds } from './merged-ids.ts';

/** Digital support of an emergency register: its people are those of the register by their hash, and its figures count there. */

/** What stands under an id that no other register ever gives. */
export const ownThings = Object.keys(digitalThings);
const ownTables = [...ownThings, 'campaigns', 'campaignEntries', 'campaignFiles'];

/** Subjects of the journal for these, which keep their names. */
export const ownSubject = new RegExp(`^(?:${[...ownThings, 'campaign'].join('|')}):`);

/**
 * Whether its people can be told here: an emergency knows the register's key where that could be read as it was opened. Without it
 * somebody met in both would be counted twice, and all of it stays in the file.
 */
export function bringsDigital(db: Reader, source: Reader): boolean {
  const [here, there] = [findPersonKey(db), findPersonKey(source)];
  if (here !== undefined && there !== undefined && !here.equals(there)) return false;
  const isHere = prepared(db, 'SELECT 1 FROM campaigns WHERE id = ?');
  return prepared<{ id: string }>(source, 'SELECT id FROM campaigns')
    .all()
    .every(({ id }) => isHere.get(id) === undefined);
}

/** Ids here of everybody met in the emergency; who is new is written down without an event. `metBefore`: the others. */
export function* digitalPeopleOf(
  tx: Writer,
  source: Reader,
  citizens: ReadonlyMap<number, number>,
): Generator<void, Pick<MergedIds, 'digital' | 'metBefore' | 'hasDigital'>> {
  const [digital, metBefore] = [new Map<number, number>(), new Set<number>()];
  if (!bringsDigital(tx, source)) return { digital, metBefore, hasDigital: false };
  const key = findPersonKey(source);
  if (key !== undefined && findPersonKey(tx) === undefined)
    insertRow(tx, 'digitalKey', { id: 1, personKey: key });
  for (const { id, personKey, source: from, citizenId } of prepared<{
    id: number;
    personKey: string;
    source: 'idNumber' | 'phone' | 'name';
    citizenId: number | null;
  }>(source, 'SELECT id, personKey, source, citizenId FROM digitalPeople ORDER BY id').all()) {
    const known = findDigitalPerson(tx, personKey);
    if (known !== undefined) metBefore.add(known.id);
    const record = citizenId === null ? null : (citizens.get(citizenId) ?? null);
    digital.set(id, known?.id ?? insertDigitalPerson(tx, { personKey, source: from, citizenId: record }));
    yield;
  }
  return { digital, metBefore, hasDigital: true };
}

/** An event as it is told here: of who was met before it adds what was not known of him, and changes nothing. Null: nothing to tell. */
export function digitalEntryHere(
  tx: Writer,
  personId: number,
  { kind, data }: { kind: string; data: unknown },
  { metBefore }: MergedIds,
): { kind: string; data: unknown } | null {
  const isTold = kind === 'digital.added' || kind === 'digital.described';
  if (!isTold || !metBefore.has(personId)) return { kind, data };
  const { details: said, source: _, ...rest } = data as { details: PersonDetails | null; source?: string };
  if (said === null) return null;
  const known = stateOfPerson(tx, personId).details;
  const details: PersonDetails = {
    name: known?.name || said.name,
    birthYear: known?.birthYear ?? said.birthYear,
    area: known?.area || said.area,
    phone: known?.phone ?? said.phone,
  };
  if (canonicalJson(known) === canonicalJson(details)) return null;
  return { kind: 'digital.described', data: { ...rest, kind: 'described', details } };
}

/** What the events add up to, once they are in the journal; teams, visits and campaigns as they are. */
export function* standDigital(
  tx: Writer,
  source: Reader,
  { digital, citizen, hasDigital, same }: MergedIds,
): Generator<void> {
  if (!hasDigital) return;
  for (const table of ownTables) {
    const columns = prepared<{ name: string }>(
      tx,
      'SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0',
    ).all(table);
    const list = columns.map(({ name }) => `"${name}"`).join(', ');
    for (const row of prepared<Row>(source, `SELECT ${list} FROM ${table}`).all())
      if (!same.rows.has(`${table}:${String(row.id)}`)) insertRow(tx, table, row);
  }
  for (const id of digital.values()) {
    restand(tx, [id]);
    yield;
  }
  for (const id of citizen.values()) {
    linkCitizen(tx, id, getCitizen(tx, id).own);
    yield;
  }
}
