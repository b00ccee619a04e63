import type { DayCases, LowMark } from '../../../shared/domain/low-ratings.ts';
import type { CountedRatings, RatingPulse } from '../../../shared/domain/rating-figures.ts';
import type { RatingComment } from '../../../shared/views-rating.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** What is read of answers: counted, or without anything that leads to a case. Days are `YYYY-MM-DD`, both included. */

export interface Span {
  from: string;
  to: string;
}

const inSpan = 'answeredOn BETWEEN @from AND @to';

export function countRatings(db: Reader, span: Span): CountedRatings[] {
  return prepared<CountedRatings>(
    db,
    `SELECT counted.*, people.name AS clerkName FROM (
       SELECT substr(answeredOn, 1, 7) AS month, stage, procedureCode, max(procedureShortName) AS procedureShortName, field, point, clerkId, source, scale,
         mark, isLow, count(*) AS count
       FROM ratings
       WHERE substr(answeredOn, 1, 7) BETWEEN substr(@from, 1, 7) AND substr(@to, 1, 7) AND ${inSpan}
       GROUP BY substr(answeredOn, 1, 7), procedureCode, field, stage, point, clerkId, source, scale, mark, isLow
     ) AS counted LEFT JOIN people ON people.id = clerkId`,
  ).all(span);
}

/** Marks of the optional questions. */
export function countQuestionMarks(
  db: Reader,
  span: Span,
): { code: string; scale: 3 | 5; mark: number; count: number }[] {
  return prepared<{ code: string; scale: 3 | 5; mark: number; count: number }>(
    db,
    `SELECT given.key AS code, scale, given.value AS mark, count(*) AS count
     FROM ratings, json_each(answers, '$.marks') AS given
     WHERE ${inSpan} AND instr(answers, '"marks":{}') = 0 GROUP BY given.key, scale, given.value`,
  ).all(span);
}

/** The most frequent first. */
export function countReasons(db: Reader, span: Span): { reason: string; count: number }[] {
  return prepared<{ reason: string; count: number }>(
    db,
    `SELECT given.value AS reason, count(*) AS count FROM ratings, json_each(answers, '$.reasons') AS given
     WHERE ${inSpan} AND instr(answers, '"reasons":[]') = 0 GROUP BY given.value ORDER BY count DESC, reason`,
  ).all(span);
}

/** What was written in whole months, the newest first; within a month in the random order of their keys. */
export function listComments(
  db: Reader,
  span: Span,
  limit: number,
): (RatingComment & { procedureCode: string })[] {
  return prepared<Omit<RatingComment, 'reasons'> & { procedureCode: string; reasons: string }>(
    db,
    `SELECT substr(answeredOn, 1, 7) AS month, procedureCode, procedureShortName, source, scale, mark,
       answers ->> '$.reasons' AS reasons, answers ->> '$.comment' AS comment
     FROM ratings WHERE ${inSpan} AND instr(answers, '"comment":""') = 0 ORDER BY month DESC, key LIMIT @limit`,
  )
    .all({ ...span, limit })
    .map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as string[] }));
}

/** Codes that went out, and how many of them were used. */
export function countCodes(db: Reader, span: Span): { issued: number; used: number } {
  return (
    prepared<{ issued: number; used: number }>(
      db,
      `SELECT count(*) AS issued, coalesce(sum(used), 0) AS used FROM ratingCodes
       WHERE issuedOn BETWEEN @from AND @to`,
    ).get(span) ?? { issued: 0, used: 0 }
  );
}

export function listPulses(db: Reader, { from, to }: Span): RatingPulse[] {
  return prepared<RatingPulse>(
    db,
    `SELECT minute, clerkId, people.name AS clerkName, answers, outOfHours
     FROM ratingPulses LEFT JOIN people ON people.id = clerkId WHERE minute BETWEEN ? AND ? ORDER BY minute`,
  ).all(from, `${to}T24:00`);
}

/** Low marks of one day with what was not good, those alike together. */
export function listLowMarks(db: Reader, day: string): LowMark[] {
  return prepared<Omit<LowMark, 'reasons'> & { reasons: string }>(
    db,
    `SELECT procedureCode, procedureShortName, field, answers ->> '$.reasons' AS reasons, count(*) AS count FROM ratings
     WHERE answeredOn = ? AND isLow = 1 GROUP BY procedureCode, procedureShortName, field, reasons
     ORDER BY procedureShortName, reasons`,
  )
    .all(day)
    .map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as string[] }));
}

/** How many cases a day received, by procedure. */
export function countDayCases(db: Reader, day: string): DayCases[] {
  return prepared<DayCases>(
    db,
    `SELECT procedureCode, field, count(*) AS count FROM cases WHERE receivedAt BETWEEN ? AND ?
     GROUP BY procedureCode, field`,
  ).all(day, `${day}T24:00`);
}
