import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type {
  CaseEvent,
  CaseFee,
  CaseState,
  CorrectableFacts,
  NewAppointment,
} from '../../../shared/domain/case-flow.ts';
import {
  type Correction,
  contentVersions,
  correctedDates,
  correctionSchema,
  enteredFacts,
  isSameContent,
  movesDates,
  realChanges,
} from '../../../shared/domain/correction.ts';
import { slipForms } from '../../../shared/domain/forms.ts';
import { requiredText } from '../../../shared/domain/person.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import type { CaseVersions, CorrectedDates } from '../../../shared/views-counter.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { deskOfCase } from '../../register/cases/cases.ts';
import { findProcedureVersion, getProcedure } from '../../register/catalogue.ts';
import {
  correctCitizen,
  correctRelatives,
  recordAfter,
} from '../../register/citizens/citizen-corrections.ts';
import type { Reader } from '../../register/connection.ts';
import { findSettings } from '../../register/settings.ts';
import {
  type CommandScope,
  command,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
  seated,
} from '../door.ts';
import {
  appointmentFor,
  computedVnd,
  type FeeBasis,
  isFullOnline,
  pointOf,
  settleFee,
  withoutClock,
} from '../reception/reception-facts.ts';
import { detailOf } from './case-detail.ts';
import { printSlips, readCase, refuseStale, withdrawCorrected, writeEvent } from './case-writing.ts';
import { masked } from './masked.ts';

const correctors = ['clerk', 'officer'] as const;
const caseId = z.int().min(1);

export const correctionRoutes = {
  /** What the appointment becomes by a correction; null when it rests on nothing that is changed. */
  correctedDates: query(
    seated,
    z.object({ id: caseId, changes: correctionSchema }),
    (scope, { id, changes }): CorrectedDates | null => {
      const { state, events } = readCase(scope.db, id);
      const real = realChanges(enteredFacts(state), changes);
      const dates = newDatesOf(scope, scope.db, { id, state, events }, real);
      return dates && { before: state.appointment, after: dates.appointment };
    },
  ),

  /** Every version of what a case says, oldest first, identity numbers masked; more than one means that it was put right. */
  versions: query(seated, z.object({ id: caseId }), ({ db, seen }, { id }): CaseVersions => {
    const { state, events } = readCase(db, id);
    seen('seen.case', `case:${id}`);
    return { caseCode: state.caseCode, versions: masked(contentVersions(events)) };
  }),

  /**
   * Puts right what was entered of a case, with the reason; the versions before stay readable. Errors: nothingChanged, stale,
   * unknownProcedure, unknownVariant, actNotAllowed, clockWrong, notFound.
   */
  correct: command(
    correctors,
    ['cases', 'slips'],
    z.object({
      id: caseId,
      version: z.int().min(1),
      reason: requiredText(500),
      changes: correctionSchema,
      slips: z.array(z.enum(slipForms)).max(6).default([]),
    }),
    (scope, { id, version, reason, changes, slips }): CaseDetail => {
      const { tx, now } = scope;
      const { id: personId, name } = requirePerson(scope);
      const before = readCase(tx, id);
      refuseStale(before.state, version);
      const real = realChanges(enteredFacts(before.state), changes);
      if (Object.keys(real).length === 0) throw new AppError('nothingChanged');
      refuseIdleVariant(tx, before.state, real);
      const dates = newDatesOf(scope, tx, { id, ...before }, real);
      const facts = factsOf(tx, before.state, real);
      pointOf(real.point, requireSettings(tx, now));
      const fee = correctedFee(scope, before.state, real, reason);
      if (fee && !isSameContent(fee, before.state.fee)) facts.fee = fee;
      if (real.applicant) {
        const corrected = recordAfter(tx, before.state, real.applicant);
        if (corrected !== before.state.citizenId) facts.citizenId = corrected;
      }
      const after = writeEvent(scope, id, before, {
        kind: 'corrected',
        at: now.officeTime,
        by: { id: personId, name },
        reason,
        changes: facts,
        dates,
      });
      correctCitizen(tx, before.state, after.state);
      correctRelatives(tx, before.state, after.state);
      withdrawCorrected(scope, id);
      printSlips(scope, id, slips);
      return detailOf({ ...scope, db: tx }, id);
    },
  ),
};

/** A sub-case that the procedure does not have; or one on a date that no rule of ours gave, where it says nothing. */
function refuseIdleVariant(db: Reader, state: CaseState, { procedureCode, variant }: Correction): void {
  if (variant === undefined || variant === null) return;
  const limit =
    procedureCode === undefined
      ? findProcedureVersion(db, state.procedure.code, state.procedure.version)?.timeLimit
      : getProcedure(db, procedureCode, state.registeredAt.slice(0, 10)).procedure.timeLimit;
  if (!limit?.variants?.some(({ name }) => name === variant)) throw new AppError('unknownVariant');
}

/** The facts of a case that a correction touches; a sub-case belongs to its procedure. */
function factsOf(db: Reader, state: CaseState, real: Correction): Partial<CorrectableFacts> {
  const { procedureCode, variant, ...rest } = real;
  const facts = rest as Partial<CorrectableFacts>;
  if (procedureCode === undefined)
    return variant === undefined ? facts : { ...facts, procedure: state.procedure };
  const { procedure, version } = getProcedure(db, procedureCode, state.registeredAt.slice(0, 10));
  const { code, name, shortName, field } = procedure;
  return {
    ...facts,
    procedure: { code, version, name, shortName, field },
    fullOnline: isFullOnline(procedure),
  };
}

/**
 * The fee with its lines under the rules of the day of reception; why the case is put right says why it is another one. Told
 * nothing of it, it follows what it rests on: computed again if it was computed, else as it was decided, with lines that add up.
 */
function correctedFee(
  scope: CommandScope,
  state: CaseState,
  real: Correction,
  reason: string,
): CaseFee | undefined {
  const { lines, ...before } = state.fee;
  const { papers, channel, procedureCode } = real;
  const reasoned = { reason: reason.slice(0, 300) };
  if (real.fee) return settleFee({ ...real.fee, ...reasoned }, feeBasisOf(scope, state, real));
  // Of a fee from before there were lines nobody knows how it came about.
  if (lines === undefined || (papers ?? channel ?? procedureCode) === undefined) return undefined;
  const basis = feeBasisOf(scope, state, real);
  const isComputed = lines.every(({ charge }) => charge !== 'override');
  const amountVnd = (isComputed ? computedVnd(before, basis) : null) ?? before.amountVnd;
  return settleFee({ ...reasoned, ...before, amountVnd }, basis);
}

function feeBasisOf(
  { tx, now }: CommandScope,
  state: CaseState,
  { papers = state.papers, channel = state.channel, procedureCode }: Correction,
): FeeBasis {
  const receivedOn = state.registeredAt.slice(0, 10);
  const { code, version } = state.procedure;
  const procedure =
    procedureCode === undefined
      ? findProcedureVersion(tx, code, version)
      : getProcedure(tx, procedureCode, receivedOn).procedure;
  const settings = findSettings(tx, receivedOn) ?? requireSettings(tx, now);
  return { papers, channel, procedure: procedure ?? unknownFee, receivedOn, settings };
}

/** Of a procedure that the catalogue never had: no amount is known. */
const unknownFee: Pick<Procedure, 'fee'> = { fee: { amountVnd: null, note: '' } };

/** The dates after a correction; null when they rest on nothing that it changes, or come out the same. */
function newDatesOf(
  scope: Pick<QueryScope, 'now'>,
  db: Reader,
  { id, state, events }: { id: number; state: CaseState; events: readonly CaseEvent[] },
  real: Correction,
): NewAppointment | null {
  const isImported = state.appointment.reasons.some(({ code }) => code === 'imported');
  if (!movesDates(real) || isImported) return null;
  const facts = factsOf(db, state, real);
  const { code, version } = facts.procedure ?? state.procedure;
  const procedure = findProcedureVersion(db, code, version);
  if (procedure === undefined) return null;
  const entered = enteredFacts(state);
  const { variant = entered.variant, channel = entered.channel } = real;
  const settings = findSettings(db, state.registeredAt.slice(0, 10)) ?? requireSettings(db, scope.now);
  const { flow } = requireSettings(db, scope.now);
  const { policies } = state.appointment;
  const received = appointmentFor(
    db,
    { office: Temporal.PlainDateTime.from(state.registeredAt) },
    { ...settings, policies },
    { procedure, version, variant, channel, desk: deskOfCase(db, id) },
  );
  const isReceived = events[0]?.kind === 'received';
  const appointment = isReceived ? received : withoutClock({ ...state, appointment: received }).appointment;
  const rule = { limit: procedure.timeLimit, calendar: loadCalendar(db), hours: settings.hours, flow };
  try {
    const dates = correctedDates(events, facts, appointment, rule);
    return isSameContent(state, { ...state, ...dates }) ? null : dates;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('actNotAllowed', { act: 'correct', refusal: 'verificationTooLate' });
  }
}
