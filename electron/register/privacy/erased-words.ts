import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import { withoutOwn } from '../../../shared/domain/own-words.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { entriesOf, erasePayloads } from '../journal.ts';
import { feedbackOf } from './personal-data.ts';
import { type Erasing, redactedEntries } from './redacted-entries.ts';
import { listRequestsOf } from './subject-requests.ts';

/** What somebody wrote to the office beside his cases: phản ánh under his telephone, and his requests about his own data. */

export interface OwnWords {
  /** Phản ánh that have ended. */
  feedback: number[];
  /** Codes of those that wait for an answer: he does not go before they have ended. */
  openFeedback: string[];
  /** How many have his telephone and nobody's name: a telephone may serve a whole house. They stay. */
  unsureFeedback: number;
  requests: number[];
}

/** @param livingId his record; null where the directory has none. */
export function ownWordsOf(db: Reader, marks: OwnMarks, livingId: number | null): OwnWords {
  const row = prepared<{ code: string; endedAt: string | null }>(
    db,
    `SELECT code, endedAt FROM feedbackCases
     WHERE id = ? AND (caseId IS NULL OR caseId NOT IN (SELECT id FROM cases WHERE citizenId = ?))`,
  );
  const beside = (ids: readonly number[]) =>
    ids.flatMap((id) => {
      const one = row.get(id, livingId ?? 0);
      return one ? [{ id, ...one }] : [];
    });
  const said = feedbackOf(db, marks, []);
  const own = beside(said.own);
  return {
    feedback: own.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id),
    openFeedback: own.filter(({ endedAt }) => endedAt === null).map(({ code }) => code),
    unsureFeedback: beside(said.unsure).length,
    requests: livingId === null ? [] : listRequestsOf(db, livingId),
  };
}

/** Takes him out of them; a request keeps what it asks and how it was answered. Answers how many entries changed. */
export function eraseOwnWords(
  tx: Writer,
  { feedback, requests }: OwnWords,
  marks: OwnMarks,
  subject: string,
  erasing: Erasing,
): number {
  const subjects = feedback.map((id) => `feedback:${id}`);
  return erasePayloads(tx, { ...erasing.entry, subject }, erasing.about, [
    ...redactedEntries(tx, subjects, erasing.papers),
    ...requests.flatMap((id) =>
      entriesOf(tx, `subjectRequest:${id}`).map(({ seq, data }) => ({ seq, data: withoutOwn(data, marks) })),
    ),
  ]);
}
