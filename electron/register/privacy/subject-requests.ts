import { officeTimeAt } from '../../../shared/domain/clock-time.ts';
import {
  foldRequest,
  type LinkedCorrection,
  type RequestEvent,
  type RequestState,
} from '../../../shared/domain/subject-request.ts';
import { recordsOf } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { entriesOf } from '../journal.ts';
import { mattersOf } from '../matters.ts';

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

const requests = mattersOf<RequestEvent, RequestState>({
  table: 'subjectRequests',
  subject: 'subjectRequest',
  fold: foldRequest,
  columnsOf,
  // Null where the person's data were deleted.
  bornOf: (tx, { citizenId }) => ({
    citizenId:
      prepared<{ id: number }>(tx, 'SELECT id FROM citizens WHERE id = ?').get(citizenId)?.id ?? null,
  }),
});
export const {
  insert: insertRequest,
  update: updateRequest,
  findByForm: findRequestByForm,
  eventsOf: requestEventsOf,
  get: getRequest,
  listOpen: listOpenRequests,
  listEnded: listEndedRequests,
  findUnfolded: findUnfoldedRequests,
} = requests;

/** Puts a request of a damaged register back as its events tell it, without a restriction that rested on it. */
export function putBackRequest(tx: Writer, id: number): void {
  prepared(tx, 'DELETE FROM restrictions WHERE requestId = ?').run(id);
  requests.putBack(tx, id);
}

/** Of one person, under whichever of his records, the latest first. */
export function listRequestsOf(db: Reader, livingId: number): number[] {
  const statement = prepared<{ id: number }>(db, 'SELECT id FROM subjectRequests WHERE citizenId = ?');
  return recordsOf(db, livingId)
    .flatMap((id) => statement.all(id).map((row) => row.id))
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
