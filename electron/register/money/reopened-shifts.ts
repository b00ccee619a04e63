import type { Reopening } from '../../../shared/domain/shift-closing.ts';
import type { ShiftRow, ShiftStay } from '../../../shared/views-shift.ts';
import { findClosing } from '../cases/books.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { closedShiftColumns } from './shift-reports.ts';
import { getShift } from './shifts.ts';

/** Closings that were opened again: they stay in the book beside the one that stands. */

export interface ReopenedClosing<Closing = unknown> {
  number: number;
  closedAt: string;
  closing: Closing;
  reopening: Reopening;
}

/** Of one shift, the first first. */
export function listReopened<Closing = unknown>(db: Reader, shiftId: number): ReopenedClosing<Closing>[] {
  return prepared<{ number: number; closedAt: string; closing: string; reopening: string }>(
    db,
    'SELECT number, closedAt, closing, reopening FROM reopenedClosings WHERE shiftId = ? ORDER BY number',
  )
    .all(shiftId)
    .map(({ closing, reopening, ...row }) => ({
      ...row,
      closing: JSON.parse(closing) as Closing,
      reopening: JSON.parse(reopening) as Reopening,
    }));
}

/** The closing of that number, or else the one that stands; undefined where there is none. */
export function findShiftClosing<Closing>(
  db: Reader,
  shiftId: number,
  number: number | null,
): { number: number; closing: Closing; reopened: Reopening | null } | undefined {
  const before = listReopened<Closing>(db, shiftId);
  const found = before.find((one) => one.number === number);
  if (found) return { number: found.number, closing: found.closing, reopened: found.reopening };
  const { closing } = getShift<Closing>(db, shiftId);
  if (closing === null || (number !== null && number !== before.length + 1)) return undefined;
  return { number: before.length + 1, closing, reopened: null };
}

/** What depends on a closed shift, so that it stays closed: its cashier's next one, or a year of the book that is closed. */
export function whyItStays(db: Reader, id: number): ShiftStay | null {
  const { personId, closedAt, openedAt } = getShift(db, id);
  if (closedAt === null) return 'reopened';
  const later = prepared(db, 'SELECT 1 FROM shifts WHERE personId = ? AND id > ? LIMIT 1').get(personId, id);
  if (later !== undefined) return 'laterShift';
  const years = [openedAt, closedAt].map((at) => Number(at.slice(0, 4)));
  return years.some((year) => findClosing(db, year) !== undefined) ? 'bookClosed' : null;
}

/** Keeps the closing aside and opens the shift; money and notes are left alone. The register refuses where a later one began. */
export function reopenShift(tx: Writer, id: number, reopening: Reopening): void {
  prepared(
    tx,
    `INSERT INTO reopenedClosings (shiftId, number, closedAt, closing, reopening)
     SELECT id, 1 + (SELECT count(*) FROM reopenedClosings WHERE shiftId = shifts.id), closedAt, closing, @reopening
     FROM shifts WHERE id = @id`,
  ).run({ id, reopening: JSON.stringify(reopening) });
  prepared(tx, 'UPDATE shifts SET closedAt = NULL, closing = NULL WHERE id = ?').run(id);
}

/** Closings that were opened again, of one person or of everybody, the last closed first: a line of the list each. */
export function listReopenedClosings(db: Reader, personId: number | null, limit: number): ShiftRow[] {
  return prepared<Omit<ShiftRow, 'isReopened'>>(
    db,
    `SELECT shiftId AS id, number, ${closedShiftColumns('reopenedClosings')}
     FROM reopenedClosings CROSS JOIN shifts ON shifts.id = shiftId CROSS JOIN people ON people.id = personId
     ${personId === null ? '' : 'WHERE personId = @personId'}
     ORDER BY reopenedClosings.closedAt DESC, shiftId DESC LIMIT @limit`,
  )
    .all(personId === null ? { limit } : { personId, limit })
    .map((row) => ({ ...row, isReopened: true }));
}
