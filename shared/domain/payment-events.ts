import type { PersonRef } from './case-state.ts';
import type { FeeLine } from './fee.ts';
import type { PaymentMethod } from './intake.ts';

/**
 * One collection of money for one case. The counter never knows that money arrived: cash is counted by a person, a transfer
 * is shown and then seen by a person (rules §14).
 */

/** How money goes through the counter's hands or account. */
export const moneyMethods = ['cash', 'transfer', 'onlinePayment'] as const satisfies readonly PaymentMethod[];
export type MoneyMethod = (typeof moneyMethods)[number];

/** Fields of the official receipt (biên lai điện tử, NĐ 254/2026/NĐ-CP Đ23), made elsewhere. */
export interface OfficialReceipt {
  formSymbol: string;
  symbol: string;
  number: string;
  lookupCode: string;
  issuedOn: string | null;
}

interface PaymentFacts {
  /** What is owed; of an exempt one the amount is 0 and the reason stands in the lines. */
  demanded: {
    caseId: number;
    caseCode: string;
    payer: string;
    amountVnd: number;
    lines: FeeLine[];
    method: PaymentMethod;
    /** What a transfer says of itself, the same from the form to the slip, by which a line of the bank is found again. */
    purpose: string;
  };
  /** The VietQR stood on the second screen or on paper. */
  qrShown: { where: 'screen' | 'slip' };
  /** Cash was taken, or the clerk saw the money; this is when the fee note gets its number. */
  confirmed: { method: MoneyMethod; noteNo: string; reference: string; shiftId: number | null };
  /** `approvedBy`: the second person who let money go back; null where whoever gave it back may do it alone. */
  refunded: {
    amountVnd: number;
    method: MoneyMethod;
    reason: string;
    shiftId: number | null;
    approvedBy?: PersonRef | null | undefined;
  };
  /** Void: what was paid goes back whole; the note keeps its number. `approvedBy` as for a refund. */
  cancelled: { reason: string; shiftId: number | null; approvedBy?: PersonRef | null | undefined };
  receiptNoted: { receipt: OfficialReceipt };
}

export type PaymentEventKind = keyof PaymentFacts;

interface PaymentHead {
  /** Office time. */
  at: string;
  by: PersonRef;
  /** The later time of the event before, which a clock that had run ahead wrote. */
  clockStoodAt?: string | undefined;
}

/** As the journal keeps it under `payment:{id}`, kind `payment.{kind}`. */
export type PaymentEvent = {
  [Kind in PaymentEventKind]: { kind: Kind } & PaymentHead & PaymentFacts[Kind];
}[PaymentEventKind];
