import { hasOrOwesResult } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Cases received from one day to another, both included, and what was promised, saved and walked for them. */

interface Period {
  from: string;
  to: string;
}

const receivedIn = 'receivedAt >= @from AND receivedAt < @end';
const bounds = ({ from, to }: Period) => ({ from, end: `${to}T99` });

/** Promises of no-appointment days that still stand, and when the result was ready; a case that ended without one kept none. */
export function listPromises(db: Reader, period: Period): { promisedAt: string; endedAt: string | null }[] {
  return prepared<{ promisedAt: string; endedAt: string | null }>(
    db,
    `SELECT promisedAt, endedAt FROM cases WHERE noAppointment = 1 AND promisedAt IS NOT NULL
       AND ${hasOrOwesResult} AND ${receivedIn}`,
  ).all(bounds(period));
}

/** Days that shorter limits saved, and for how many cases. */
export function countSavedDays(db: Reader, period: Period): { days: number; cases: number } {
  const row = prepared<{ days: number | null; cases: number }>(
    db,
    `SELECT sum(savedDays) AS days, count(*) AS cases FROM cases WHERE savedDays > 0 AND ${receivedIn}`,
  ).get(bounds(period));
  return { days: row?.days ?? 0, cases: row?.cases ?? 0 };
}

/** How often people came for cases whose result they have. */
export function countVisits(db: Reader, period: Period): { visits: number; cases: number } {
  const row = prepared<{ visits: number | null; cases: number }>(
    db,
    `SELECT sum(visits) AS visits, count(*) AS cases FROM cases WHERE status = 'returned' AND ${receivedIn}`,
  ).get(bounds(period));
  return { visits: row?.visits ?? 0, cases: row?.cases ?? 0 };
}
