import { randomInt } from 'node:crypto';
import type { RatingStage } from '../../shared/domain/rating.ts';
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
