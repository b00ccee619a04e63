import type { Applicant } from '../../../shared/domain/intake.ts';
import type { Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { findPersonKey, hashOfNumber } from './digital-key.ts';
import { peopleOfCitizen, restand } from './digital-standing.ts';

/** Ties between citizens of the cases and people of digital support: merged citizens are one human here too. */

/** A record has this number now: whoever is known by its hash is the same. Nothing to do before the first help. */
export function linkCitizen(
  tx: Writer,
  citizenId: number,
  { kind, idNumber }: Pick<Applicant, 'kind' | 'idNumber'>,
): void {
  if (idNumber === null || kind !== 'citizen') return;
  const key = findPersonKey(tx);
  if (key === undefined) return;
  const person = prepared<{ id: number; citizenId: number | null }>(
    tx,
    'SELECT id, citizenId FROM digitalPeople WHERE personKey = ?',
  ).get(hashOfNumber(key, idNumber));
  if (person === undefined || person.citizenId === citizenId) return;
  prepared(tx, 'UPDATE digitalPeople SET citizenId = ? WHERE id = ?').run(citizenId, person.id);
  restand(tx, [person.id]);
}

/** After a merge or its taking apart: whoever belongs to these records is counted anew. */
export function regroupCitizens(tx: Writer, citizenIds: readonly number[]): void {
  if (findPersonKey(tx) === undefined) return;
  linkMergedCitizens(tx);
  const people = citizenIds.flatMap((id) => peopleOfCitizen(tx, id));
  if (people.length > 0) restand(tx, people);
}

/** People who came in by their hash alone may be citizens whose records are one: the tie is made for those. */
export function linkMergedCitizens(tx: Writer): void {
  const records = prepared<{ id: number; idNumber: string }>(
    tx,
    `SELECT id, idNumber FROM citizens WHERE idNumber IS NOT NULL AND kind = 'citizen'
     AND id IN (SELECT survivorId FROM merges UNION SELECT mergedId FROM merges)`,
  ).all();
  for (const { id, idNumber } of records) linkCitizen(tx, id, { kind: 'citizen', idNumber });
}
