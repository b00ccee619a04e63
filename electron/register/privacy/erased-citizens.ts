import { marksOf } from '../../../shared/domain/own-data.ts';
import { erasedName, openRedaction } from '../../../shared/domain/redaction.ts';
import { getCitizen, getLiving, recordsOf } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { erasePayloads } from '../journal.ts';
import { dropDrafts } from './erased-drafts.ts';
import { leaveHouseholds } from './erased-kin.ts';
import { type Erasing, redactedEntries } from './redacted-entries.ts';

/**
 * Erases a person none of whose records has a case that still names him, also from the households of others. Answers how many
 * people went: one, or none while he has a case left or is gone already.
 */
export function eraseLonelyCitizen(tx: Writer, citizenId: number, erasing: Erasing): number {
  if (prepared(tx, 'SELECT 1 FROM citizens WHERE id = ?').get(citizenId) === undefined) return 0;
  const living = getLiving(tx, citizenId);
  if (living.details.name === erasedName) return 0;
  const records = recordsOf(tx, living.id);
  const isNamed = prepared(tx, 'SELECT 1 FROM cases WHERE citizenId = ? LIMIT 1');
  if (records.some((id) => isNamed.get(id) !== undefined)) return 0;
  const subjects = records.map((id) => `citizen:${id}`);
  const people = records.map((id) => getCitizen(tx, id));
  dropDrafts(tx, marksOf(people.flatMap(({ own, details }) => [own, details])));
  const redact = openRedaction(erasing.papers);
  const ofOthers = leaveHouseholds(tx, people).map(({ seq, kind, data }) => ({
    seq,
    data: redact(kind, data),
  }));
  erasePayloads(tx, { ...erasing.entry, subject: subjects[0] ?? '' }, erasing.about, [
    ...redactedEntries(tx, subjects, erasing.papers),
    ...ofOthers,
  ]);
  const asked = { ids: JSON.stringify(records) };
  const some = '(SELECT value FROM json_each(@ids))';
  prepared(tx, `DELETE FROM relatives WHERE citizenId IN ${some}`).run(asked);
  prepared(tx, `DELETE FROM toldApart WHERE firstId IN ${some} OR secondId IN ${some}`).run(asked);
  if (records.some((id) => isReferred(tx, id))) {
    const blank = `UPDATE %T SET details = json_object('kind', details ->> '$.kind', 'name', @name, 'idNumber', NULL,
      'birthOn', NULL, 'sex', NULL, 'phone', NULL, 'email', NULL, 'address', '')`;
    const named = { ...asked, name: erasedName };
    const merged = `survivorId IN ${some} OR mergedId IN ${some}`;
    prepared(tx, `${blank.replace('%T', 'merges')} WHERE ${merged}`).run(named);
    prepared(tx, `${blank.replace('%T', 'citizens')} WHERE id IN ${some}`).run(named);
    return 1;
  }
  prepared(tx, `DELETE FROM merges WHERE survivorId IN ${some} OR mergedId IN ${some}`).run(asked);
  prepared(tx, `UPDATE citizens SET mergedInto = NULL WHERE id IN ${some}`).run(asked);
  prepared(tx, `DELETE FROM citizens WHERE id IN ${some}`).run(asked);
  return 1;
}

/** Whether a record names nobody any more, or is not there. */
export const isErased = (db: Reader, citizenId: number): boolean =>
  prepared(db, 'SELECT 1 FROM citizens WHERE id = ?').get(citizenId) === undefined ||
  getLiving(db, citizenId).details.name === erasedName;

/** Digital support counts merged records as one human, and a request names its person: there the record stays, empty. */
function isReferred(db: Reader, id: number): boolean {
  return (
    prepared(
      db,
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM digitalPeople WHERE citizenId = @id)
         OR EXISTS (SELECT 1 FROM subjectRequests WHERE citizenId = @id)`,
    ).get({ id }) !== undefined
  );
}
