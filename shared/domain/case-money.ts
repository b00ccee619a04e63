import type { CaseState } from './case-state.ts';
import { isOpen, keptVnd, type PaymentState } from './payment.ts';

/** What a case owes, paid and was given back, in đồng. */
export interface CaseBalance {
  /** Null: not set by the ward, which is not free. */
  feeVnd: number | null;
  /** Demanded and not seen yet. */
  openVnd: number;
  takenVnd: number;
  returnedVnd: number;
  /** Of the fee, not demanded yet: a correction raised it, or a note was voided. */
  missingVnd: number;
  /** Demanded beyond the fee, which a correction lowered. */
  overVnd: number;
  /** To be given back: decided when the case ended, or paid beyond the fee. */
  toReturnVnd: number;
}

export function balanceOf(
  { fee, acceptedAt, ending }: Pick<CaseState, 'fee' | 'acceptedAt' | 'ending'>,
  payments: readonly PaymentState[],
): CaseBalance {
  const sum = (amountOf: (payment: PaymentState) => number) =>
    payments.reduce((total, payment) => total + amountOf(payment), 0);
  const isOf = (payment: PaymentState) => payment.status !== 'cancelled' && payment.status !== 'exempt';
  const feeVnd = fee.method === 'exempt' ? 0 : fee.amountVnd;
  const openVnd = sum((payment) => (isOpen(payment) ? payment.amountVnd : 0));
  const kept = sum(keptVnd);
  const returnedVnd = sum((payment) => (payment.confirmation === null ? 0 : payment.refundedVnd));
  // What was demanded and given back on purpose is settled; only a voided note is to be demanded again.
  const demanded = sum((payment) => (isOf(payment) ? payment.amountVnd : 0));
  const refunded = sum((payment) => (isOf(payment) ? payment.refundedVnd : 0));
  const isOwed = acceptedAt !== null && ending === null && feeVnd !== null;
  const overVnd = isOwed ? Math.max(0, kept + openVnd - feeVnd) : 0;
  const decided = ending?.refundVnd ?? 0;
  return {
    feeVnd,
    openVnd,
    takenVnd: kept + returnedVnd,
    returnedVnd,
    missingVnd: isOwed ? Math.max(0, feeVnd - demanded) : 0,
    overVnd,
    toReturnVnd: Math.min(kept, ending === null ? overVnd : Math.max(0, decided - refunded)),
  };
}
