import { z } from 'zod';
import type { PersonRef } from '../../../shared/domain/case-flow.ts';
import { balanceOf } from '../../../shared/domain/case-money.ts';
import { isOpen, type PaymentState, refundableVnd } from '../../../shared/domain/payment.ts';
import type { PaymentEvent } from '../../../shared/domain/payment-events.ts';
import {
  cancelPaymentSchema,
  confirmPaymentSchema,
  noteReceiptSchema,
  refundPaymentSchema,
} from '../../../shared/domain/payment-input.ts';
import { isManager, managers, type Staff } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CaseMoney, PaymentQr, PaymentView } from '../../../shared/views-money.ts';
import { getCase } from '../../register/cases/cases.ts';
import type { Reader } from '../../register/connection.ts';
import { getPayment, listPaymentIds } from '../../register/money/payments.ts';
import { listPrintJobsOfCase } from '../../register/print-jobs.ts';
import { type Approver, listAble, type Needed } from '../approval.ts';
import { sometimesApproved } from '../approved.ts';
import { printPaper } from '../cases/paper-writing.ts';
import { receivedCase } from '../citizens/citizen-view.ts';
import {
  type CommandScope,
  command,
  type LongScope,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
} from '../door.ts';
import {
  confirm,
  demand,
  drawerOf,
  happened,
  markQrShown,
  moneyReaders,
  screenKey,
  takers,
  write,
} from './payment-writing.ts';

const caseId = z.int().min(1);
const waits = ['queued', 'ready', 'printing'] as const;

export const paymentRoutes = {
  /** What a case owes, paid and was given back, and how each collection came about. */
  ofCase: query(moneyReaders, z.object({ caseId }), (scope, input): CaseMoney => {
    const money = moneyOf(scope, input.caseId);
    scope.seen('seen.case', `case:${input.caseId}`);
    return money;
  }),

  /**
   * Demands what the fee asks beyond what was demanded already: a correction raised it, or a note was voided. `amountVnd` is what
   * the screen offered. Errors: stale.
   */
  demand: command(
    takers,
    ['money'],
    z.object({ caseId, amountVnd: z.int().min(1) }),
    (scope, { caseId: id, amountVnd }): CaseMoney => {
      const asked = { ...scope, db: scope.tx };
      if (moneyOf(asked, id).missingVnd !== amountVnd) throw new AppError('stale', { what: 'payment' });
      demand(scope, id, getCase(scope.tx, id), amountVnd);
      return moneyOf(asked, id);
    },
  ),

  /** Cash was counted into the drawer, or the clerk saw the transfer. Errors: stale, actNotAllowed, clockWrong. */
  confirm: command(
    takers,
    ['money'],
    confirmPaymentSchema,
    (scope, { paymentId, version, method, reference }): CaseMoney => {
      readFresh(scope.tx, paymentId, version);
      return answer(scope, confirm(scope, paymentId, { method, reference }));
    },
  ),

  /**
   * Shows the code of the office's account, here and on the screen of this desk, and writes down that it was shown: nothing is known
   * of the money. Null where the office has no account. Errors: actNotAllowed.
   */
  showQr: command(
    takers,
    ['money'],
    z.object({ paymentId: caseId }),
    (scope, { paymentId }): PaymentQr | null => {
      const { tx, door, context } = scope;
      const { bank, secondScreen } = requireSettings(tx, scope.now);
      const { status, caseId: id, amountVnd, lines, purpose } = getPayment(tx, paymentId).state;
      if (!isOpen({ status })) throw new AppError('actNotAllowed', { act: 'qrShown', status });
      const state = getCase(tx, id);
      const citizen = receivedCase(
        { ...state, fee: { amountVnd, method: 'transfer', lines } },
        bank,
        purpose,
      );
      const { transfer } = citizen.fee;
      if (transfer === null) return null;
      markQrShown(scope, paymentId, 'screen');
      scope.after(() =>
        context.displays.at(door.device).show(screenKey(paymentId), citizen, secondScreen.clearAfterSeconds),
      );
      return { version: getPayment(tx, paymentId).state.version, amountVnd, transfer };
    },
  ),

  /**
   * Puts the fee note on the print list; one that waits there is not made again, one that came out becomes a reprint. Errors:
   * actNotAllowed where there is no note.
   */
  printNote: command(
    takers,
    ['slips'],
    z.object({ paymentId: caseId }),
    (scope, { paymentId }): { jobId: number } => {
      const { status, caseId: id, confirmation } = getPayment(scope.tx, paymentId).state;
      if (!confirmation?.noteNo || status === 'cancelled')
        throw new AppError('actNotAllowed', { act: 'printNote', status });
      const subject = `payment:${paymentId}`;
      const waiting = listPrintJobsOfCase(scope.tx, id).find(
        (job) => job.subject === subject && waits.some((state) => state === job.state),
      );
      if (waiting) return { jobId: waiting.id };
      const jobId = printPaper(scope, { caseId: id, subject }, 'feeNote');
      scope.record('slip.requested', subject, { forms: ['feeNote'], ids: [jobId] });
      return { jobId };
    },
  ),

  /**
   * Gives a part or all of it back, approved as a cancellation is. Errors: stale, actNotAllowed, clockWrong, invalidInput (more than
   * is left), and those of an approval.
   */
  refund: sometimesApproved(
    takers,
    ['money'],
    refundPaymentSchema,
    neededIn,
    (scope, { paymentId, version, amountVnd, method, reason }): CaseMoney => {
      const state = readFresh(scope.tx, paymentId, version);
      if (state.status === 'confirmed' && amountVnd > refundableVnd(state))
        throw new AppError('invalidInput', { fields: { amountVnd: 'tooBig' } });
      const approvedBy = refOf(scope.approver);
      const shiftId = drawerOf(scope, method);
      return answer(
        scope,
        write(scope, paymentId, {
          kind: 'refunded',
          ...happened(scope),
          amountVnd,
          method,
          reason,
          shiftId,
          approvedBy,
        }),
      );
    },
  ),

  /**
   * Voids a payment: what was paid goes back whole, out of the drawer of whoever sits here, and the note keeps its number. A paid note
   * needs a second person who leads or administers the office and types his password, or the sealed recovery code where nobody else
   * does (ASVS 2.3.5). Errors: stale, actNotAllowed, clockWrong, and
   * those of an approval.
   */
  cancel: sometimesApproved(
    moneyReaders,
    ['money'],
    cancelPaymentSchema,
    neededIn,
    (scope, { paymentId, version, reason }): CaseMoney => {
      const state = readFresh(scope.tx, paymentId, version);
      const { confirmation } = state;
      const approvedBy = refOf(scope.approver);
      const isPaid = state.status === 'confirmed' && confirmation !== null;
      return answer(
        scope,
        write(scope, paymentId, {
          kind: 'cancelled',
          ...happened(scope),
          reason,
          shiftId: isPaid ? drawerOf(scope, confirmation.method) : null,
          approvedBy,
        }),
      );
    },
  ),

  /** Keeps the numbers of the official receipt, which is made elsewhere. Errors: stale, actNotAllowed. */
  noteReceipt: command(
    takers,
    ['money'],
    noteReceiptSchema,
    (scope, { paymentId, version, receipt }): CaseMoney => {
      readFresh(scope.tx, paymentId, version);
      return answer(scope, write(scope, paymentId, { kind: 'receiptNoted', ...happened(scope), receipt }));
    },
  ),
};

/** The payment as the screen knew it; throws stale. */
function readFresh(db: Reader, id: number, version: number): PaymentState {
  const { state } = getPayment(db, id);
  if (state.version !== version)
    throw new AppError('stale', { what: 'payment', version: state.version, status: state.status });
  return state;
}

function answer(scope: CommandScope, state: PaymentState): CaseMoney {
  return moneyOf({ ...scope, db: scope.tx }, state.caseId);
}

/** Throws notFound. */
function moneyOf(scope: QueryScope, id: number): CaseMoney {
  const { db } = scope;
  const state = getCase(db, id);
  const payments = listPaymentIds(db, id).map((each) => ({ id: each, ...getPayment(db, each) }));
  return {
    ...balanceOf(
      state,
      payments.map((payment) => payment.state),
    ),
    caseId: id,
    payments: payments.map((payment) => {
      const needed = neededFor(requirePerson(scope), payment.state);
      return viewOf(payment, needed && listAble(scope, managers, needed));
    }),
  };
}

/**
 * Money goes back with a second manager, who did not take it; nobody is needed where none goes back, and where whoever sits here
 * manages and did not take it.
 */
function neededFor(person: Staff, { status, confirmation }: PaymentState): Needed | null {
  if (status !== 'confirmed' || confirmation === null) return null;
  const { id } = confirmation.by;
  return isManager(person) && person.id !== id ? null : { except: id };
}

function neededIn(scope: LongScope, { paymentId }: { paymentId: number }): Needed | null {
  return neededFor(requirePerson(scope), getPayment(scope.db, paymentId).state);
}

function refOf(approver: Approver | null): PersonRef | null {
  return approver === null || approver.id === null ? null : { id: approver.id, name: approver.name };
}

function viewOf(
  { id, state, events }: { id: number; state: PaymentState; events: PaymentEvent[] },
  approvers: readonly Staff[] | null,
): PaymentView {
  return {
    id,
    version: state.version,
    status: state.status,
    method: state.method,
    amountVnd: state.amountVnd,
    refundedVnd: state.refundedVnd,
    refundableVnd: refundableVnd(state),
    lines: state.lines,
    noteNo: state.confirmation?.noteNo ?? '',
    receipt: state.receipt,
    events,
    approvers: approvers?.map((each) => ({ id: each.id, name: each.name })) ?? null,
  };
}
