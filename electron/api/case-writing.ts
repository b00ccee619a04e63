import { type ActContext, type CaseEvent, type CaseState, fold } from '../../shared/domain/case-flow.ts';
import { formsOf } from '../../shared/domain/case-forms.ts';
import type { SlipForm } from '../../shared/domain/forms.ts';
import { AppError } from '../../shared/errors.ts';
import { sheetsOf } from '../printing/copies.ts';
import { loadCalendar } from '../register/calendar.ts';
import { eventsOf, getCase, updateCase } from '../register/cases.ts';
import { findProcedureVersion } from '../register/catalogue.ts';
import type { Reader } from '../register/connection.ts';
import { findByNationalCode } from '../register/national.ts';
import { findPerson } from '../register/people.ts';
import { addPrintJob, mayFormBeOut } from '../register/print-jobs.ts';
import { findSettings } from '../register/settings.ts';
import { type CommandScope, type QueryScope, requireSettings } from './door.ts';

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
  updateCase(scope.tx, id, before.state, state);
  scope.record(`case.${event.kind}`, `case:${id}`, event);
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
  const { printing } = requireSettings(scope.tx, scope.now);
  const ids = [...new Set(forms)].map((form) =>
    addPrintJob(scope.tx, { caseId, at: scope.now.officeTime, ...sheetsOf(form, printing) }),
  );
  scope.after(() => scope.context.printDesk.enqueue(ids));
  return ids;
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
