import type { PersonRef } from './case-state.ts';
import type { FeeLine } from './fee.ts';
import type { PaymentMethod } from './intake.ts';
import type { MoneyMethod, OfficialReceipt, PaymentEvent, PaymentEventKind } from './payment-events.ts';

/**
 * A payment is the fold of its events. The counter claims no more than a person did: it showed the code, or somebody saw the
 * money (rules §14). Nothing is deleted: a cancelled note keeps its number and tells what went back.
 */

export const paymentStatuses = ['unpaid', 'qrShown', 'confirmed', 'exempt', 'refunded', 'cancelled'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export interface PaymentState {
  caseId: number;
  caseCode: string;
  payer: string;
  status: PaymentStatus;
  amountVnd: number;
  lines: FeeLine[];
  /** As it was agreed; once somebody saw the money, as it came. */
  method: PaymentMethod;
  /** Of a transfer: what stands in the code, and so on the bank's line. */
  purpose: string;
  demandedAt: string;
  demandedBy: PersonRef;
  /** When the code was last shown, and where. */
  qrShown: { at: string; by: PersonRef; where: 'screen' | 'slip' } | null;
  confirmation: {
    at: string;
    by: PersonRef;
    method: MoneyMethod;
    /** Empty where the money never passed this counter. */
    noteNo: string;
    reference: string;
    shiftId: number | null;
  } | null;
  /** What went back, with a cancellation too. */
  refundedVnd: number;
  /** The same, each time. */
  returns: { at: string; amountVnd: number }[];
  cancellation: { at: string; by: PersonRef; reason: string; approvedBy: PersonRef | null } | null;
  receipt: OfficialReceipt | null;
  lastAt: string;
  /** Number of events folded; a stale writer is refused. */
  version: number;
}

/** Money as it moved, signed: into the drawer or account, or out of it. */
export interface MoneyMove {
  kind: 'confirmed' | 'refunded' | 'cancelled';
  method: MoneyMethod;
  amountVnd: number;
  at: string;
  personId: number;
  shiftId: number | null;
}

/** In which status each event may happen; the fold refuses anything else. */
export const occursIn: Record<Exclude<PaymentEventKind, 'demanded'>, readonly PaymentStatus[]> = {
  qrShown: ['unpaid', 'qrShown'],
  confirmed: ['unpaid', 'qrShown'],
  refunded: ['confirmed'],
  cancelled: ['unpaid', 'qrShown', 'confirmed', 'exempt'],
  receiptNoted: ['confirmed', 'refunded'],
};

/** Folds a whole history. Throws RangeError on an event that the payment cannot have: the journal would be broken. */
export function foldPayment(events: Iterable<PaymentEvent>): PaymentState {
  let state: PaymentState | undefined;
  for (const event of events) state = stepPayment(state, event);
  if (state === undefined) throw new RangeError('A payment without events');
  return state;
}

/** One event more. Throws as the fold does. */
export function stepPayment(state: PaymentState | undefined, event: PaymentEvent): PaymentState {
  if (event.kind === 'demanded') {
    if (state !== undefined) throw new RangeError('A payment is demanded once');
    return begin(event);
  }
  if (state === undefined) throw new RangeError(`${event.kind} before anything was demanded`);
  if (!occursIn[event.kind].includes(state.status))
    throw new RangeError(`${event.kind} while ${state.status}`);
  if (event.at < state.lastAt && event.clockStoodAt !== state.lastAt)
    throw new RangeError(`${event.kind} before what happened last`);
  return { ...state, ...change(state, event), lastAt: event.at, version: state.version + 1 };
}

/** What a case was given back of what it paid can be at most this. */
export function refundableVnd({ status, amountVnd, refundedVnd }: PaymentState): number {
  return status === 'confirmed' ? amountVnd - refundedVnd : 0;
}

/** What stays in the office of this payment. */
export function keptVnd({ confirmation, amountVnd, refundedVnd }: PaymentState): number {
  return confirmation === null ? 0 : amountVnd - refundedVnd;
}

/** What was demanded and settled in one breath is one deed: the first of the two is not told. */
export function isOneDeed(first: PaymentEvent, next: PaymentEvent | undefined): boolean {
  return (
    first.kind === 'demanded' &&
    next?.kind === 'confirmed' &&
    first.at === next.at &&
    first.by.id === next.by.id
  );
}

/** Whether it still waits for money. */
export function isOpen({ status }: Pick<PaymentState, 'status'>): boolean {
  return status === 'unpaid' || status === 'qrShown';
}

/** The money that an event moves, on the state before it; null where it moves none. */
export function moveOf(before: PaymentState, event: PaymentEvent): MoneyMove | null {
  const { at, by } = event;
  switch (event.kind) {
    case 'confirmed':
      return {
        kind: 'confirmed',
        method: event.method,
        amountVnd: before.amountVnd,
        at,
        personId: by.id,
        shiftId: event.shiftId,
      };
    case 'refunded':
      return {
        kind: 'refunded',
        method: event.method,
        amountVnd: -event.amountVnd,
        at,
        personId: by.id,
        shiftId: event.shiftId,
      };
    case 'cancelled': {
      const { confirmation } = before;
      if (confirmation === null) return null;
      // It goes back the way it came.
      return {
        kind: 'cancelled',
        method: confirmation.method,
        amountVnd: -refundableVnd(before),
        at,
        personId: by.id,
        shiftId: event.shiftId,
      };
    }
    default:
      return null;
  }
}

function begin(event: Extract<PaymentEvent, { kind: 'demanded' }>): PaymentState {
  const { at, by, method, amountVnd } = event;
  const isExempt = method === 'exempt';
  if (!Number.isSafeInteger(amountVnd) || amountVnd < 0 || isExempt !== (amountVnd === 0))
    throw new RangeError(`${amountVnd} đồng to be paid ${method}`);
  return {
    caseId: event.caseId,
    caseCode: event.caseCode,
    payer: event.payer,
    status: isExempt ? 'exempt' : 'unpaid',
    amountVnd,
    lines: event.lines,
    method,
    purpose: event.purpose,
    demandedAt: at,
    demandedBy: by,
    qrShown: null,
    confirmation: null,
    refundedVnd: 0,
    returns: [],
    cancellation: null,
    receipt: null,
    lastAt: at,
    version: 1,
  };
}

function change(
  state: PaymentState,
  event: Exclude<PaymentEvent, { kind: 'demanded' }>,
): Partial<PaymentState> {
  const { at, by } = event;
  switch (event.kind) {
    case 'qrShown':
      return { status: 'qrShown', qrShown: { at, by, where: event.where } };
    case 'confirmed': {
      const { method, noteNo, reference, shiftId } = event;
      return { status: 'confirmed', method, confirmation: { at, by, method, noteNo, reference, shiftId } };
    }
    case 'refunded': {
      const { amountVnd } = event;
      const left = refundableVnd(state) - amountVnd;
      if (!Number.isSafeInteger(amountVnd) || amountVnd < 1 || left < 0)
        throw new RangeError(`${amountVnd} đồng back of ${refundableVnd(state)}`);
      return {
        status: left === 0 ? 'refunded' : 'confirmed',
        refundedVnd: state.refundedVnd + amountVnd,
        returns: [...state.returns, { at, amountVnd }],
      };
    }
    case 'cancelled': {
      const { reason, approvedBy = null } = event;
      const left = refundableVnd(state);
      const back = left === 0 ? [] : [{ at, amountVnd: left }];
      return {
        status: 'cancelled',
        refundedVnd: state.confirmation === null ? 0 : state.amountVnd,
        returns: [...state.returns, ...back],
        cancellation: { at, by, reason, approvedBy },
      };
    }
    case 'receiptNoted':
      return { receipt: event.receipt };
  }
}
