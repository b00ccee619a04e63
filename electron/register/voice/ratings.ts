import { randomBytes, randomInt } from 'node:crypto';
import type { RatingAnswer, RatingSource, RatingStage } from '../../../shared/domain/rating.ts';
import { formatRatingCode, ratingCodeDigits } from '../../../shared/domain/rating-code.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { appendEntry } from '../journal.ts';

/**
 * One-time codes, and the answers they open (NĐ 118/2025/NĐ-CP Đ29.3). An answer holds neither its code nor its case, and a
 * used code forgets its case; no row, order, time or journal entry joins them. What this cannot hide from somebody who has
 * the data folder: that a code was used (a case whose code is gone, or the code on a kept slip, tells that its citizen
 * answered), and, where a day knows only one or a few answers of a procedure and stage, which case they must belong to.
 */

/** The unused code of a case and stage; null where the case has none, as an imported one, and once it was used. */
export function ratingCodeOf(db: Reader, caseId: number, stage: RatingStage): string | null {
  const row = prepared<{ code: string }>(
    db,
    'SELECT code FROM ratingCodes WHERE caseId = ? AND stage = ?',
  ).get(caseId, stage);
  return row?.code ?? null;
}

/** Makes the code of a case and stage: asked again, the same stands until it is used. */
export function mintRatingCode(
  tx: Writer,
  { caseId, stage, on }: { caseId: number; stage: RatingStage; on: string },
): string {
  const known = ratingCodeOf(tx, caseId, stage);
  if (known !== null) return known;
  const insert = prepared(
    tx,
    'INSERT INTO ratingCodes (code, caseId, stage, issuedOn) VALUES (?, ?, ?, ?) ON CONFLICT (code) DO NOTHING',
  );
  for (;;) {
    const drawn = String(randomInt(10 ** ratingCodeDigits)).padStart(ratingCodeDigits, '0');
    const code = formatRatingCode(drawn);
    if (insert.run(code, caseId, stage, on).changes === 1) return code;
  }
}

export interface RatingCode {
  caseId: number;
  stage: RatingStage;
  issuedOn: string;
}

export function findRatingCode(db: Reader, code: string): RatingCode | 'used' | undefined {
  const row = prepared<Omit<RatingCode, 'caseId'> & { caseId: number | null }>(
    db,
    'SELECT caseId, stage, issuedOn FROM ratingCodes WHERE code = ?',
  ).get(code);
  return row && (row.caseId === null ? 'used' : { ...row, caseId: row.caseId });
}

/** Spends a code, which forgets its case; false when somebody was quicker. */
export function spendRatingCode(tx: Writer, code: string): boolean {
  const spend = prepared(tx, 'UPDATE ratingCodes SET used = 1, caseId = NULL WHERE code = ? AND used = 0');
  return spend.run(code).changes === 1;
}

export interface Rating {
  answeredOn: string;
  stage: RatingStage;
  procedureCode: string;
  procedureShortName: string;
  field: string;
  point: string;
  clerkId: number | null;
  source: RatingSource;
  questionSet: string;
  scale: 3 | 5;
  mark: number;
  isLow: boolean;
  answers: Omit<RatingAnswer, 'mark'>;
}

/**
 * Stores an answer under a random key, so that not even its place among the others tells when it came.
 * @param formKey of a paper that was typed in.
 */
export function insertRating(tx: Writer, rating: Rating, formKey?: string): void {
  prepared(
    tx,
    `INSERT INTO ratings (key, answeredOn, stage, procedureCode, procedureShortName, field, point, clerkId, source,
       questionSet, scale, mark, isLow, answers)
     VALUES (@key, @answeredOn, @stage, @procedureCode, @procedureShortName, @field, @point, @clerkId, @source,
       @questionSet, @scale, @mark, @isLow, @answers)`,
  ).run({
    ...rating,
    key: formKey === undefined ? randomBytes(16).toString('hex') : keyOfForm(formKey),
    isLow: rating.isLow ? 1 : 0,
    answers: JSON.stringify(rating.answers),
  });
}

export function isRatingOfForm(db: Reader, formKey: string): boolean {
  const row = prepared(db, 'SELECT 1 FROM ratings WHERE key = ?').get(keyOfForm(formKey));
  return row !== undefined;
}

const keyOfForm = (formKey: string): string => formKey.replaceAll('-', '').toLowerCase();

/** Keeps how many answers came in a minute that made a burst; clerkId 0: all of them. */
export function savePulse(
  tx: Writer,
  pulse: { minute: string; clerkId: number; answers: number; outOfHours: boolean },
): void {
  prepared(
    tx,
    `INSERT INTO ratingPulses (minute, clerkId, answers, outOfHours) VALUES (@minute, @clerkId, @answers, @outOfHours)
     ON CONFLICT (minute, clerkId) DO UPDATE SET answers = excluded.answers`,
  ).run({ ...pulse, outOfHours: pulse.outOfHours ? 1 : 0 });
}

/** One more answer of a day that came out of hours. */
export function addOutOfHours(tx: Writer, day: string): void {
  prepared(
    tx,
    `INSERT INTO ratingPulses (minute, answers, outOfHours) VALUES (?, 1, 1)
     ON CONFLICT (minute, clerkId) DO UPDATE SET answers = answers + 1`,
  ).run(`${day}T24:00`);
}

/** One more answer of a day that the journal is still to count. */
export function owesJournal(tx: Writer, day: string): void {
  prepared(
    tx,
    'INSERT INTO ratingsToJournal (day, answers) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET answers = answers + 1',
  ).run(day);
}

/**
 * Counts in the journal the answers of days that are over, one entry a day: an entry an answer would stand between entries
 * whose hour is known. It holds neither person, device, case nor content.
 */
export function journalRatings(tx: Writer, { today, instant }: { today: string; instant: string }): void {
  const over = prepared<{ day: string; answers: number }>(
    tx,
    'DELETE FROM ratingsToJournal WHERE day < ? RETURNING day, answers',
  ).all(today);
  for (const { day, answers } of over.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const entry = { at: instant, personId: null, device: '', data: { answers } };
    appendEntry(tx, { ...entry, kind: 'rating.counted', subject: `ratings:${day}` });
  }
}

/**
 * Days on which there are not as many answers as the journal counts, or is still to count: somebody wrote past the door.
 * Empty otherwise. The entries hold no content, so that more than the number cannot be held against them.
 */
export function findUncountedRatings(db: Reader): string[] {
  return prepared<{ day: string }>(
    db,
    `SELECT day FROM (
       SELECT answeredOn AS day, count(*) AS n FROM ratings GROUP BY answeredOn
       UNION ALL
       SELECT day, -answers AS n FROM ratingsToJournal
       UNION ALL
       SELECT substr(subject, 9) AS day, -sum(data ->> '$.answers') AS n FROM journal
       WHERE kind IN ('rating.counted', 'rating.paperEntered') GROUP BY subject)
     GROUP BY day HAVING sum(n) <> 0 ORDER BY day`,
  )
    .all()
    .map(({ day }) => day);
}
