import type { WorkCalendar } from './calendar.ts';
import { isLateAt } from './case-changes.ts';
import type { NewAppointment } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { parseOfficeTime, toOfficeTime } from './clock-time.ts';
import { type Appointment, computeAppointment, type DeadlineQuestion } from './deadline.ts';
import { reappointed } from './extension.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { FlowPolicies } from './settings.ts';
import type { TimeLimit } from './time-limit.ts';

/** What the dates of a case rest on, beside its own events. */
export interface CaseRule {
  /** The limit of the procedure in the version the case was received under; null when it is not in the catalogue. */
  readonly limit: TimeLimit | null;
  readonly calendar: WorkCalendar;
  readonly hours: OpeningHours;
  readonly flow: Pick<FlowPolicies, 'extensionCountsAs' | 'supplementClosing'>;
}

/** The question that a case's events put to the one engine. */
export function questionOf(state: CaseState, { limit, calendar, hours }: CaseRule): DeadlineQuestion {
  const { appointment, verification, extra } = state;
  const variant = appointment.reasons.find((reason) => reason.code === 'variant');
  return {
    receivedAt: parseOfficeTime(state.acceptedAt ?? state.registeredAt),
    limit,
    calendar,
    hours,
    policies: appointment.policies,
    channel: state.channel,
    ruleVersion: state.procedure.version,
    supplements: waitsOf(state),
    ...(variant?.code === 'variant' && { variant: variant.name }),
    ...(verification && { verification: { openedAt: parseOfficeTime(verification.openedAt) } }),
    ...(extra && { extra: { workingDays: extra.workingDays, signedAgreement: extra.signedAgreement } }),
  };
}

/** Waits that the clock knows, in order: supplements after acceptance, and payments that the procedure leaves out. */
function waitsOf({ supplements, payments }: CaseState): DeadlineQuestion['supplements'] {
  const asTimes = (requestedAt: string, completedAt: string | null, isPayment: boolean) => ({
    requestedAt: parseOfficeTime(requestedAt),
    ...(completedAt !== null && { completedAt: parseOfficeTime(completedAt) }),
    ...(isPayment && { isPayment }),
  });
  return [
    ...supplements
      .filter(({ beforeAcceptance }) => !beforeAcceptance)
      .map(({ requestedAt, completedAt }) => ({
        requestedAt,
        times: asTimes(requestedAt, completedAt, false),
      })),
    ...payments
      .filter(({ pauses }) => pauses)
      .map(({ requestedAt, confirmedAt }) => ({
        requestedAt,
        times: asTimes(requestedAt, confirmedAt, true),
      })),
  ]
    .sort((a, b) => (a.requestedAt < b.requestedAt ? -1 : a.requestedAt > b.requestedAt ? 1 : 0))
    .map(({ times }) => times);
}

/**
 * The appointment of a case by the one engine, its re-appointment included. A case without a rule of ours (imported, or no
 * limit in the catalogue) keeps the date it has.
 */
export function appointmentOf(state: CaseState, rule: CaseRule): Appointment {
  const isImported = state.appointment.reasons.some(({ code }) => code === 'imported');
  if (isImported || state.acceptedAt === null) return state.appointment;
  const computed = computeAppointment(questionOf(state, rule));
  const { extension } = state;
  if (extension === null || computed.dueAt === null || computed.dueAt >= extension.to) return computed;
  return reappointed(computed, offRestDays(extension.to, rule.calendar), rule.calendar);
}

/**
 * The dates after an act that moves them. What was late stays late (rules §4.4: a case already past its due date when the
 * request is made stays late).
 */
export function newDates(before: CaseState, after: CaseState, rule: CaseRule, at: string): NewAppointment {
  const isLate = before.measuredDueAt !== null && isLateAt(before, at);
  return {
    appointment: appointmentOf(after, rule),
    measuredDueAt: isLate ? before.measuredDueAt : countedDueOf(after, rule),
  };
}

/**
 * The dates under another calendar. While the clock stands still nothing is counted anew, and what was late when papers
 * were asked for stays counted against the date it missed.
 */
export function movedDates(state: CaseState, rule: CaseRule): NewAppointment {
  const isWaiting =
    state.status === 'awaitingSupplement' ||
    (state.status === 'awaitingPayment' && state.payments.at(-1)?.pauses === true);
  const isFrozen = isWaiting || state.supplements.some(({ wasLate }) => wasLate);
  const appointment = appointmentOf(state, rule);
  const countedDueAt = state.extension === null ? appointment.dueAt : countedDueOf(state, rule);
  return { appointment, measuredDueAt: isFrozen ? state.measuredDueAt : countedDueAt };
}

/** What timeliness is counted against: by default the date without a re-appointment (rules §4.5). */
function countedDueOf(state: CaseState, rule: CaseRule): string | null {
  const counted = rule.flow.extensionCountsAs === 'late' ? { ...state, extension: null } : state;
  return appointmentOf(counted, rule).dueAt;
}

/** A promised day that became a day off moves to the next working day, at its hour (BLDS Đ148.5). */
function offRestDays(officeTime: string, calendar: WorkCalendar): string {
  const at = parseOfficeTime(officeTime);
  const day = at.toPlainDate();
  if (calendar.isWorkingDay(day)) return officeTime;
  return toOfficeTime(calendar.nextWorkingDay(day).toPlainDateTime(at.toPlainTime()));
}
