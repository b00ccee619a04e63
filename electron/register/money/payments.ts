import {
  foldPayment,
  type MoneyMove,
  moveOf,
  type PaymentState,
  stepPayment,
} from '../../../shared/domain/payment.ts';
import type { PaymentEvent } from '../../../shared/domain/payment-events.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { isFoldedRow, missingOrUnfolded, type StoredRow } from '../folded-rows.ts';
import { entriesOf } from '../journal.ts';
import { insertRow, updateRow } from '../rows.ts';

/** The row of a payment: what lists and figures ask of its fold. Lines, reasons and who did what stay in the journal. */
function columnsOf(state: PaymentState) {
  return {
    caseId: state.caseId,
    status: state.status,
    method: state.method,
    amountVnd: state.amountVnd,
    refundedVnd: state.refundedVnd,
    purpose: state.purpose,
    noteNo: state.confirmation?.noteNo || null,
    demandedAt: state.demandedAt,
    confirmedAt: state.confirmation?.at ?? null,
    confirmedBy: state.confirmation?.by.id ?? null,
    receiptNo: state.receipt?.number ?? '',
    version: state.version,
  };
}

/** Stores a new payment, the fold of its first event, and answers its id. */
export function insertPayment(tx: Writer, state: PaymentState): number {
  return insertRow(tx, 'payments', columnsOf(state));
}

/** Puts a payment of a damaged register, and its money, back as its events tell it. Of a shift that is lost it says nothing. */
export function putBackPayment(tx: Writer, id: number): void {
  const { state, moves } = movedBy(paymentEventsOf(tx, id));
  if (state === undefined) return;
  insertRow(tx, 'payments', { id, ...columnsOf(state) });
  for (const move of moves) {
    const hasShift = prepared(tx, 'SELECT 1 FROM shifts WHERE id = ?').get(move.shiftId) !== undefined;
    insertRow(tx, 'moneyMoves', { ...move, shiftId: hasShift ? move.shiftId : null, paymentId: id });
  }
}

/** What a whole history makes of a payment, and the money that it moved on the way; no state without events. */
function movedBy(events: readonly PaymentEvent[]): { state: PaymentState | undefined; moves: MoneyMove[] } {
  const moves: MoneyMove[] = [];
  let state: PaymentState | undefined;
  for (const event of events) {
    const move = state && moveOf(state, event);
    if (move) moves.push(move);
    state = stepPayment(state, event);
  }
  return { state, moves };
}

/** Stores the fold after an event, and the money that the event moves. */
export function updatePayment(
  tx: Writer,
  id: number,
  before: PaymentState,
  event: PaymentEvent,
): PaymentState {
  const state = stepPayment(before, event);
  updateRow(tx, 'payments', id, columnsOf(state));
  const move = moveOf(before, event);
  if (move !== null) insertRow(tx, 'moneyMoves', { ...move, paymentId: id });
  return state;
}

/** The payment's events in the order they happened, with their places in the journal. */
export function paymentEntriesOf(db: Reader, id: number): { seq: number; event: PaymentEvent }[] {
  return entriesOf(db, `payment:${id}`)
    .filter(({ kind }) => kind.startsWith('payment.'))
    .map(({ seq, data }) => ({ seq, event: data as PaymentEvent }));
}

/** The payment's events in the order they happened. */
export function paymentEventsOf(db: Reader, id: number): PaymentEvent[] {
  return paymentEntriesOf(db, id).map(({ event }) => event);
}

/** The payment as it is and all that happened to it; throws notFound. */
export function getPayment(db: Reader, id: number): { state: PaymentState; events: PaymentEvent[] } {
  const events = paymentEventsOf(db, id);
  if (events.length === 0) throw new AppError('notFound', { what: 'payment' });
  return { state: foldPayment(events), events };
}

/** Ids of a case's payments, the oldest first. */
export function listPaymentIds(db: Reader, caseId: number): number[] {
  return prepared<{ id: number }>(db, 'SELECT id FROM payments WHERE caseId = ? ORDER BY id')
    .all(caseId)
    .map(({ id }) => id);
}

/** A case's payments as they are, the oldest first. */
export function listPayments(db: Reader, caseId: number): PaymentState[] {
  return listPaymentIds(db, caseId).map((id) => getPayment(db, id).state);
}

/** Whether something of the case is demanded, paid or exempt, and not voided. */
export function hasPayment(db: Reader, caseId: number): boolean {
  return (
    prepared(db, "SELECT 1 FROM payments WHERE caseId = ? AND status <> 'cancelled' LIMIT 1").get(caseId) !==
    undefined
  );
}

/** Ids of payments whose row or money differs from the fold of their events: none, unless somebody wrote past the door. */
export function findUnfoldedPayments(db: Reader): number[] {
  const kinds = { table: 'payments', subject: 'payment', firstKinds: ['payment.demanded'] };
  return missingOrUnfolded(db, kinds, (row) =>
    isFolded(row, paymentEventsOf(db, row.id), movesOf(db, row.id)),
  );
}

/** The row and the moves are what the events make of them, and the sum of the moves is what stayed: paid less given back. */
function isFolded(row: StoredRow, events: readonly PaymentEvent[], moves: readonly MoneyMove[]): boolean {
  const { state, moves: told } = movedBy(events);
  if (state === undefined) return false;
  const { confirmation, amountVnd, refundedVnd } = state;
  const stayed = (confirmation === null ? 0 : amountVnd) - refundedVnd;
  return (
    isFoldedRow(row, columnsOf(state)) &&
    moves.reduce((sum, move) => sum + move.amountVnd, 0) === stayed &&
    moves.length === told.length &&
    told.every((move, index) =>
      Object.entries(move).every(([name, value]) => moves[index]?.[name as keyof MoneyMove] === value),
    )
  );
}

function movesOf(db: Reader, paymentId: number): MoneyMove[] {
  return prepared<MoneyMove>(
    db,
    'SELECT kind, method, amountVnd, at, personId, shiftId FROM moneyMoves WHERE paymentId = ? ORDER BY id',
  ).all(paymentId);
}
