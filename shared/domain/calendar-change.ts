import type { Appointment } from './appointment.ts';
import type { DayKind, WorkCalendar } from './calendar.ts';
import { type CaseRule, movedDates } from './case-appointment.ts';
import type { NewAppointment } from './case-events.ts';
import type { CaseState, Supplement } from './case-state.ts';
import { occursIn } from './case-status.ts';
import { parseOfficeTime, toOfficeTime } from './clock-time.ts';
import { epochDayOfIso, fromEpochDay } from './epoch-day.ts';
import { supplementClosing, unknownDay } from './supplement.ts';

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

/** The citizen's term to bring papers (NĐ 118 Đ19.5). */
type Closing = Pick<Supplement, 'lastDayOn' | 'mayStopFrom'>;

/** The dates of a case as one calendar gives them. */
interface CaseDates extends NewAppointment {
  readonly promisedAt: string | null;
  /** Null while no papers are waited for. */
  readonly closing: Closing | null;
}

/** What a change of the calendar does to one case. Nothing is changed here: a printed date moves only when a person decides it. */
export interface CaseMove extends CaseDates {
  /** The day and hour that the citizen was told, and will be. */
  readonly from: string | null;
  readonly to: string | null;
  /** The term to bring papers moves: form 02 is given anew. */
  readonly movesClosing: boolean;
}

/**
 * The move of one case, or null when the change leaves it alone: ended, not accepted, without a rule of ours, or counted over other
 * days. A date that was left as printed at an earlier change moves again only by a change that touches it.
 * @param rule as the case was received under, with the calendar before the change.
 * @throws RangeError when the events of the case make no sense under the new calendar (a verification opened too late).
 */
export function moveOf(state: CaseState, rule: CaseRule, after: WorkCalendar): CaseMove | null {
  if (!occursIn.appointmentMoved.includes(state.status)) return null;
  const next = datesUnder(after, state, rule);
  const stored = { ...state, closing: closingOfCase(state) };
  if (sayTheSame(next, stored)) return null;
  if (!isAsStored(state, rule) && sayTheSame(next, datesUnder(rule.calendar, state, rule))) return null;
  const { closing } = stored;
  // Where the term to bring papers moves, that is what the citizen must hear.
  return closing !== null && next.closing !== null && closing.lastDayOn !== next.closing.lastDayOn
    ? {
        ...next,
        from: endOf(closing.lastDayOn, rule),
        to: endOf(next.closing.lastDayOn, rule),
        movesClosing: true,
      }
    : {
        ...next,
        from: state.promisedAt ?? state.dueAt,
        to: next.promisedAt ?? next.appointment.dueAt,
        movesClosing: false,
      };
}

function endOf(day: string, { hours }: CaseRule): string {
  return `${day}T${hours.afternoon.closesAt}`;
}

/** The open request for papers of a case that waits for them. */
function closingOfCase({ status, supplements }: CaseState): Closing | null {
  const open = status === 'awaitingSupplement' ? supplements.at(-1) : undefined;
  return open === undefined ? null : { lastDayOn: open.lastDayOn, mayStopFrom: open.mayStopFrom };
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
  const hasDate = state.acceptedAt !== null && state.dueAt !== null && rule.limit !== null;
  const { appointment, measuredDueAt } = hasDate ? movedDates(state, { ...rule, calendar }) : state;
  const promisedAt = hasDate ? promiseUnder(calendar, state.promisedAt, appointment.dueAt) : state.promisedAt;
  return {
    appointment: hasDate ? withPromise(appointment, state, promisedAt) : appointment,
    measuredDueAt,
    promisedAt,
    closing: closingUnder(calendar, state, rule),
  };
}

function closingUnder(calendar: WorkCalendar, state: CaseState, { flow }: CaseRule): Closing | null {
  const open = state.supplements.at(-1);
  const stored = closingOfCase(state);
  if (open === undefined || stored === null) return null;
  if (stored.lastDayOn === unknownDay) return stored;
  const requestedOn = parseOfficeTime(open.requestedAt).toPlainDate();
  const moved = supplementClosing(requestedOn, calendar, flow.supplementClosing);
  return { lastDayOn: moved.lastDayOn, mayStopFrom: moved.mayStopFrom };
}

function sayTheSame(
  { appointment, measuredDueAt, promisedAt, closing }: CaseDates,
  other: Pick<CaseDates, 'appointment' | 'measuredDueAt' | 'promisedAt' | 'closing'>,
): boolean {
  return (
    closing?.mayStopFrom === other.closing?.mayStopFrom &&
    closing?.lastDayOn === other.closing?.lastDayOn &&
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
