import { type CaseSetName, caseSets } from '../../../shared/domain/statistics.ts';
import type { Board } from '../../../shared/views.ts';
import { type Condition, isAwaiting, isReady, wasReceived } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { figuresOf } from '../figures/figures.ts';
import { timesCalled, timesToldReady } from '../voice/notices.ts';
import { type CaseRowColumns, caseRowColumns } from './case-row.ts';

/** The counts and lines of the board, each from an index that holds only what is open. */

/** Open cases under a condition, soonest due first. */
export function listOpen(db: Reader, { sql, values }: Condition, limit: number): CaseRowColumns[] {
  return prepared<CaseRowColumns>(
    db,
    `SELECT ${caseRowColumns} FROM cases WHERE ${sql} ORDER BY workDueAt, id LIMIT ?`,
  ).all(...values, limit);
}

export function countOpen(db: Reader, { sql, values }: Condition): number {
  const count = prepared<{ n: number }>(db, `SELECT count(*) AS n FROM cases WHERE ${sql}`);
  return count.get(...values)?.n ?? 0;
}

export function countAwaiting(db: Reader): number {
  return countOpen(db, { sql: isAwaiting, values: [] });
}

/** Cases whose days for the papers are over on `today`: they may be stopped (NĐ 118 Đ19.5). */
export function countMayStop(db: Reader, today: string): number {
  return countOpen(db, { sql: `${isAwaiting} AND mayStopFrom <= ?`, values: [today] });
}

/** Results that nobody collected yet; `before` bounds when they became ready. */
export function countReady(db: Reader, before: string): number {
  return countOpen(db, { sql: `${isReady} AND endedAt < ?`, values: [before] });
}

interface WaitingRow {
  id: number;
  applicantName: string;
  procedureShortName: string;
  endedAt: string;
  phone: string | null;
  timesTold: number;
  timesCalled: number;
}

export function waitingForCitizens(db: Reader, limit: number): WaitingRow[] {
  return prepared<WaitingRow>(
    db,
    `SELECT id, applicantName, procedureShortName, endedAt, phone, ${timesToldReady}, ${timesCalled} FROM cases
     WHERE ${isReady} ORDER BY endedAt, id LIMIT ?`,
  ).all(limit);
}

/** Receptions of a day by hour. */
export function receivedByHour(db: Reader, day: string): { hour: number; count: number }[] {
  return prepared<{ hour: number; count: number }>(
    db,
    `SELECT CAST(substr(receivedAt, 12, 2) AS INTEGER) AS hour, count(*) AS count FROM cases
     WHERE receivedAt >= ? AND receivedAt < ? AND ${wasReceived} GROUP BY hour`,
  ).all(day, `${day}T99`);
}

/** The newest years, each with the figures that the leader reads of it (`caseSets`), the newest first. */
export function figuresByYear(db: Reader, limit: number, now: string): Board['years'] {
  const years = prepared<{ year: number }>(
    db,
    'SELECT DISTINCT year FROM cases ORDER BY year DESC LIMIT ?',
  ).all(limit);
  const periods = years.map(({ year }) => ({ from: `${year}-01-01`, to: `${year}-12-31` }));
  const figures = figuresOf(db, { scope: {}, periods, by: null, now });
  return years.map(({ year }, index) => {
    const n = (set: CaseSetName) => {
      const period = periods[index];
      return period ? figures.count(caseSets[set], period) : 0;
    };
    return {
      year,
      received: n('received'),
      receivedSettled: n('receivedSettled'),
      early: n('settledEarly'),
      onTime: n('settledOnTime'),
      late: n('settledLate'),
      noDeadline: n('settledNoDeadline'),
      online: n('receivedOnline'),
    };
  });
}
