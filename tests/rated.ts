import { connect, prepared, type Reader } from '../electron/register/connection.ts';
import { ratingCodeOf } from '../electron/register/voice/ratings.ts';
import { type Desk, reception } from './desk.ts';

/** What tests of ratings ask of a desk: its register, a case with its code, the screen that rates. */

export function inRegister<T>({ folder }: Desk, read: (db: Reader) => T): T {
  const db = connect(`${folder}/register.db`, 'read');
  try {
    return read(db);
  } finally {
    db.close();
  }
}

export async function received(desk: Desk, name?: string): Promise<{ id: number; code: string }> {
  const { id } = await desk.clerk.cases.receive(reception(name === undefined ? {} : { name }));
  const code = inRegister(desk, (db) => ratingCodeOf(db, id, 'reception'));
  if (code === null) throw new Error('a received case has no code');
  return { id, code };
}

export const answersOf = (desk: Desk): Record<string, unknown>[] =>
  inRegister(desk, (db) => prepared<Record<string, unknown>>(db, 'SELECT * FROM ratings').all());

export const screenOf = ({ counter }: Desk) => counter.displayCaller('window').rating;
