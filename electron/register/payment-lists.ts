import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { MoneyMethod } from '../../shared/domain/payment-events.ts';
import type { Reader } from './connection.ts';
import { prepared } from './connection.ts';

/** Payments and movements of money as lists and reports read them. */

export interface PaymentRow {
  id: number;
  caseId: number;
  caseCode: string;
  applicantName: string;
  procedureCode: string;
  procedureShortName: string;
  field: string;
  /** Of the case. */
  channel: string;
  status: PaymentStatus;
  method: string;
  amountVnd: number;
  refundedVnd: number;
  noteNo: string | null;
  demandedAt: string;
  confirmedAt: string | null;
  /** Null: nobody saw money. */
  confirmedBy: number | null;
  confirmedByName: string | null;
  /** Of the official receipt; empty: not noted. */
  receiptNo: string;
}

export interface MoveRow {
  id: number;
  kind: 'confirmed' | 'refunded' | 'cancelled';
  method: MoneyMethod;
  /** Signed: negative goes back. */
  amountVnd: number;
  at: string;
  personId: number;
  personName: string;
  shiftId: number | null;
  paymentId: number;
  noteNo: string | null;
  caseId: number;
  caseCode: string;
  applicantName: string;
  procedureShortName: string;
  field: string;
}

/** From one day to another, both included. */
interface Period {
  from: string;
  to: string;
}

const bounds = ({ from, to }: Period) => ({ from, end: `${to}T99` });

const paymentColumns = `payments.id, caseId, caseCode, applicantName, procedureCode, procedureShortName, field, channel,
  payments.status, method, amountVnd, refundedVnd, noteNo, demandedAt, confirmedAt, confirmedBy,
  people.name AS confirmedByName, receiptNo
  FROM payments JOIN cases ON cases.id = caseId LEFT JOIN people ON people.id = confirmedBy`;

const moveColumns = `moneyMoves.id, kind, moneyMoves.method, moneyMoves.amountVnd, at, personId, people.name AS personName, shiftId,
  paymentId, noteNo, caseId, caseCode, applicantName, procedureShortName, field
  FROM moneyMoves JOIN payments ON payments.id = paymentId JOIN cases ON cases.id = caseId
  JOIN people ON people.id = personId`;

/** Payments whose money was seen in the period, in that order; those voided since too. */
export function paymentsOfPeriod(db: Reader, period: Period): PaymentRow[] {
  return prepared<PaymentRow>(
    db,
    `SELECT ${paymentColumns} WHERE confirmedAt >= @from AND confirmedAt < @end ORDER BY confirmedAt, payments.id`,
  ).all(bounds(period));
}

/** Payments that were found exempt in the period. */
export function exemptionsOfPeriod(db: Reader, period: Period): PaymentRow[] {
  return prepared<PaymentRow>(
    db,
    `SELECT ${paymentColumns} WHERE payments.status = 'exempt' AND demandedAt >= @from AND demandedAt < @end
     ORDER BY demandedAt, payments.id`,
  ).all(bounds(period));
}

/** What still waits for money, the oldest first. */
export function listUnpaid(db: Reader, limit: number): PaymentRow[] {
  return prepared<PaymentRow>(
    db,
    `SELECT ${paymentColumns} WHERE payments.status IN ('unpaid', 'qrShown') ORDER BY demandedAt, payments.id LIMIT ?`,
  ).all(limit);
}

/** Money in and out of a shift, in the order it moved. */
export function movesOfShift(db: Reader, shiftId: number): MoveRow[] {
  return prepared<MoveRow>(db, `SELECT ${moveColumns} WHERE shiftId = ? ORDER BY moneyMoves.id`).all(shiftId);
}

/** Money in and out in the period, also what never passed this counter. */
export function movesOfPeriod(db: Reader, period: Period): MoveRow[] {
  return prepared<MoveRow>(
    db,
    `SELECT ${moveColumns} WHERE at >= @from AND at < @end ORDER BY at, moneyMoves.id`,
  ).all(bounds(period));
}
