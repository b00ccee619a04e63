import { randomBytes, randomInt } from 'node:crypto';
import type { RatingAnswer, RatingSource, RatingStage } from '../../shared/domain/rating.ts';
import { formatRatingCode, ratingCodeDigits } from '../../shared/domain/rating-code.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

/** One-time codes, and the answers they open. From an answer nothing leads back to its code (NĐ 118/2025/NĐ-CP Đ29.3). */

/** The code that stands on the slip of a stage; null where the case has none, as an imported one. */
export function ratingCodeOf(db: Reader, caseId: number, stage: RatingStage): string | null {
  const row = prepared<{ code: string }>(
    db,
    'SELECT code FROM ratingCodes WHERE caseId = ? AND stage = ?',
  ).get(caseId, stage);
  return row?.code ?? null;
}

/** Makes the code of a case and stage, once: asked again, the same stands. */
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
  isUsed: boolean;
}

export function findRatingCode(db: Reader, code: string): RatingCode | undefined {
  const row = prepared<{ caseId: number; stage: RatingStage; used: number }>(
    db,
    'SELECT caseId, stage, used FROM ratingCodes WHERE code = ?',
  ).get(code);
  return row && { caseId: row.caseId, stage: row.stage, isUsed: row.used === 1 };
}

/** Spends a code; false when somebody was quicker. */
export function spendRatingCode(tx: Writer, code: string): boolean {
  return prepared(tx, 'UPDATE ratingCodes SET used = 1 WHERE code = ? AND used = 0').run(code).changes === 1;
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

/** Stores an answer under a random key, so that not even its place among the others tells when it came. */
export function insertRating(tx: Writer, rating: Rating): void {
  prepared(
    tx,
    `INSERT INTO ratings (key, answeredOn, stage, procedureCode, procedureShortName, field, point, clerkId, source,
       questionSet, scale, mark, isLow, answers)
     VALUES (@key, @answeredOn, @stage, @procedureCode, @procedureShortName, @field, @point, @clerkId, @source,
       @questionSet, @scale, @mark, @isLow, @answers)`,
  ).run({
    ...rating,
    key: randomBytes(16).toString('hex'),
    isLow: rating.isLow ? 1 : 0,
    answers: JSON.stringify(rating.answers),
  });
}

/** Keeps how many answers came in a minute that made a burst, or on a day out of hours (`…T24:00`). */
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

/**
 * Days on which there are not as many answers as entries of the journal: somebody wrote past the door. Empty otherwise.
 * The entries hold no content, so that more than the number cannot be held against them.
 */
export function findUncountedRatings(db: Reader): string[] {
  return prepared<{ day: string }>(
    db,
    `SELECT day FROM (
       SELECT answeredOn AS day, count(*) AS n FROM ratings GROUP BY answeredOn
       UNION ALL
       SELECT substr(subject, 9) AS day, -count(*) AS n FROM journal WHERE kind = 'rating.answered' GROUP BY subject)
     GROUP BY day HAVING sum(n) <> 0 ORDER BY day`,
  )
    .all()
    .map(({ day }) => day);
}
