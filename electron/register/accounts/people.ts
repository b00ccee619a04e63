import type { z } from 'zod';
import type { Role, Staff, staffSchema } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

interface PersonRow {
  id: number;
  name: string;
  title: string;
  roles: string;
  active: number;
}

const toStaff = (row: PersonRow): Staff => ({
  id: row.id,
  name: row.name,
  title: row.title,
  roles: JSON.parse(row.roles) as Role[],
  active: row.active === 1,
});

export function listPeople(db: Reader): Staff[] {
  return prepared<PersonRow>(db, 'SELECT * FROM people WHERE active = 1 ORDER BY id').all().map(toStaff);
}

/** Who does not work here any more. */
export function listPeopleWhoLeft(db: Reader): Staff[] {
  return prepared<PersonRow>(db, 'SELECT * FROM people WHERE active = 0 ORDER BY name, id')
    .all()
    .map(toStaff);
}

/** Undefined also for a person who left. */
export function findPerson(db: Reader, id: number): Staff | undefined {
  const row = prepared<PersonRow>(db, 'SELECT * FROM people WHERE id = ? AND active = 1').get(id);
  return row && toStaff(row);
}

/** Throws notFound, also for a person who left. */
export function getPerson(db: Reader, id: number): Staff {
  const row = prepared<PersonRow>(db, 'SELECT * FROM people WHERE id = ? AND active = 1').get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'person' });
  return toStaff(row);
}

/** Also somebody who left. Throws notFound. */
export function getPersonWhoever(db: Reader, id: number): Staff {
  const row = prepared<PersonRow>(db, 'SELECT * FROM people WHERE id = ?').get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'person' });
  return toStaff(row);
}

/** Also of a person who left: what they made keeps their name. Throws notFound. */
export function nameOfPerson(db: Reader, id: number): string {
  const row = prepared<{ name: string }>(db, 'SELECT name FROM people WHERE id = ?').get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'person' });
  return row.name;
}

export function addPerson(tx: Writer, staff: z.infer<typeof staffSchema>): number {
  const { lastInsertRowid } = prepared(tx, 'INSERT INTO people (name, title, roles) VALUES (?, ?, ?)').run(
    staff.name,
    staff.title,
    JSON.stringify(staff.roles),
  );
  return Number(lastInsertRowid);
}

/** Throws notFound, also for a person who left. */
export function setRoles(tx: Writer, id: number, roles: readonly Role[]): void {
  const { changes } = prepared(tx, 'UPDATE people SET roles = ? WHERE id = ? AND active = 1').run(
    JSON.stringify(roles),
    id,
  );
  if (changes === 0) throw new AppError('notFound', { what: 'person' });
}

/** Throws notFound. */
export function setPersonActive(tx: Writer, id: number, active: boolean): void {
  const { changes } = prepared(tx, 'UPDATE people SET active = ? WHERE id = ?').run(active ? 1 : 0, id);
  if (changes === 0) throw new AppError('notFound', { what: 'person' });
}

/** Who sits at a window of a sample; undefined when nobody does. */
export function findSeated(db: Reader, device: string): Staff | undefined {
  const row = prepared<PersonRow>(
    db,
    `SELECT people.* FROM seats JOIN people ON people.id = seats.personId
     WHERE seats.device = ? AND people.active = 1`,
  ).get(device);
  return row && toStaff(row);
}

export function seat(tx: Writer, device: string, personId: number): void {
  prepared(
    tx,
    `INSERT INTO seats (device, personId) VALUES (?, ?)
     ON CONFLICT (device) DO UPDATE SET personId = excluded.personId`,
  ).run(device, personId);
}
