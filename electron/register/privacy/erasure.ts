import { randomBytes } from 'node:crypto';
import { marksOf, type OwnMarks } from '../../../shared/domain/own-data.ts';
import { withoutOwn } from '../../../shared/domain/own-words.ts';
import { openRedaction } from '../../../shared/domain/redaction.ts';
import { getCase, updateCase } from '../cases/cases.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { erasePayloads } from '../journal.ts';
import { listPaymentIds } from '../money/payments.ts';
import { eraseLonelyCitizen } from './erased-citizens.ts';
import { linkEntriesOfCase } from './erased-kin.ts';
import { areaOf, type Erasing, redactedEntries } from './redacted-entries.ts';

/**
 * Takes out of the register what names, describes or finds the people of a case. What is counted stays: the case keeps its row,
 * numbers, procedure, days, money and hands, and is the fold of its redacted events as before.
 */

export interface Erased {
  entries: number;
  files: number;
  citizens: number;
}

/** Erases one ended case, with its payments, feedback, notices, papers, and its people where no case of theirs is left. */
export function eraseCase(tx: Writer, id: number, erasing: Erasing): Erased {
  const before = getCase(tx, id);
  const area = areaOf(tx, id);
  const redact = openRedaction(erasing.papers);
  const entries = erasePayloads(tx, { ...erasing.entry, subject: `case:${id}` }, erasing.about, [
    ...redactedEntries(tx, subjectsOf(tx, id), erasing.papers, erasing.rareAreas.has(area) ? '' : area),
    ...linkEntriesOfCase(tx, before.citizenId, before.caseCode).map(({ seq, kind, data }) => {
      return { seq, data: redact(kind, data) };
    }),
  ]);
  updateCase(tx, id, before, getCase(tx, id));
  // A hash of what a form held would tell whoever guesses it.
  prepared(tx, 'UPDATE cases SET formHash = ? WHERE id = ?').run(randomBytes(32), id);
  prepared(tx, "UPDATE notices SET text = '' WHERE caseId = ?").run(id);
  prepared(tx, 'DELETE FROM relatives WHERE caseCode = ?').run(before.caseCode);
  const people = [before.applicant, ...(before.submitter ? [before.submitter] : [])];
  rewordLists(tx, id, [marksOf(people), ...(erasing.own ? [erasing.own] : [])]);
  const files = dropPapers(tx, id);
  const citizens = before.citizenId === null ? 0 : eraseLonelyCitizen(tx, before.citizenId, erasing);
  return { entries, files, citizens };
}

/** The case, and all that was said beside it. */
function subjectsOf(db: Reader, id: number): string[] {
  const ids = (sql: string) =>
    prepared<{ id: number }>(db, sql)
      .all(id)
      .map((row) => row.id);
  return [
    `case:${id}`,
    ...listPaymentIds(db, id).map((payment) => `payment:${payment}`),
    ...ids('SELECT id FROM feedbackCases WHERE caseId = ?').map((feedback) => `feedback:${feedback}`),
    ...ids('SELECT id FROM notices WHERE caseId = ?').map((notice) => `notice:${notice}`),
  ];
}

const listsOf = `SELECT batches.id FROM batches, json_each(batches.data, '$.caseIds') AS one WHERE one.value = @id`;

/** What was noted on a list beside its cases, without the people of this one. */
function rewordLists(tx: Writer, id: number, people: readonly OwnMarks[]): void {
  const notes = prepared<{ id: number; notes: string }>(
    tx,
    `SELECT id, data ->> '$.notes' AS notes FROM batches WHERE id IN (${listsOf}) AND data ->> '$.notes' <> ''`,
  ).all({ id });
  const reword = prepared(tx, `UPDATE batches SET data = json_set(data, '$.notes', ?) WHERE id = ?`);
  for (const list of notes) reword.run(people.reduce(withoutOwn, list.notes), list.id);
}

/**
 * Stored papers of a case, and those of lists that name it, go; their print jobs stay without what was written of them, and what is
 * printed anew says what is left.
 */
function dropPapers(tx: Writer, id: number): number {
  const which = `(caseId = @id OR batchId IN (${listsOf}))`;
  const { changes } = prepared(
    tx,
    `INSERT OR IGNORE INTO erasedRemains (file)
     SELECT fileName FROM printJobs WHERE fileName IS NOT NULL AND ${which}`,
  ).run({ id });
  prepared(
    tx,
    `UPDATE printJobs SET fileName = NULL, fault = CASE WHEN fault IN ('opened', 'superseded') THEN fault END,
       state = CASE WHEN state IN ('ready', 'failed', 'unknown') THEN 'skipped' ELSE state END
     WHERE ${which}`,
  ).run({ id });
  return changes;
}
