import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import { withoutOwn } from '../../../shared/domain/own-words.ts';
import { fold } from '../../../shared/domain/text.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { entriesOf, erasePayloads } from '../journal.ts';
import { feedbackOf, ownMarksOf } from './personal-data.ts';
import { type Erasing, redactedEntries } from './redacted-entries.ts';
import { listRequestsOf } from './subject-requests.ts';

/** What somebody wrote to the office beside his cases: phản ánh under his telephone, and his requests about his own data. */

export interface OwnWords {
  marks: OwnMarks;
  /** Phản ánh that have ended. */
  feedback: number[];
  /** How many of them wait for an answer: they stay until then. */
  openFeedback: number;
  requests: number[];
}

/** Asked before his cases go, as their forms tell what he was called and where he was reached. Throws notFound. */
export function ownWordsOf(db: Reader, livingId: number): OwnWords {
  const marks = ownMarksOf(db, livingId);
  const row = prepared<{ caseId: number | null; endedAt: string | null; name: string | null }>(
    db,
    `SELECT caseId, endedAt, data ->> '$.sender.name' AS name FROM feedbackCases
     JOIN journal ON subject = 'feedback:' || feedbackCases.id AND kind = 'feedback.received'
     WHERE feedbackCases.id = ? AND (caseId IS NULL OR caseId NOT IN (SELECT id FROM cases WHERE citizenId = ?))`,
  );
  // A telephone may serve a whole house: what another name stands under is another's.
  const own = feedbackOf(db, marks, []).flatMap((id) => {
    const one = row.get(id, livingId);
    return one && (!one.name || marks.names.has(fold(one.name))) ? [{ id, endedAt: one.endedAt }] : [];
  });
  return {
    marks,
    feedback: own.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id),
    openFeedback: own.filter(({ endedAt }) => endedAt === null).length,
    requests: listRequestsOf(db, livingId),
  };
}

/** Takes him out of them; a request keeps what it asks and how it was answered. Answers how many entries changed. */
export function eraseOwnWords(
  tx: Writer,
  { marks, feedback, requests }: OwnWords,
  citizenId: number,
  erasing: Erasing,
): number {
  const subjects = feedback.map((id) => `feedback:${id}`);
  return erasePayloads(tx, { ...erasing.entry, subject: `citizen:${citizenId}` }, erasing.about, [
    ...redactedEntries(tx, subjects, erasing.papers),
    ...requests.flatMap((id) =>
      entriesOf(tx, `subjectRequest:${id}`).map(({ seq, data }) => ({ seq, data: withoutOwn(data, marks) })),
    ),
  ]);
}
