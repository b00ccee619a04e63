import type { CaseState, Ending } from './case-state.ts';
import { isOpen, keptVnd, type PaymentState } from './payment.ts';

/** What a case owes, paid and was given back, in đồng. */
export interface CaseBalance {
  /** Null: not set by the ward, which is not free. */
  feeVnd: number | null;
  /** Demanded and not seen yet. */
  openVnd: number;
  takenVnd: number;
  returnedVnd: number;
  /** Of the fee, neither kept nor demanded: a correction raised it, a note was voided, or money went back. */
  missingVnd: number;
  /** Kept or demanded beyond the fee, which a correction lowered. */
  overVnd: number;
  /** To be given back: decided when the case ended, or paid beyond the fee. */
  toReturnVnd: number;
}

type Owing = Pick<CaseState, 'fee' | 'acceptedAt' | 'ending' | 'imported'>;

/**
 * What is owed is the fee less what is kept and what is demanded. A voided note and money given back leave it owed: whoever need
 * not pay has his fee corrected to "miễn" or to less, with the reason. A case from before money was written down owes nothing.
 */
export function balanceOf(state: Owing, payments: readonly PaymentState[]): CaseBalance {
  const { fee, ending } = state;
  const sum = (amountOf: (payment: PaymentState) => number) =>
    payments.reduce((total, payment) => total + amountOf(payment), 0);
  const feeVnd = fee.method === 'exempt' ? 0 : fee.amountVnd;
  const openVnd = sum((payment) => (isOpen(payment) ? payment.amountVnd : 0));
  const kept = sum(keptVnd);
  const returnedVnd = sum((payment) => (payment.confirmation === null ? 0 : payment.refundedVnd));
  const isOwed = feeVnd !== null && canOwe(state, payments);
  const overVnd = isOwed ? Math.max(0, kept + openVnd - feeVnd) : 0;
  return {
    feeVnd,
    openVnd,
    takenVnd: kept + returnedVnd,
    returnedVnd,
    missingVnd: isOwed ? Math.max(0, feeVnd - kept - openVnd) : 0,
    overVnd,
    toReturnVnd: Math.min(kept, ending === null ? overVnd : leftToReturn(ending, payments)),
  };
}

/** Something is demanded or missing: no law keeps the result back, but somebody must say why it goes out unpaid. */
export function owesMoney(state: Owing, payments: readonly PaymentState[]): boolean {
  const { openVnd, missingVnd } = balanceOf(state, payments);
  return openVnd + missingVnd > 0;
}

function canOwe(state: Owing, payments: readonly PaymentState[]): boolean {
  return isWrittenHere(state, payments) && state.acceptedAt !== null && state.ending === null;
}

/** What this counter wrote down: a fee with its lines, or money. An imported case was paid elsewhere. */
function isWrittenHere({ fee, imported }: Owing, payments: readonly PaymentState[]): boolean {
  return imported === undefined && (fee.lines !== undefined || payments.length > 0);
}

/** Most that an ending may promise to give back; of what an old book says this counter knows nothing, and holds nothing back. */
export function promisableVnd(state: Owing, payments: readonly PaymentState[]): number {
  if (!isWrittenHere(state, payments)) return Number.POSITIVE_INFINITY;
  return payments.reduce((sum, payment) => sum + keptVnd(payment), 0);
}

/** Of what the ending decided to give back; what went back before had nothing to do with it. */
function leftToReturn({ refundVnd, at }: Ending, payments: readonly PaymentState[]): number {
  const returned = payments.flatMap(({ returns }) => returns).filter((each) => each.at >= at);
  return Math.max(0, (refundVnd ?? 0) - returned.reduce((sum, { amountVnd }) => sum + amountVnd, 0));
}
