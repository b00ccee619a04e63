import type { Reader } from './connection.ts';
import { prepared } from './connection.ts';

/** Whether a case was taken in at a reception point, also one that was never accepted. */
export function isPointUsed(db: Reader, point: string): boolean {
  return [
    "SELECT 1 FROM caseTallies WHERE grain = 'split' AND point = ? LIMIT 1",
    'SELECT 1 FROM cases WHERE point = ? LIMIT 1',
  ].some((sql) => prepared(db, sql).get(point) !== undefined);
}
