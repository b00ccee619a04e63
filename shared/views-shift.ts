import type { PaymentMethod } from './domain/intake.ts';
import type { PaymentStatus } from './domain/payment.ts';
import type { MoneyMethod } from './domain/payment-events.ts';
import type { MoneySums } from './domain/settlement.ts';
import type { FloatChange, NoteRange, Reopening, ShiftClosing } from './domain/shift-closing.ts';
import type { PrintJobRow } from './views.ts';

/** Read models of shifts and of the money of a period. Amounts are integers of đồng, times are office time `YYYY-MM-DDTHH:mm`. */

/** A payment that waits for money, with its case. */
export interface WaitingPayment {
  id: number;
  caseId: number;
  caseCode: string;
  applicantName: string;
  procedureShortName: string;
  phone: string | null;
  status: PaymentStatus;
  method: PaymentMethod;
  amountVnd: number;
  demandedAt: string;
  /** What stands on the bank's line once it is transferred. */
  purpose: string;
}

/** One of the list of what is owed. */
export interface UnpaidPayment extends WaitingPayment {
  /** When the result went out although it was not paid; null while it has not. */
  returnedAt: string | null;
}

/** What went back, as a positive sum. */
export interface MoneyReturn {
  kind: 'refunded' | 'cancelled';
  paymentId: number;
  caseId: number;
  caseCode: string;
  noteNo: string;
  method: MoneyMethod;
  amountVnd: number;
  reason: string;
}

/** What lies on the other side of the drawer at the end of the day, counted as the board counts it. */
export interface PaperState {
  openCases: number;
  originalsHeld: number;
  unprintedSlips: number;
  /** Null: never. */
  lastBackupAt: string | null;
}

/** The open shift of whoever asks, or of somebody whose shift a leader closes. */
export interface OpenShift {
  id: number;
  cashier: string;
  openedAt: string;
  floatVnd: number;
  /** How many movements the sums are made of: a closing counted against fewer is refused. */
  moves: number;
  /** Cash has moved: the change money is told otherwise only with a reason. */
  hasCash: boolean;
  floatChanges: readonly FloatChange[];
  /** What was taken by each method, before anything went back. */
  methods: ShiftClosing['methods'];
  expectedVnd: number;
  exemptCount: number;
  returns: MoneyReturn[];
  notes: readonly NoteRange[];
  /** The last time it was closed and opened again; null where it never was. */
  reopened: Reopening | null;
}

export interface CurrentShift {
  /** Null: nothing was opened and no money has moved since the last closing. */
  shift: OpenShift | null;
  /** Change money of one's last shift, to propose; 0 before the first. */
  lastFloatVnd: number;
  /** Whose code was shown and whose money nobody has seen yet; of the whole office. */
  shown: { total: number; rows: WaitingPayment[] };
  papers: PaperState;
  /** A clock that ran ahead holds up all money until `to`: what stands under a later time than `now`. Null: nothing does. */
  ahead: { now: string; to: string; moves: number; demands: number; closings: number } | null;
  /** Shifts of others that are still open, for a leader; nobody else sees them. */
  others: { id: number; cashier: string; openedAt: string }[];
}

/** What is kept of a closed shift: the sheet, and who stood beside. */
export interface KeptClosing extends ShiftClosing {
  returns: readonly MoneyReturn[];
  /** Taken by all methods, before anything went back. */
  takenVnd: number;
  /** Second signature. */
  witness: string;
  /** Null: somebody who is not of this office's list. */
  witnessId: number | null;
  note: string;
  /** Codes shown whose money nobody had seen. */
  shownCount: number;
  /** The newest payment of the office at that moment: what came later belongs to the next shift. */
  lastPaymentId: number;
}

export interface ShiftRow {
  id: number;
  /** Which closing of its shift: 1 unless it was opened again. */
  number: number;
  /** It was opened again afterwards. */
  isReopened: boolean;
  cashier: string;
  openedAt: string;
  closedAt: string;
  takenVnd: number;
  returnedVnd: number;
  countedVnd: number;
  differenceVnd: number;
}

/** Why a closed shift cannot be opened again. */
export const shiftStays = ['laterShift', 'bookClosed', 'reopened'] as const;
export type ShiftStay = (typeof shiftStays)[number];

export interface ClosedShift {
  id: number;
  number: number;
  closing: KeptClosing;
  /** Null: it stands. */
  reopened: Reopening | null;
  /** What keeps it closed; null where two managers may open it again. */
  stays: ShiftStay | null;
  prints: PrintJobRow[];
}

/** A movement of money as a line of the settlement list. */
export interface MoneyLine {
  id: number;
  kind: 'confirmed' | 'refunded' | 'cancelled';
  method: MoneyMethod;
  /** Signed: negative went back. */
  amountVnd: number;
  at: string;
  paymentId: number;
  /** What the note says altogether. */
  noteVnd: number;
  /** Empty where the money never passed this counter. */
  noteNo: string;
  /** Of the official receipt; empty: not noted. */
  receiptNo: string;
  status: PaymentStatus;
  caseId: number;
  caseCode: string;
  procedureShortName: string;
  personName: string;
  payer: string;
}

export interface Settlement {
  total: MoneySums;
  byProcedure: (MoneySums & { code: string; name: string })[];
  byCashier: (MoneySums & { personId: number; name: string })[];
  /** Notes kept, without an official receipt's number. */
  withoutReceipt: number;
  cashless: { cases: number; cashlessCases: number; amountVnd: number; cashlessVnd: number };
  unpaid: { count: number; amountVnd: number };
}

export interface MoneyPage {
  rows: MoneyLine[];
  next: { at: string; id: number } | null;
  count: number;
  cases: number;
  amountVnd: number;
}

export interface UnpaidPage {
  rows: UnpaidPayment[];
  next: { at: string; id: number } | null;
  count: number;
  amountVnd: number;
}
