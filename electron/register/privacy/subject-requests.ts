import { officeTimeAt } from '../../../shared/domain/clock-time.ts';
import {
  foldRequest,
  type LinkedCorrection,
  type RequestEvent,
  type RequestState,
} from '../../../shared/domain/subject-request.ts';
import { AppError } from '../../../shared/errors.ts';
import { recordsOf } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { entriesOf } from '../journal.ts';
import { insertRow, updateRow } from '../rows.ts';

/** Requests about one's own data: rows that lists ask for; what was said stays in the journal and is read one at a time. */

function columnsOf(state: RequestState) {
  return {
    code: state.code,
    wish: state.wish,
    status: state.status,
    receivedAt: state.receivedAt,
    acknowledgeDueAt: state.acknowledgeDueAt,
    acknowledgedAt: state.acknowledgedAt,
    answerDueAt: state.answerDueAt,
    endedAt: state.endedAt,
    version: state.version,
  };
}

/** @param formKey of the form it was written down in, which makes one however often it is sent. */
export function insertRequest(tx: Writer, formKey: string, state: RequestState): number {
  return insertRow(tx, 'subjectRequests', { formKey, citizenId: state.citizenId, ...columnsOf(state) });
}

export function updateRequest(tx: Writer, id: number, state: RequestState): void {
  updateRow(tx, 'subjectRequests', id, columnsOf(state));
}

/** Puts a request of a damaged register back as its events tell it. */
export function putBackRequest(tx: Writer, id: number): void {
  const known = prepared<{ formKey: string }>(tx, 'SELECT formKey FROM subjectRequests WHERE id = ?').get(id);
  prepared(tx, 'DELETE FROM restrictions WHERE requestId = ?').run(id);
  prepared(tx, 'DELETE FROM subjectRequests WHERE id = ?').run(id);
  const state = getRequest(tx, id);
  const person = prepared<{ id: number }>(tx, 'SELECT id FROM citizens WHERE id = ?').get(state.citizenId);
  const formKey = known?.formKey ?? `salvaged:${id}`;
  insertRow(tx, 'subjectRequests', { id, formKey, citizenId: person?.id ?? null, ...columnsOf(state) });
}

/** What a form already made. */
export function findRequestByForm(db: Reader, formKey: string): { id: number; code: string } | undefined {
  return prepared<{ id: number; code: string }>(
    db,
    'SELECT id, code FROM subjectRequests WHERE formKey = ?',
  ).get(formKey);
}

/** The events of one request, oldest first; throws notFound. */
export function requestEventsOf(db: Reader, id: number): RequestEvent[] {
  const events = entriesOf(db, `subjectRequest:${id}`).map(({ data }) => data as RequestEvent);
  if (events.length === 0) throw new AppError('notFound', { what: 'subjectRequest' });
  return events;
}

/** Throws notFound. */
export function getRequest(db: Reader, id: number): RequestState {
  return foldRequest(requestEventsOf(db, id));
}

const ids = (rows: { id: number }[]): number[] => rows.map(({ id }) => id);

/** What waits for an answer, soonest due first. */
export function listOpenRequests(db: Reader, limit: number): number[] {
  return ids(
    prepared<{ id: number }>(
      db,
      'SELECT id FROM subjectRequests WHERE endedAt IS NULL ORDER BY answerDueAt, id LIMIT ?',
    ).all(limit),
  );
}

/** What came to an end, the latest received first. */
export function listEndedRequests(db: Reader, limit: number): number[] {
  return ids(
    prepared<{ id: number }>(
      db,
      'SELECT id FROM subjectRequests WHERE endedAt IS NOT NULL ORDER BY receivedAt DESC, id DESC LIMIT ?',
    ).all(limit),
  );
}

/** Of one person, under whichever of his records, the latest first. */
export function listRequestsOf(db: Reader, livingId: number): number[] {
  const statement = prepared<{ id: number }>(db, 'SELECT id FROM subjectRequests WHERE citizenId = ?');
  return recordsOf(db, livingId)
    .flatMap((id) => ids(statement.all(id)))
    .sort((a, b) => b - a);
}

/** Corrections of a person's cases from an office time on, oldest first. */
export function correctionsSince(db: Reader, livingId: number, from: string): LinkedCorrection[] {
  const statement = prepared<LinkedCorrection>(
    db,
    `SELECT cases.id AS caseId, caseCode, data ->> '$.at' AS at FROM cases
     JOIN journal ON journal.subject = 'case:' || cases.id AND kind = 'case.corrected'
     WHERE citizenId = ? AND data ->> '$.at' >= ?`,
  );
  return recordsOf(db, livingId)
    .flatMap((id) => statement.all(id, from))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The last erasure that was done for a request. */
export function erasedFor(
  db: Reader,
  requestId: number,
  code: string,
): { at: string; cases: number; citizens: number } | null {
  const acts = entriesOf(db, 'retention').map(({ at, data }) => {
    return {
      at,
      ...(data as { requestId?: number | null; reason: string; cases: number; citizens: number }),
    };
  });
  const act = acts.findLast((one) =>
    // Older entries name the request in their reason alone.
    one.requestId === undefined ? one.reason.includes(code) : one.requestId === requestId,
  );
  return act ? { at: officeTimeAt(act.at), cases: act.cases, citizens: act.citizens } : null;
}

/** Ids whose row is missing or differs from the fold of its events: none, unless somebody wrote past the door. */
export function findUnfoldedRequests(db: Reader): number[] {
  const missing = prepared<{ id: number }>(
    db,
    `SELECT CAST(substr(subject, 16) AS INTEGER) AS id FROM journal WHERE kind = 'subjectRequest.received'
     EXCEPT SELECT id FROM subjectRequests`,
  ).all();
  const rows = prepared<{ id: number } & Record<string, unknown>>(db, 'SELECT * FROM subjectRequests').all();
  const differing = rows.filter((row) => {
    const entries = entriesOf(db, `subjectRequest:${row.id}`);
    if (entries.length === 0) return true;
    const state = foldRequest(entries.map(({ data }) => data as RequestEvent));
    return Object.entries(columnsOf(state)).some(([name, value]) => row[name] !== value);
  });
  return [...ids(missing), ...ids(differing)];
}
