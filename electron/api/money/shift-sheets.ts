import { z } from 'zod';
import { managers } from '../../../shared/domain/person.ts';
import type { Reopening } from '../../../shared/domain/shift-closing.ts';
import { reopenShiftSchema } from '../../../shared/domain/shift-input.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ClosedShift, KeptClosing, ShiftRow } from '../../../shared/views-shift.ts';
import type { Reader } from '../../register/connection.ts';
import {
  findShiftClosing,
  listReopenedClosings,
  reopenShift,
  whyItStays,
} from '../../register/money/reopened-shifts.ts';
import { listClosedShifts, listSheetJobIds } from '../../register/money/shift-reports.ts';
import { getShift } from '../../register/money/shifts.ts';
import { getPrintJob } from '../../register/print-jobs.ts';
import { approvedCommand } from '../approved.ts';
import { type CommandScope, command, type QueryScope, query, requirePerson, seated } from '../door.ts';
import { refuseEarlier } from './payment-writing.ts';
import { closers, printSheet, seesAll } from './shift-writing.ts';

const mostShifts = 200;
/** A closing: of that number, or else the one that stands. */
const sheetSchema = z.object({ id: z.int().min(1), number: z.int().min(1).nullable().default(null) });

export const shiftSheetRoutes = {
  /** Closings, the last first, also those that were opened again: one's own, a leader's everybody's. */
  list: query(seated, z.void(), (scope): ShiftRow[] => {
    const personId = seesAll(scope) ? null : requirePerson(scope).id;
    return [listClosedShifts, listReopenedClosings]
      .flatMap((list) => list(scope.db, personId, mostShifts))
      .toSorted((a, b) => b.closedAt.localeCompare(a.closedAt) || b.id - a.id || b.number - a.number)
      .slice(0, mostShifts);
  }),

  /** The frozen sheet of a closing. */
  get: query(seated, sheetSchema, (scope, { id, number: asked }): ClosedShift => {
    const { db } = scope;
    const { number, closing, reopened } = closingOf(scope, db, id, asked);
    const prints = listSheetJobIds(db, id, number).map((job) => getPrintJob(db, job));
    return { id, number, closing, reopened, prints, stays: reopened ? 'reopened' : whyItStays(db, id) };
  }),

  /** The sheet once more; it says that it is a reprint. */
  print: command(closers, ['slips'], sheetSchema, (scope, { id, number }): { jobId: number } => ({
    jobId: printSheet(scope, id, closingOf(scope, scope.tx, id, number)),
  })),

  /**
   * Opens a closed shift again: the drawer is counted anew, what was found before stays in the book as its own sheet, and no money
   * and no number changes by it. A second manager approves. Errors: stale, shiftStays, clockWrong.
   */
  reopen: approvedCommand(managers, managers, ['money'], reopenShiftSchema, (scope, input): null => {
    const { tx, now, approver } = scope;
    const { id, closedAt, reason } = input;
    refuseOthers(scope, tx, id);
    const why = whyItStays(tx, id);
    if (why !== null) throw new AppError('shiftStays', { why });
    if (getShift(tx, id).closedAt !== closedAt) throw new AppError('stale', { what: 'shift' });
    refuseEarlier(scope);
    const by = requirePerson(scope).name;
    const reopening: Reopening = { at: now.officeTime, by, approver: approver.name, reason };
    const { number } = closingOf(scope, tx, id, null);
    reopenShift(tx, id, reopening);
    scope.record('shift.reopened', `shift:${id}`, {
      number,
      closedAt,
      ...reopening,
      approvedBy: approver.id,
    });
    return null;
  }),
};

function refuseOthers(scope: QueryScope | CommandScope, db: Reader, id: number): void {
  const isOwn = getShift(db, id).personId === requirePerson(scope).id;
  if (!isOwn && !seesAll(scope)) throw new AppError('notAllowed');
}

/** Throws notFound while it is open, notAllowed for somebody else's. */
function closingOf(scope: QueryScope | CommandScope, db: Reader, id: number, number: number | null) {
  refuseOthers(scope, db, id);
  const found = findShiftClosing<KeptClosing>(db, id, number);
  if (!found) throw new AppError('notFound', { what: 'shift' });
  return found;
}
