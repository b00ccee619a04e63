import type { Help, KeySource } from '../../../shared/domain/digital.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { nextValue } from '../counters.ts';
import { insertRow } from '../rows.ts';

/** People of digital support, by id and by hash. */

export interface DigitalPerson {
  id: number;
  livingId: number;
  personKey: string;
  citizenId: number | null;
  version: number;
}

const columns = 'id, livingId, personKey, citizenId, version';

/** Throws notFound. */
export function getDigitalPerson(db: Reader, id: number): DigitalPerson {
  const row = prepared<DigitalPerson>(db, `SELECT ${columns} FROM digitalPeople WHERE id = ?`).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'digitalPerson' });
  return row;
}

export function findDigitalPerson(db: Reader, personKey: string): DigitalPerson | undefined {
  return prepared<DigitalPerson>(db, `SELECT ${columns} FROM digitalPeople WHERE personKey = ?`).get(
    personKey,
  );
}

/** A new person who has no event yet: the caller records one and lets the person stand. */
export function insertDigitalPerson(
  tx: Writer,
  person: { personKey: string; source: KeySource; citizenId: number | null },
): number {
  const id = nextValue(tx, 'digitalPerson');
  insertRow(tx, 'digitalPeople', { id, ...person, livingId: id, counted: 0, version: 1 });
  return id;
}

/** Record of the citizen of this identity number, and its number. */
export function findCitizenOfNumber(db: Reader, idNumber: string): number | null {
  const row = prepared<{ id: number }>(db, "SELECT id FROM citizens WHERE idNumber = ? AND kind = 'citizen'");
  return row.get(idNumber)?.id ?? null;
}

export interface StoredHelp extends Help {
  personId: number;
}

/** Undefined when there is none, or it was taken back. */
export function findHelp(db: Reader, id: string): StoredHelp | undefined {
  const row = prepared<{ personId: number; content: string }>(
    db,
    'SELECT personId, content FROM digitalHelps WHERE id = ?',
  ).get(id);
  return row && { ...(JSON.parse(row.content) as Help), personId: row.personId };
}
