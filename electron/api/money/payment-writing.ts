import type { CaseState, PersonRef } from '../../../shared/domain/case-flow.ts';
import { balanceOf } from '../../../shared/domain/case-money.ts';
import { isSameContent } from '../../../shared/domain/correction.ts';
import { supplementLines } from '../../../shared/domain/fee-supplement.ts';
import { isOpen, occursIn, type PaymentState, stepPayment } from '../../../shared/domain/payment.ts';
import type { MoneyMethod, PaymentEvent } from '../../../shared/domain/payment-events.ts';
import { purposeOfForm, qrPurpose } from '../../../shared/domain/vietqr.ts';
import { AppError } from '../../../shared/errors.ts';
import { formKeyOf } from '../../register/cases/cases.ts';
import { nextValue } from '../../register/counters.ts';
import { findClockMark, lastMoneyAt } from '../../register/money/money-clock.ts';
import {
  getPayment,
  hasPayment,
  insertPayment,
  listPaymentIds,
  listPayments,
  paymentEntriesOf,
  updatePayment,
} from '../../register/money/payments.ts';

import { findOpenShift, openShift } from '../../register/money/shifts.ts';
import { type CommandScope, requirePerson, requireSettings } from '../door.ts';

/** How every area writes money: one event of a payment, its row, its movement and its journal entry in the caller's transaction. */

/** Roles through whose hands money goes. */
export const takers = ['clerk', 'officer', 'cashier'] as const;

/** Roles that see the money of a case. */
export const moneyReaders = [...takers, 'leader'] as const;

/**
 * What a case owes from the moment it is received: cash was taken with it, a transfer is still to be seen. A case that owes
 * something already, and one without an amount, is left alone.
 */
export function demandFee(scope: CommandScope, caseId: number, state: CaseState): void {
  const { fee, imported } = state;
  if (imported !== undefined || hasPayment(scope.tx, caseId)) return;
  const amountVnd = fee.method === 'exempt' ? 0 : (fee.amountVnd ?? 0);
  if (amountVnd === 0 && !isExempted(state)) return;
  const id = demand(scope, caseId, state, amountVnd);
  if (fee.method === 'cash' || fee.method === 'onlinePayment') confirm(scope, id, { method: fee.method });
  else if (stoodOnScreen(scope, state)) markQrShown(scope, id, 'screen');
}

/** Whether the citizen saw the code of this very fee while the form was filled in: on a screen that somebody could read. */
function stoodOnScreen(
  { context: { displays }, door }: CommandScope,
  { applicant, fee }: CaseState,
): boolean {
  const screen = displays.at(door.device);
  const shown = screen.state();
  if (shown.kind !== 'mirror' || !screen.isWatched()) return false;
  const { name, fee: told } = shown.citizen;
  return told.transfer !== null && told.amountVnd === fee.amountVnd && name === applicant.name;
}

/**
 * What is demanded and not seen yet follows the case: nothing is asked for one that ended, nor beyond a fee that was lowered. What
 * the lower fee still asks is demanded anew; an exemption that is none any more is voided.
 */
export function demandsFollow(
  scope: CommandScope,
  caseId: number,
  before: CaseState,
  after: CaseState,
): void {
  const hasEnded = !isAsked(after) && isAsked(before);
  if (!hasEnded && isSameContent(before.fee, after.fee)) return;
  const payments = listPaymentIds(scope.tx, caseId).map((id) => ({ id, ...getPayment(scope.tx, id) }));
  const open = payments.filter(({ state }) => isOpen(state));
  const exempt = payments.filter(({ state }) => state.status === 'exempt');
  const { feeVnd, overVnd } = balanceOf(
    after,
    payments.map(({ state }) => state),
  );
  const dead = !isAsked(after) || feeVnd === null || overVnd > 0 ? open : [];
  const isExempt = isExempted(after);
  const idle = isAsked(after) && !isExempt ? exempt : [];
  const reason = isAsked(after) ? 'Lệ phí của hồ sơ đã sửa' : 'Hồ sơ không còn được giải quyết';
  for (const { id } of [...dead, ...idle])
    write(scope, id, { kind: 'cancelled', ...happened(scope), reason, shiftId: null, approvedBy: null });
  if (dead.length === 0 || !isAsked(after)) return;
  const { missingVnd } = balanceOf(after, listPayments(scope.tx, caseId));
  if (missingVnd > 0 || (isExempt && !hasPayment(scope.tx, caseId))) demand(scope, caseId, after, missingVnd);
}

/** Of a case that is accepted and has not ended without a result. */
const isAsked = ({ acceptedAt, ending }: CaseState): boolean => acceptedAt !== null && ending === null;

/** What a transfer for a case says of itself. */
function purposeOf({ tx }: CommandScope, caseId: number, { slipCode }: CaseState): string {
  return purposeOfForm(formKeyOf(tx, caseId)) || qrPurpose(slipCode);
}

/** Writes down what is to be paid for a case; an exemption is 0 with its reason. Answers the id of the payment. */
export function demand(scope: CommandScope, caseId: number, state: CaseState, amountVnd: number): number {
  const event: PaymentEvent = {
    kind: 'demanded',
    ...happened(scope),
    caseId,
    caseCode: state.caseCode,
    payer: state.applicant.name,
    amountVnd,
    lines: linesOf(scope, caseId, state, amountVnd),
    method: state.fee.method,
    purpose: purposeOf(scope, caseId, state),
  };
  const id = insertPayment(scope.tx, stepPayment(undefined, event));
  scope.record('payment.demanded', `payment:${id}`, event);
  return id;
}

/** Cash is in the drawer, or a person saw the money: the fee note gets its number. */
export function confirm(
  scope: CommandScope,
  id: number,
  { method, reference = '' }: { method: MoneyMethod; reference?: string },
): PaymentState {
  return write(scope, id, {
    kind: 'confirmed',
    ...happened(scope),
    method,
    noteNo: method === 'onlinePayment' ? '' : mintNoteNo(scope),
    reference,
    shiftId: drawerOf(scope, method),
  });
}

/** The code stood before the citizen; that says nothing of money. What was seen or settled meanwhile is left alone. */
export function markQrShown(scope: CommandScope, id: number, where: 'screen' | 'slip'): void {
  const { state } = getPayment(scope.tx, id);
  if (!occursIn.qrShown.includes(state.status) || state.qrShown?.where === where) return;
  write(scope, id, { kind: 'qrShown', ...happened(scope), where });
}

/** The codes of a case's open transfers stand on a slip that is being printed. */
export function markCodesOnSlips(scope: CommandScope, caseId: number): void {
  if (requireSettings(scope.tx, scope.now).bank === null) return;
  for (const id of listPaymentIds(scope.tx, caseId))
    if (getPayment(scope.tx, id).state.method === 'transfer') markQrShown(scope, id, 'slip');
}

/**
 * Stores one more event of a payment, with the money that it moves. Refuses with actNotAllowed what its status forbids, with
 * clockWrong what would come before the last event; where a person said that the clock had run ahead, the event tells it.
 */
export function write(scope: CommandScope, id: number, told: PaymentEvent): PaymentState {
  const { state } = getPayment(scope.tx, id);
  const isLawful = told.kind !== 'demanded' && occursIn[told.kind].includes(state.status);
  if (!isLawful) throw new AppError('actNotAllowed', { act: told.kind, status: state.status });
  const event = told.at < state.lastAt ? { ...told, clockStoodAt: state.lastAt } : told;
  const isBeforeMark = () =>
    (paymentEntriesOf(scope.tx, id).at(-1)?.seq ?? 0) < (findClockMark(scope.tx)?.seq ?? 0);
  if (event !== told && !isBeforeMark()) throw clockWrong(scope, state.lastAt);
  const after = updatePayment(scope.tx, id, state, event);
  scope.record(`payment.${event.kind}`, `payment:${id}`, event);
  // Whoever still looks at its code, at whichever counter, would pay it twice.
  if (isOpen(state) && !isOpen(after)) scope.after(() => scope.context.displays.clear(screenKey(id)));
  return after;
}

/** What the second screens know a payment by. */
export const screenKey = (id: number): string => `payment:${id}`;

/** The open shift of whoever sits here, opened by the first money; null for money that never passes the counter. */
export function drawerOf(scope: CommandScope, method: MoneyMethod): number | null {
  if (method === 'onlinePayment') return null;
  const { id: personId } = requirePerson(scope);
  const open = findOpenShift(scope.tx, personId);
  if (open !== undefined) return open.id;
  const at = scope.now.officeTime;
  const id = openShift(scope.tx, { personId, at, floatVnd: 0 });
  scope.record('shift.opened', `shift:${id}`, { at, floatVnd: 0 });
  return id;
}

/** When, and who; throws clockWrong. */
export function happened(scope: CommandScope): { at: string; by: PersonRef } {
  const { id, name } = requirePerson(scope);
  refuseEarlier(scope);
  return { at: scope.now.officeTime, by: { id, name } };
}

/**
 * Money is written in the order of the days, and after the last closing: what a clock that went back would write could fall into
 * a month or a drawer that was settled. Within a day a clock may be put right by minutes; one that had run ahead holds nothing up
 * once a leader has said so (`shifts.confirmClock`). Throws clockWrong.
 */
export function refuseEarlier(scope: CommandScope, shift?: { id: number; openedAt: string }): void {
  const { tx, now } = scope;
  const { movedAt, closedAt } = lastMoneyAt(tx);
  const isExcused = shift !== undefined && findClockMark(tx)?.openShifts.includes(shift.id);
  const openedAt = isExcused ? '' : (shift?.openedAt ?? '');
  const isEarlier =
    now.officeTime < closedAt || now.officeTime < openedAt || now.today < movedAt.slice(0, 10);
  if (!isEarlier) return;
  throw clockWrong(scope, [movedAt, closedAt, openedAt].toSorted().at(-1));
}

const clockWrong = ({ now }: CommandScope, lastAt: string | undefined): AppError =>
  new AppError('clockWrong', { what: 'money', now: now.officeTime, lastAt });

/** "2026-C01-0001": each year and cashier has a series of his own, without a gap. */
function mintNoteNo(scope: CommandScope): string {
  const series = `${scope.now.office.year}-C${String(requirePerson(scope).id).padStart(2, '0')}`;
  return `${series}-${String(nextValue(scope.tx, `note:${series}`)).padStart(4, '0')}`;
}

/** Excused from paying, for a reason that is on record; what is free for everybody is no exemption. */
function isExempted({ fee: { method, facts, reason, lines = [] } }: CaseState): boolean {
  if (method !== 'exempt') return false;
  return Boolean(reason || facts?.exemption || lines.some(({ charge }) => charge === 'exemption'));
}

/** The lines as they were computed, less what is demanded or kept already. */
function linesOf({ tx }: CommandScope, caseId: number, { fee }: CaseState, amountVnd: number) {
  const standing = listPayments(tx, caseId).filter(
    (payment) => isOpen(payment) || payment.status === 'confirmed',
  );
  return supplementLines(
    fee,
    standing.flatMap(({ lines }) => lines),
    amountVnd,
  );
}
