import { erasedName } from '../../../shared/domain/redaction.ts';
import { getLiving, recordsOf } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { erasePayloads } from '../journal.ts';
import { type Erasing, redactedEntries } from './redacted-entries.ts';

/**
 * Erases a person none of whose records has a case that still names him. Answers how many records went; none while one is left.
 */
export function eraseLonelyCitizen(tx: Writer, citizenId: number, erasing: Erasing): number {
  if (prepared(tx, 'SELECT 1 FROM citizens WHERE id = ?').get(citizenId) === undefined) return 0;
  const records = recordsOf(tx, getLiving(tx, citizenId).id);
  const isNamed = prepared(tx, 'SELECT 1 FROM cases WHERE citizenId = ? LIMIT 1');
  if (records.some((id) => isNamed.get(id) !== undefined)) return 0;
  const subjects = records.map((id) => `citizen:${id}`);
  erasePayloads(
    tx,
    { ...erasing.entry, subject: subjects[0] ?? '' },
    erasing.about,
    redactedEntries(tx, subjects, erasing.papers),
  );
  const asked = { ids: JSON.stringify(records) };
  const some = '(SELECT value FROM json_each(@ids))';
  // A form that was left half filled with him is no case of his.
  prepared(
    tx,
    `DELETE FROM drafts WHERE EXISTS (SELECT 1 FROM citizens WHERE id IN ${some} AND instr(drafts.content, citizens.idNumber))`,
  ).run(asked);
  prepared(tx, `DELETE FROM relatives WHERE citizenId IN ${some}`).run(asked);
  prepared(tx, `DELETE FROM toldApart WHERE firstId IN ${some} OR secondId IN ${some}`).run(asked);
  if (records.some((id) => isReferred(tx, id))) {
    const blank = `UPDATE %T SET details = json_object('kind', details ->> '$.kind', 'name', @name, 'idNumber', NULL,
      'birthOn', NULL, 'sex', NULL, 'phone', NULL, 'email', NULL, 'address', '')`;
    const named = { ...asked, name: erasedName };
    const merged = `survivorId IN ${some} OR mergedId IN ${some}`;
    prepared(tx, `${blank.replace('%T', 'merges')} WHERE ${merged}`).run(named);
    prepared(tx, `${blank.replace('%T', 'citizens')} WHERE id IN ${some}`).run(named);
    return records.length;
  }
  prepared(tx, `DELETE FROM merges WHERE survivorId IN ${some} OR mergedId IN ${some}`).run(asked);
  prepared(tx, `UPDATE citizens SET mergedInto = NULL WHERE id IN ${some}`).run(asked);
  prepared(tx, `DELETE FROM citizens WHERE id IN ${some}`).run(asked);
  return records.length;
}

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
