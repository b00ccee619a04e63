import type { CitizenCall } from '../../../shared/views-counter.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { entriesOf } from '../journal.ts';
import { timesToldReady } from '../voice/notices.ts';
import { type CaseRowColumns, caseRowColumns } from './case-row.ts';

/** What the office keeps for citizens: their originals, and results that nobody has collected. */

/** Rows of some cases, in the order asked: a list keeps the order of its lines. */
export function listRowsOf(db: Reader, ids: readonly number[]): CaseRowColumns[] {
  const rows = prepared<CaseRowColumns>(
    db,
    `SELECT ${caseRowColumns} FROM cases WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export interface HeldColumns {
  id: number;
  phone: string | null;
  shelf: string;
  originalsHeld: number;
}

/** Cases whose originals the office holds, the longest held first. */
export function listHolding(db: Reader, limit: number): HeldColumns[] {
  return prepared<HeldColumns>(
    db,
    `SELECT id, phone, shelf, originalsHeld FROM cases WHERE originalsHeld > 0
     ORDER BY receivedAt, id LIMIT ?`,
  ).all(limit);
}

/** How many cases, and how many originals altogether. */
export function countHolding(db: Reader): { cases: number; originals: number } {
  const row = prepared<{ cases: number; originals: number | null }>(
    db,
    'SELECT count(*) AS cases, sum(originalsHeld) AS originals FROM cases WHERE originalsHeld > 0',
  ).get();
  return { cases: row?.cases ?? 0, originals: row?.originals ?? 0 };
}

/** Results that became ready in [from, before) and wait still, the oldest first; days `YYYY-MM-DD`. */
export function listUnclaimed(db: Reader, from: string, before: string, limit: number): UnclaimedColumns[] {
  return prepared<UnclaimedColumns>(
    db,
    `SELECT id, phone, endedAt, ${timesToldReady} FROM cases WHERE status = 'resolved' AND endedAt >= ? AND endedAt < ?
     ORDER BY endedAt, id LIMIT ?`,
  ).all(from, before, limit);
}

export interface UnclaimedColumns {
  id: number;
  phone: string | null;
  endedAt: string;
  timesTold: number;
}

export function countUnclaimed(db: Reader, from: string, before: string): number {
  return (
    prepared<{ n: number }>(
      db,
      "SELECT count(*) AS n FROM cases WHERE status = 'resolved' AND endedAt >= ? AND endedAt < ?",
    ).get(from, before)?.n ?? 0
  );
}

/** The last telephone call to the citizen of a case; it is no event of the case, for it changes nothing of it. */
export function lastCallOf(db: Reader, caseId: number): CitizenCall | null {
  const call = entriesOf(db, `case:${caseId}`).findLast(({ kind }) => kind === 'contact.called');
  return call ? (call.data as CitizenCall) : null;
}
