import { type FeedbackEvent, type FeedbackState, foldFeedback } from '../../../shared/domain/feedback.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { entriesOf } from '../journal.ts';
import { insertRow, updateRow } from '../rows.ts';

/** Feedback cases: rows that lists ask for; what was said stays in the journal and is read one at a time. */

function columnsOf(state: FeedbackState) {
  return {
    code: state.code,
    status: state.status,
    receivedAt: state.receivedAt,
    acknowledgeDueAt: state.acknowledgeDueAt,
    acknowledgedAt: state.acknowledgedAt,
    answerDueAt: state.answerDueAt,
    endedAt: state.endedAt,
    caseId: state.about?.caseId ?? null,
    isFounded: state.isFounded === null ? null : Number(state.isFounded),
    version: state.version,
  };
}

/** @param formKey of the form it was written down in, which makes one however often it is sent. */
export function insertFeedback(tx: Writer, formKey: string, state: FeedbackState): number {
  return insertRow(tx, 'feedbackCases', { formKey, ...columnsOf(state) });
}

/** Puts a feedback case of a damaged register back as its events tell it. */
export function putBackFeedback(tx: Writer, id: number): void {
  const known = prepared<{ formKey: string }>(tx, 'SELECT formKey FROM feedbackCases WHERE id = ?').get(id);
  prepared(tx, 'DELETE FROM feedbackCases WHERE id = ?').run(id);
  const formKey = known?.formKey ?? `salvaged:${id}`;
  insertRow(tx, 'feedbackCases', { id, formKey, ...columnsOf(getFeedback(tx, id)) });
}

/** What a form already made. */
export function findFeedbackByForm(db: Reader, formKey: string): { id: number; code: string } | undefined {
  return prepared<{ id: number; code: string }>(
    db,
    'SELECT id, code FROM feedbackCases WHERE formKey = ?',
  ).get(formKey);
}

export function updateFeedback(tx: Writer, id: number, state: FeedbackState): void {
  updateRow(tx, 'feedbackCases', id, columnsOf(state));
}

/** The events of one feedback case, oldest first; throws notFound. */
export function feedbackEventsOf(db: Reader, id: number): FeedbackEvent[] {
  const events = entriesOf(db, `feedback:${id}`).map(({ data }) => data as FeedbackEvent);
  if (events.length === 0) throw new AppError('notFound', { what: 'feedback' });
  return events;
}

/** Throws notFound. */
export function getFeedback(db: Reader, id: number): FeedbackState {
  return foldFeedback(feedbackEventsOf(db, id));
}

const ids = (rows: { id: number }[]): number[] => rows.map(({ id }) => id);

/** What waits for somebody, soonest due first; what waits for its sender comes last. */
export function listOpenFeedback(db: Reader, limit: number): number[] {
  return ids(
    prepared<{ id: number }>(
      db,
      `SELECT id FROM feedbackCases WHERE endedAt IS NULL
       ORDER BY answerDueAt IS NULL, answerDueAt, id LIMIT ?`,
    ).all(limit),
  );
}

/** What came to an end, the latest received first. */
export function listEndedFeedback(db: Reader, limit: number): number[] {
  return ids(
    prepared<{ id: number }>(
      db,
      'SELECT id FROM feedbackCases WHERE endedAt IS NOT NULL ORDER BY receivedAt DESC, id DESC LIMIT ?',
    ).all(limit),
  );
}

/** Received before `end` and not ended before `from`: what a period had to do with. Office times. */
export function listFeedbackOf(db: Reader, from: string, end: string): number[] {
  return ids(
    prepared<{ id: number }>(
      db,
      'SELECT id FROM feedbackCases WHERE receivedAt < ? AND (endedAt IS NULL OR endedAt >= ?) ORDER BY receivedAt, id',
    ).all(end, from),
  );
}

/** What was said about one case, the latest first. */
export function listFeedbackOnCase(db: Reader, caseId: number): number[] {
  return ids(
    prepared<{ id: number }>(db, 'SELECT id FROM feedbackCases WHERE caseId = ? ORDER BY id DESC').all(
      caseId,
    ),
  );
}

/** All that names a case, whenever it came. */
export function listFeedbackOnCases(db: Reader): number[] {
  return ids(
    prepared<{ id: number }>(
      db,
      'SELECT id FROM feedbackCases WHERE caseId IS NOT NULL ORDER BY caseId, id',
    ).all(),
  );
}

/** The case that a code names; undefined when there is none. */
export function findCaseByCode(
  db: Reader,
  caseCode: string,
): { caseId: number; caseCode: string } | undefined {
  return prepared<{ caseId: number; caseCode: string }>(
    db,
    'SELECT id AS caseId, caseCode FROM cases WHERE caseCode = ? OR slipCode = ?',
  ).get(caseCode, caseCode);
}

/** Ids whose row is missing or differs from the fold of its events: none, unless somebody wrote past the door. */
export function findUnfoldedFeedback(db: Reader): number[] {
  const missing = prepared<{ id: number }>(
    db,
    `SELECT CAST(substr(subject, 10) AS INTEGER) AS id FROM journal WHERE kind = 'feedback.received'
     EXCEPT SELECT id FROM feedbackCases`,
  ).all();
  const rows = prepared<{ id: number } & Record<string, unknown>>(db, 'SELECT * FROM feedbackCases').all();
  const differing = rows.filter((row) => {
    const entries = entriesOf(db, `feedback:${row.id}`);
    if (entries.length === 0) return true;
    const state = foldFeedback(entries.map(({ data }) => data as FeedbackEvent));
    return Object.entries(columnsOf(state)).some(([name, value]) => row[name] !== value);
  });
  return [...ids(missing), ...ids(differing)];
}
