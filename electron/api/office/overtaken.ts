import { AppError } from '../../../shared/errors.ts';
import { nameOfPerson } from '../../register/accounts/people.ts';
import type { Reader } from '../../register/connection.ts';
import { lastToChange } from '../../register/journal.ts';

/** The refusal of what was begun before somebody else saved the same settings; it names him. */
export function overtakenSettings(db: Reader, names: readonly string[]): AppError {
  return new AppError('stale', { what: 'settings', names, ...byOf(db, 'settings', names) });
}

/** The same for a procedure. */
export function overtakenProcedure(db: Reader, code: string): AppError {
  return new AppError('stale', { what: 'procedure', ...byOf(db, `procedure:${code}`, ['version']) });
}

/** Nobody where the machine did it, or a save before the journal named what it changed. */
function byOf(db: Reader, subject: string, names: readonly string[]): { by?: string } {
  const id = lastToChange(db, subject, names);
  return id === null ? {} : { by: nameOfPerson(db, id) };
}
