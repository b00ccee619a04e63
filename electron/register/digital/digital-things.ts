import {
  type DigitalThing,
  digitalThings,
  type Member,
  type Team,
} from '../../../shared/domain/digital-teams.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Teams, members, visits, classes, assets, facilities: plain rows, each as it was saved last. */

/** Columns are the fields of the schema. */
const fieldsOf = (thing: DigitalThing): string[] => Object.keys(digitalThings[thing].shape);

/** What newest first means; the rest goes by name. */
const orders: Record<DigitalThing, string> = {
  digitalTeams: 'name, id',
  digitalMembers: "teamId, role = 'member', role, name, id",
  homeVisits: 'visitedOn DESC, id',
  trainingClasses: 'heldOn DESC, id',
  digitalAssets: 'givenOn DESC, id',
  digitalFacilities: 'kind, name, id',
};

type Stored = Record<string, string | number | null>;

/** Those that were not removed. */
export function listThings(db: Reader, thing: DigitalThing): Stored[] {
  return prepared<Stored>(
    db,
    `SELECT ${fieldsOf(thing).join(', ')} FROM ${thing} WHERE removed = 0 ORDER BY ${orders[thing]}`,
  ).all();
}

/** Version of a row that was ever saved; 0 before. */
export function versionOfThing(db: Reader, thing: DigitalThing, id: string): number {
  return prepared<{ version: number }>(db, `SELECT version FROM ${thing} WHERE id = ?`).get(id)?.version ?? 0;
}

/** Saves a row under its next version. */
export function saveThing(
  tx: Writer,
  thing: DigitalThing,
  row: { readonly id: string; readonly version: number },
): void {
  const fields = fieldsOf(thing);
  const values = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );
  prepared(
    tx,
    `INSERT INTO ${thing} (${fields.join(', ')}) VALUES (${fields.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${fields.map((name) => `${name} = excluded.${name}`).join(', ')}, removed = 0`,
  ).run({ ...values, version: row.version + 1 });
}

/** Puts other words into a row, which stays under its version, removed or not. @param row as it was saved. */
export function rewordThing(tx: Writer, thing: DigitalThing, row: Record<string, unknown>): void {
  const words = Object.entries(row).filter(
    ([field, value]) =>
      field !== 'id' && fieldsOf(thing).includes(field) && (typeof value === 'string' || value === null),
  );
  prepared(
    tx,
    `UPDATE ${thing} SET ${words.map(([field]) => `${field} = @${field}`).join(', ')} WHERE id = @id`,
  ).run({ ...Object.fromEntries(words), id: row.id });
}

export function removeThing(tx: Writer, thing: DigitalThing, id: string): void {
  prepared(tx, `UPDATE ${thing} SET removed = 1, version = version + 1 WHERE id = ?`).run(id);
}

/** Also one that was removed: what he did keeps his name. Throws notFound. */
export function findMember(db: Reader, id: string): Pick<Member, 'id' | 'name' | 'teamId'> {
  const row = prepared<Pick<Member, 'id' | 'name' | 'teamId'>>(
    db,
    'SELECT id, name, teamId FROM digitalMembers WHERE id = ?',
  ).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'digitalMember' });
  return row;
}

/** Throws notFound. */
export function getDigitalTeam(db: Reader, id: string): Pick<Team, 'id' | 'name' | 'area'> {
  const row = prepared<Pick<Team, 'id' | 'name' | 'area'>>(
    db,
    'SELECT id, name, area FROM digitalTeams WHERE id = ?',
  ).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'digitalTeam' });
  return row;
}
