import type { MoneyMove } from '../../../shared/domain/payment.ts';
import type { PaymentEvent } from '../../../shared/domain/payment-events.ts';
import type { MoneyReturn, ShiftRow, WaitingPayment } from '../../../shared/views-shift.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { paymentEventsOf } from './payments.ts';

/** What went through a shift, and what its closing sheet tells beside the sums. */

interface ShiftMove extends Omit<MoneyMove, 'shiftId'> {
  id: number;
  paymentId: number;
  caseId: number;
  caseCode: string;
  noteNo: string | null;
}

/** Every movement of a shift in the order it happened. */
export function listShiftMoves(db: Reader, shiftId: number): ShiftMove[] {
  return prepared<ShiftMove>(
    db,
    `SELECT moneyMoves.id, paymentId, kind, moneyMoves.method, moneyMoves.amountVnd, at, personId, caseId, caseCode,
       noteNo
     FROM moneyMoves CROSS JOIN payments ON payments.id = paymentId CROSS JOIN cases ON cases.id = caseId
     WHERE shiftId = ? ORDER BY moneyMoves.id`,
  ).all(shiftId);
}

/** What went back, with its reason from the journal. */
export function returnsOf(db: Reader, moves: readonly ShiftMove[]): MoneyReturn[] {
  return moves.flatMap((move) => {
    const { kind, paymentId, caseId, caseCode, noteNo, method, amountVnd } = move;
    if (kind === 'confirmed') return [];
    const reason = reasonOf(db, move);
    return [
      { kind, paymentId, caseId, caseCode, noteNo: noteNo ?? '', method, amountVnd: -amountVnd, reason },
    ];
  });
}

/** A payment's movements and the events that made them come in the same order. */
function reasonOf(db: Reader, { id, paymentId, kind }: ShiftMove): string {
  const ids = prepared<{ id: number }>(
    db,
    'SELECT id FROM moneyMoves WHERE paymentId = ? AND kind = ? ORDER BY id',
  )
    .all(paymentId, kind)
    .map((row) => row.id);
  const told = paymentEventsOf(db, paymentId).filter((event) => event.kind === kind) as Extract<
    PaymentEvent,
    { reason: string }
  >[];
  return told[ids.indexOf(id)]?.reason ?? '';
}

/** How many payments somebody found exempt after his last closing, and that still are. */
export function countExempt(db: Reader, personId: number): number {
  const row = prepared<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM payments WHERE id > @after AND status = 'exempt' AND EXISTS (
       SELECT 1 FROM journal WHERE subject = 'payment:' || payments.id AND kind = 'payment.demanded'
         AND personId = @personId)`,
  ).get({ after: lastPaymentClosed(db, personId), personId });
  return row?.n ?? 0;
}

/** The newest payment there was when somebody last closed, in the order of his shifts whatever the clock said; 0 before that. */
function lastPaymentClosed(db: Reader, personId: number): number {
  const row = prepared<{ id: number | null }>(
    db,
    `SELECT closing ->> '$.lastPaymentId' AS id FROM shifts WHERE personId = ? AND closing IS NOT NULL
     ORDER BY id DESC LIMIT 1`,
  ).get(personId);
  return row?.id ?? 0;
}

/** 0 while there is none. */
export function lastPaymentId(db: Reader): number {
  return prepared<{ id: number | null }>(db, 'SELECT max(id) AS id FROM payments').get()?.id ?? 0;
}

/** Payments whose code was shown and whose money nobody has seen yet, the oldest first, and how many there are. */
export function listShown(db: Reader, limit: number): { total: number; rows: WaitingPayment[] } {
  const rows = prepared<WaitingPayment>(
    db,
    `SELECT payments.id, caseId, caseCode, applicantName, procedureShortName, phone, payments.status, method, amountVnd,
       demandedAt, purpose
     FROM payments CROSS JOIN cases ON cases.id = caseId
     WHERE payments.status IN ('unpaid', 'qrShown') AND payments.status = 'qrShown'
     ORDER BY demandedAt, payments.id LIMIT ?`,
  ).all(limit);
  if (rows.length < limit) return { total: rows.length, rows };
  const all = `SELECT count(*) AS total FROM payments WHERE status IN ('unpaid', 'qrShown') AND status = 'qrShown'`;
  return { total: prepared<{ total: number }>(db, all).get()?.total ?? rows.length, rows };
}

/** Shifts that nobody has closed yet, the longest open first. */
export function listOpenShifts(db: Reader): { id: number; cashier: string; openedAt: string }[] {
  return prepared<{ id: number; cashier: string; openedAt: string }>(
    db,
    `SELECT shifts.id, people.name AS cashier, openedAt FROM shifts CROSS JOIN people ON people.id = personId
     WHERE closedAt IS NULL AND personId > 0 ORDER BY openedAt, shifts.id`,
  ).all();
}

/** Columns of a line in the list of closings; `table` holds the closing. */
export const closedShiftColumns = (table: 'shifts' | 'reopenedClosings') =>
  `people.name AS cashier, openedAt, ${table}.closedAt AS closedAt, ${table}.closing ->> '$.takenVnd' AS takenVnd,
     (SELECT coalesce(sum(value ->> '$.amountVnd'), 0) FROM json_each(${table}.closing, '$.returns')) AS returnedVnd,
     ${table}.closing ->> '$.countedVnd' AS countedVnd, ${table}.closing ->> '$.differenceVnd' AS differenceVnd`;

/** Closed shifts of one person, or of everybody, as they stand; the last closed first. */
export function listClosedShifts(db: Reader, personId: number | null, limit: number): ShiftRow[] {
  return prepared<Omit<ShiftRow, 'isReopened'>>(
    db,
    `SELECT shifts.id, 1 + (SELECT count(*) FROM reopenedClosings WHERE shiftId = shifts.id) AS number,
       ${closedShiftColumns('shifts')}
     FROM shifts CROSS JOIN people ON people.id = personId
     WHERE closedAt > '' ${personId === null ? '' : 'AND personId = @personId'}
     ORDER BY closedAt DESC, shifts.id DESC LIMIT @limit`,
  )
    .all(personId === null ? { limit } : { personId, limit })
    .map((row) => ({ ...row, isReopened: false }));
}

/** What print jobs of a closing are of: 'shift:5', and 'shift:5.2' once it was opened again and closed anew. */
export const sheetSubject = (shiftId: number, number: number): string =>
  number === 1 ? `shift:${shiftId}` : `shift:${shiftId}.${number}`;

/** Print jobs of a closing's sheet, the newest first. */
export function listSheetJobIds(db: Reader, shiftId: number, number: number): number[] {
  return prepared<{ id: number }>(
    db,
    `SELECT id FROM printJobs WHERE caseId IS NULL AND batchId IS NULL AND subject = ? AND form = 'closingSheet'
     ORDER BY reprint DESC`,
  )
    .all(sheetSubject(shiftId, number))
    .map(({ id }) => id);
}
