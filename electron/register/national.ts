import { type CaseRowColumns, caseRowColumns } from './cases/case-row.ts';
import { isOpen } from './conditions.ts';
import type { Reader } from './connection.ts';
import { prepared } from './connection.ts';

/** Cases that the national system does not know yet, oldest first; `after` is the last one seen. */
export function listWithoutNationalCode(
  db: Reader,
  which: 'open' | 'all',
  after: { receivedAt: string; id: number } | null,
  limit: number,
): CaseRowColumns[] {
  return prepared<CaseRowColumns>(
    db,
    `SELECT ${caseRowColumns} FROM cases
     WHERE nationalCode IS NULL AND (receivedAt, id) > (?, ?)${which === 'open' ? ` AND ${isOpen}` : ''}
     ORDER BY receivedAt, id LIMIT ?`,
  ).all(after?.receivedAt ?? '', after?.id ?? 0, limit);
}

export function countWithoutNationalCode(db: Reader, which: 'open' | 'all'): number {
  return (
    prepared<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM cases WHERE nationalCode IS NULL${which === 'open' ? ` AND ${isOpen}` : ''}`,
    ).get()?.n ?? 0
  );
}

/** The case that bears a national code already. */
export function findByNationalCode(
  db: Reader,
  nationalCode: string,
): { id: number; caseCode: string } | undefined {
  return prepared<{ id: number; caseCode: string }>(
    db,
    'SELECT id, caseCode FROM cases WHERE nationalCode = ?',
  ).get(nationalCode);
}
