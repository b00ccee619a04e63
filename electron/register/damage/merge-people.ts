import type { Applicant } from '../../../shared/domain/intake.ts';
import { addPerson, setPersonActive } from '../accounts/people.ts';
import { rememberCitizen } from '../citizens/citizens.ts';
import { prepared, type Reader, type Writer } from '../connection.ts';

/** Who worked in an emergency register, and who came to it, under the ids they have in the register. */

/** Whom the emergency knew from the register keeps his name; everybody else comes as somebody who left, whatever he is called. */
export function peopleOf(tx: Writer, source: Reader): Map<number, number> {
  return new Map(
    staffOf(tx, source).map(({ id, name, title, roles, isKnown }) => {
      if (isKnown) return [id, id];
      const added = addPerson(tx, { name, title, roles: JSON.parse(roles) });
      setPersonActive(tx, added, false);
      return [id, added];
    }),
  );
}

/** Who worked in an emergency. `isKnown`: it took him over from the register, under the id and name he has there; names repeat. */
export function staffOf(db: Reader, source: Reader) {
  const list = (from: Reader) =>
    prepared<{ id: number; name: string; title: string; roles: string }>(
      from,
      'SELECT id, name, title, roles FROM people ORDER BY id',
    ).all();
  const here = new Map(list(db).map(({ id, name }) => [id, name]));
  const added = new Set(
    prepared<{ subject: string }>(source, "SELECT subject FROM journal WHERE kind = 'person.added'")
      .all()
      .map(({ subject }) => subject),
  );
  return list(source).map((one) => ({
    ...one,
    isKnown: here.get(one.id) === one.name && !added.has(`person:${one.id}`),
  }));
}

/** People of cases: by their number the record that is here; without one each a record of his own. */
export function* citizensOf(tx: Writer, source: Reader): Generator<void, Map<number, number>> {
  const ids = new Map<number, number>();
  for (const { id, details, lastCaseAt } of prepared<{ id: number; details: string; lastCaseAt: string }>(
    source,
    'SELECT id, details, lastCaseAt FROM citizens ORDER BY id',
  ).all()) {
    ids.set(id, rememberCitizen(tx, JSON.parse(details) as Applicant, lastCaseAt));
    yield;
  }
  return ids;
}
