import type { PersonRef } from './domain/case-flow.ts';
import type { CaseBalance } from './domain/case-money.ts';
import type { FeeLine } from './domain/fee.ts';
import type { PaymentMethod } from './domain/intake.ts';
import type { PaymentStatus } from './domain/payment.ts';
import type { OfficialReceipt, PaymentEvent } from './domain/payment-events.ts';
import type { TransferView } from './views-display.ts';

/** Money as screens see it. Sums are integers of đồng. */

/** One collection of a case. */
export interface PaymentView {
  id: number;
  version: number;
  status: PaymentStatus;
  /** As agreed; once the money was seen, as it came. */
  method: PaymentMethod;
  amountVnd: number;
  refundedVnd: number;
  /** What may still go back. */
  refundableVnd: number;
  lines: FeeLine[];
  /** Empty: no note was made. */
  noteNo: string;
  receipt: OfficialReceipt | null;
  /** What happened, the oldest first. */
  events: PaymentEvent[];
  /**
   * Who may approve that money goes back; empty where nobody could and the sealed code does, null where whoever sits here
   * may do it alone.
   */
  approvers: PersonRef[] | null;
}

export interface CaseMoney extends CaseBalance {
  caseId: number;
  payments: PaymentView[];
}

/** How the citizen pays into the office's account. */
export interface PaymentQr {
  /** Of the payment afterwards: what was shown is an event too. */
  version: number;
  amountVnd: number;
  transfer: TransferView;
}
