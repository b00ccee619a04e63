import type { Appointment } from './appointment.ts';
import type { DayKind, WorkCalendar } from './calendar.ts';
import { type CaseRule, movedDates } from './case-appointment.ts';
import type { NewAppointment } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { occursIn } from './case-status.ts';
import { parseOfficeTime, toOfficeTime } from './clock-time.ts';
import { epochDayOfIso, fromEpochDay } from './epoch-day.ts';

/** A day that is worked under one of two calendars and off under the other. */
export interface DayChange {
  readonly date: string;
  readonly from: DayKind;
  readonly to: DayKind;
  /** Of the day off, before or after. */
  readonly name: string | null;
}

/** The days whose working state two calendars tell differently, in order. */
export function changedDays(before: WorkCalendar, after: WorkCalendar): DayChange[] {
  const listed = new Set(
    [...before.years, ...after.years].flatMap(({ offDays, workingSaturdays }) =>
      [...offDays, ...workingSaturdays].map(({ date }) => date),
    ),
  );
  return [...listed].sort().flatMap((date) => {
    const day = fromEpochDay(epochDayOfIso(date));
    if (before.isWorkingDay(day) === after.isWorkingDay(day)) return [];
    const name = after.dayName(day) ?? before.dayName(day) ?? null;
    return [{ date, from: before.dayKind(day), to: after.dayKind(day), name }];
  });
}

/** The dates of a case as one calendar gives them. */
interface CaseDates extends NewAppointment {
  readonly promisedAt: string | null;
}

/** What a change of the calendar does to one case. Nothing is changed here: a printed date moves only when a person decides it. */
export interface CaseMove extends CaseDates {
  /** The day and hour that the citizen was told, and will be. */
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The move of one case, or null when the change leaves it alone: ended, not accepted, without a rule of ours, or counted over other
 * days. A date that was left as printed at an earlier change moves again only by a change that touches it.
 * @param rule as the case was received under, with the calendar before the change.
 * @throws RangeError when the events of the case make no sense under the new calendar (a verification opened too late).
 */
export function moveOf(state: CaseState, rule: CaseRule, after: WorkCalendar): CaseMove | null {
  const isRunning = occursIn.appointmentMoved.includes(state.status);
  if (!isRunning || state.acceptedAt === null || state.dueAt === null || rule.limit === null) return null;
  const next = datesUnder(after, state, rule);
  if (sayTheSame(next, state)) return null;
  if (!isAsStored(state, rule) && sayTheSame(next, datesUnder(rule.calendar, state, rule))) return null;
  return {
    ...next,
    from: state.promisedAt ?? state.dueAt,
    to: next.promisedAt ?? next.appointment.dueAt,
  };
}

/** The stored dates are what the calendar before the change gives; asking again would only cost time. */
function isAsStored({ appointment, extension, promisedAt }: CaseState, { calendar }: CaseRule): boolean {
  return appointment.calendarVersion === calendar.version && extension === null && promisedAt === null;
}

/** The changed days that lie between the start of a case and the later of its dates: those that moved it. */
export function touchedDays(
  { acceptedAt, registeredAt, dueAt, appointment }: CaseState,
  move: CaseMove,
  days: readonly DayChange[],
): DayChange[] {
  const first = (acceptedAt ?? registeredAt).slice(0, 10);
  const ends = [dueAt, appointment.ownDueAt, move.from, move.to, move.appointment.dueAt];
  const last =
    ends
      .map((at) => at?.slice(0, 10) ?? '')
      .toSorted()
      .at(-1) ?? '';
  return days.filter(({ date }) => date >= first && date <= last);
}

function datesUnder(calendar: WorkCalendar, state: CaseState, rule: CaseRule): CaseDates {
  const { appointment, measuredDueAt } = movedDates(state, { ...rule, calendar });
  const promisedAt = promiseUnder(calendar, state.promisedAt, appointment.dueAt);
  return { appointment: withPromise(appointment, state, promisedAt), measuredDueAt, promisedAt };
}

function sayTheSame(
  { appointment, measuredDueAt, promisedAt }: CaseDates,
  other: Pick<CaseState, 'appointment' | 'measuredDueAt' | 'promisedAt'>,
): boolean {
  return (
    appointment.dueAt === other.appointment.dueAt &&
    appointment.ownDueAt === other.appointment.ownDueAt &&
    measuredDueAt === other.measuredDueAt &&
    promisedAt === other.promisedAt
  );
}

/** An earlier promise for a day that became a day off moves to the next working day; it never outlasts the appointment. */
function promiseUnder(calendar: WorkCalendar, promisedAt: string | null, dueAt: string | null) {
  if (promisedAt === null) return null;
  const at = parseOfficeTime(promisedAt);
  const day = at.toPlainDate();
  const kept = calendar.isWorkingDay(day)
    ? promisedAt
    : toOfficeTime(calendar.nextWorkingDay(day).toPlainDateTime(at.toPlainTime()));
  return dueAt !== null && kept > dueAt ? null : kept;
}

/** The promise of a no-appointment day is given once, at reception, and stays with the case. */
function withPromise(appointment: Appointment, state: CaseState, promisedAt: string | null): Appointment {
  if (state.appointment.promisedAt === undefined || promisedAt === null) return appointment;
  const reason = { code: 'noAppointmentDay', promisedAt } as const;
  return { ...appointment, promisedAt, reasons: [...appointment.reasons, reason] };
}
