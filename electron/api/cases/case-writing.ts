import { type ActContext, type CaseEvent, type CaseState, fold } from '../../../shared/domain/case-flow.ts';
import { formsOf } from '../../../shared/domain/case-forms.ts';
import { intakeForms, type SlipForm } from '../../../shared/domain/forms.ts';
import { AppError } from '../../../shared/errors.ts';
import type { PrintJobRow } from '../../../shared/views.ts';
import { findPerson } from '../../register/accounts/people.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { eventsOf, getCase, updateCase } from '../../register/cases/cases.ts';
import { findProcedureVersion } from '../../register/catalogue.ts';
import type { Reader } from '../../register/connection.ts';
import { findByNationalCode } from '../../register/national.ts';
import { mayFormBeOut, withdrawPrintJobs } from '../../register/print-jobs.ts';
import { findSettings } from '../../register/settings.ts';
import { type CommandScope, type QueryScope, requireSettings } from '../door.ts';
import { demandsFollow, markCodesOnSlips } from '../money/payment-writing.ts';
import { codesForEvent } from '../voice/rating-writing.ts';
import { printPaper } from './paper-writing.ts';

/** How every area writes to a case: one event, folded, stored and journaled in the caller's transaction. */

/** The case as it is and all that happened to it; throws notFound. */
export function readCase(db: Reader, id: number): { state: CaseState; events: CaseEvent[] } {
  const events = eventsOf(db, id).map(({ event }) => event);
  if (events.length === 0) throw new AppError('notFound', { what: 'case' });
  return { state: fold(events), events };
}

/** Refuses with `stale` when somebody acted since `version` was read; the newer state travels in the error. */
export function refuseStale(state: CaseState, version: number): void {
  if (state.version !== version)
    throw new AppError('stale', { version: state.version, status: state.status });
}

/**
 * Stores one more event of a case. Refuses with clockWrong what would come before the last one: the computer's clock went back.
 * @returns the case afterwards.
 */
export function writeEvent(
  scope: CommandScope,
  id: number,
  before: { state: CaseState; events: readonly CaseEvent[] },
  event: CaseEvent,
): { state: CaseState; events: CaseEvent[] } {
  const lastAt = before.events.at(-1)?.at ?? event.at;
  if (event.at < lastAt) throw new AppError('clockWrong', { now: event.at, lastAt });
  const events = [...before.events, event];
  const state = fold(events);
  refuseTakenCode(scope.tx, id, before.state, state);
  if (updateCase(scope.tx, id, before.state, state))
    scope.record('tallies.rebuilt', 'tallies', { caseId: id });
  scope.record(`case.${event.kind}`, `case:${id}`, event);
  demandsFollow(scope, id, before.state, state);
  codesForEvent(scope, id, event);
  return { state, events };
}

/** A national code is one case's alone, also when an undo brings an earlier one back. */
function refuseTakenCode(db: Reader, id: number, before: CaseState, { nationalCode }: CaseState): void {
  if (nationalCode === null || nationalCode === before.nationalCode) return;
  const known = findByNationalCode(db, nationalCode);
  if (known && known.id !== id) throw new AppError('nationalCodeTaken', { caseCode: known.caseCode });
}

/**
 * Puts slips of a case on the print list of this transaction; they print once it is on disk. Refuses with wrongForm what
 * would say something that never happened in the case.
 */
export function printSlips(scope: CommandScope, caseId: number, forms: readonly SlipForm[]): number[] {
  if (forms.length === 0) return [];
  const fitting = formsOf(getCase(scope.tx, caseId), scope.now.officeTime);
  const wrong = forms.filter((form) => !fitting.includes(form));
  if (wrong.length > 0) throw new AppError('wrongForm', { forms: wrong });
  const ids = [...new Set(forms)].map((form) => printPaper(scope, { caseId }, form));
  if (forms.some((form) => withTransferCode.includes(form))) markCodesOnSlips(scope, caseId);
  return ids;
}

/** Slips on which the code of an owed transfer stands. */
const withTransferCode: readonly SlipForm[] = ['acknowledgement', 'trackingSlip'];

/** Papers that say nothing of a case's content: a correction leaves them as they are. */
const withoutContent: readonly SlipForm[] = ['guidanceSheet', 'feedbackSlip', 'ratingSlip'];

/** Takes back the slips that say what was put right just now, unless they may be on paper. */
export function withdrawCorrected(scope: CommandScope, caseId: number): void {
  withdraw(scope, caseId, ({ form }) => !withoutContent.some((one) => one === form));
}

/** Slips that go with an act although their form fits the case without it too. */
const slipsOfAct: Readonly<Record<string, readonly SlipForm[]>> = {
  handedOver: ['handoverSlip', 'controlSlip'],
  supplemented: ['acknowledgement'],
  verificationOpened: ['acknowledgement'],
  extraAgreed: ['acknowledgement'],
};

/** Takes back the slips of an act that was undone just now, unless they may be on paper. */
export function withdrawUndone(scope: CommandScope, caseId: number, before: CaseState): void {
  const { lastAct, registeredAt } = before;
  if (lastAct === null) return;
  const fitting = formsOf(getCase(scope.tx, caseId), scope.now.officeTime);
  const went = slipsOfAct[lastAct.kind] ?? [];
  withdraw(scope, caseId, ({ form, createdAt }) => {
    const wentWithIt = went.some((one) => one === form) && createdAt >= lastAct.at;
    // Of the minute of the reception, it may be the slip that went with that.
    const isOfIntake = createdAt === registeredAt && intakeForms.some((one) => one === form);
    return !fitting.some((one) => one === form) || (wentWithIt && !isOfIntake);
  });
}

function withdraw(scope: CommandScope, caseId: number, isOutdated: (job: PrintJobRow) => boolean): void {
  for (const { id, form, reprint } of withdrawPrintJobs(scope.tx, caseId, scope.now.officeTime, isOutdated))
    scope.record('slip.skipped', `case:${caseId}`, { id, form, reprint, reason: 'superseded' });
}

/** What the acts of a case are decided with: the rule and hours it was received under, today's calendar and policies. */
export function actContextOf(
  { now, person }: Pick<QueryScope, 'now' | 'person'>,
  db: Reader,
  state: CaseState,
): ActContext {
  const { code, version } = state.procedure;
  const settings = requireSettings(db, now);
  return {
    now: now.officeTime,
    by: { id: person?.id ?? 0, name: person?.name ?? '' },
    roles: person?.roles ?? [],
    calendar: loadCalendar(db),
    // Asked of a few acts only; a list of hundreds of cases would read them for nothing.
    get hours() {
      return (findSettings(db, state.receivedAt.slice(0, 10)) ?? settings).hours;
    },
    get limit() {
      return findProcedureVersion(db, code, version)?.timeLimit ?? null;
    },
    flow: settings.flow,
    mayBeOut: (form) => mayFormBeOut(db, state.caseCode, form),
    findTaker: (id) => {
      const taker = findPerson(db, id);
      // Who takes a dossier must be able to do something with it.
      const canAct = taker?.roles.some((role) => role === 'officer' || role === 'clerk');
      return taker && canAct ? { id: taker.id, name: taker.name } : undefined;
    },
  };
}
