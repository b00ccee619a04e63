import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** The cases that the report of TT 01/2018/TT-VPCP is made from. */

/** Ended with a result from one day to another, both included, in the order they ended. */
export function listEndedCases(db: Reader, from: string, to: string): number[] {
  // By year of reception first: an index holds when each year's cases ended, and few wait for longer than that.
  return prepared<{ id: number }>(
    db,
    `SELECT id FROM cases INDEXED BY casesByYear
     WHERE year <= ? AND timeliness IS NOT NULL AND endedAt >= ? AND endedAt < ?
       AND status IN ('resolved', 'returned') ORDER BY endedAt, id`,
  )
    .all(Number(to.slice(0, 4)), from, `${to}T99`)
    .map(({ id }) => id);
}

/** Online cases that had come in and had not ended at a moment, office time, by their events of today. */
export function listOnlineOpenAt(db: Reader, at: string): number[] {
  return prepared<{ id: number }>(
    db,
    `SELECT id FROM cases WHERE channel = 'online' AND receivedAt <= ? AND (endedAt IS NULL OR endedAt > ?)
     ORDER BY receivedAt, id`,
  )
    .all(at, at)
    .map(({ id }) => id);
}
