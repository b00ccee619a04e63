import { type FeedbackEvent, type FeedbackState, foldFeedback } from '../../../shared/domain/feedback.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { mattersOf } from '../matters.ts';

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

export const {
  insert: insertFeedback,
  update: updateFeedback,
  putBack: putBackFeedback,
  findByForm: findFeedbackByForm,
  eventsOf: feedbackEventsOf,
  get: getFeedback,
  listOpen: listOpenFeedback,
  listEnded: listEndedFeedback,
  findUnfolded: findUnfoldedFeedback,
} = mattersOf<FeedbackEvent, FeedbackState>({
  table: 'feedbackCases',
  subject: 'feedback',
  fold: foldFeedback,
  columnsOf,
});

const ids = (rows: { id: number }[]): number[] => rows.map(({ id }) => id);

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
