import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { entriesOf } from '../journal.ts';

/**
 * The order in which money was written, where the computer's clock had run ahead: what stands under a later time stays as it is,
 * and once a person has said that the clock is right again, it holds nothing up any more.
 */

/** What was said of the clock, and up to which rows everything had been written before: kept in the journal under `clock`. */
export interface ClockMark {
  /** Office time that was found right. */
  at: string;
  by: string;
  /** The latest time under which money stands, or a closing, or an opening. */
  to: string;
  lastMoveId: number;
  lastPaymentId: number;
  /** Shifts closed, or opened and not closed, under a later time than `at`. */
  closedShifts: readonly number[];
  openShifts: readonly number[];
}

export const clockSubject = 'clock';

/** The last of them with its place in the journal; undefined where no clock ever ran ahead. */
export function findClockMark(db: Reader): (ClockMark & { seq: number }) | undefined {
  const last = entriesOf(db, clockSubject).at(-1);
  return last && { ...(last.data as ClockMark), seq: last.seq };
}

/** When money last moved, and when a shift was last closed, since the clock was last found right; empty while neither has been. */
export function lastMoneyAt(db: Reader): { movedAt: string; closedAt: string } {
  const mark = findClockMark(db);
  // Along the index by time, past the few that stand ahead.
  const moved = prepared<{ at: string }>(
    db,
    'SELECT at FROM moneyMoves WHERE +id > ? ORDER BY at DESC, id DESC LIMIT 1',
  ).get(mark?.lastMoveId ?? 0);
  const closed = prepared<{ closedAt: string }>(
    db,
    `SELECT closedAt FROM shifts WHERE closedAt > '' AND id NOT IN (SELECT value FROM json_each(?))
     ORDER BY closedAt DESC LIMIT 1`,
  ).get(JSON.stringify(mark?.closedShifts ?? []));
  const since = mark?.at ?? '';
  const movedAt = moved?.at ?? '';
  return { movedAt: movedAt > since ? movedAt : since, closedAt: closed?.closedAt ?? '' };
}

/** What stands under a later time than now and was not spoken of yet: it holds up all money until `to`. */
interface MoneyAhead extends Pick<ClockMark, 'to' | 'closedShifts' | 'openShifts'> {
  moves: number;
  demands: number;
}

/** Null where nothing does. Movements and demands of this very day hold nothing up. */
export function findMoneyAhead(db: Reader, now: { officeTime: string; today: string }): MoneyAhead | null {
  const mark = findClockMark(db);
  const [at, endOfDay] = [now.officeTime, `${now.today}T99`];
  const moves = prepared<{ n: number; at: string | null }>(
    db,
    'SELECT count(*) AS n, max(at) AS at FROM moneyMoves WHERE at > ? AND +id > ?',
  ).get(endOfDay, mark?.lastMoveId ?? 0);
  const demands = prepared<{ n: number; at: string | null }>(
    db,
    `SELECT count(*) AS n, max(demandedAt) AS at FROM payments
     WHERE status IN ('unpaid', 'qrShown') AND demandedAt > ? AND +id > ?`,
  ).get(endOfDay, mark?.lastPaymentId ?? 0);
  const shifts = prepared<{ id: number; at: string; isOpen: number }>(
    db,
    `SELECT id, closedAt AS at, 0 AS isOpen FROM shifts WHERE closedAt > @at AND id NOT IN (SELECT value FROM json_each(@closed))
     UNION ALL SELECT id, openedAt, 1 FROM shifts
       WHERE closedAt IS NULL AND openedAt > @at AND id NOT IN (SELECT value FROM json_each(@open))`,
  ).all({
    at,
    closed: JSON.stringify(mark?.closedShifts ?? []),
    open: JSON.stringify(mark?.openShifts ?? []),
  });
  const to = [moves?.at ?? '', demands?.at ?? '', ...shifts.map((shift) => shift.at)].toSorted().at(-1);
  if (!to) return null;
  const idsOf = (isOpen: number) => shifts.filter((shift) => shift.isOpen === isOpen).map(({ id }) => id);
  return {
    to,
    moves: moves?.n ?? 0,
    demands: demands?.n ?? 0,
    closedShifts: idsOf(0),
    openShifts: idsOf(1),
  };
}

/** The newest movement and payment there are: everything up to them was written before what comes now. */
export function lastMoneyIds(db: Reader): Pick<ClockMark, 'lastMoveId' | 'lastPaymentId'> {
  const row = prepared<{ lastMoveId: number; lastPaymentId: number }>(
    db,
    `SELECT coalesce((SELECT max(id) FROM moneyMoves), 0) AS lastMoveId,
       coalesce((SELECT max(id) FROM payments), 0) AS lastPaymentId`,
  ).get();
  return { lastMoveId: row?.lastMoveId ?? 0, lastPaymentId: row?.lastPaymentId ?? 0 };
}
