import { Temporal } from 'temporal-polyfill';
import type { Appointment, TraceDay } from './appointment.ts';
import type { WorkCalendar } from './calendar.ts';
import { parseOfficeTime, toClock, toOfficeTime } from './clock-time.ts';
import type { LimitKind } from './time-limit.ts';

/** The case as the extension rules need it. */
export interface ExtensionQuestion {
  /** Kind of the rule applied. */
  readonly kind: LimitKind;
  /** Office times 'YYYY-MM-DDTHH:mm'. */
  readonly effectiveStartAt: string;
  readonly dueAt: string | null;
  /** How many times the case has been re-appointed. */
  readonly extensions: number;
  readonly calendar: WorkCalendar;
}

export const extensionRefusals = [
  'noDeadline',
  'sameDay',
  'alreadyExtended',
  'tooLate',
  'notLater',
  'restDay',
] as const;
export type ExtensionRefusal = (typeof extensionRefusals)[number];

/**
 * Last day 'YYYY-MM-DD' to issue an apology with a new date: the last working day at least 1 day before expiry (NĐ 118
 * Đ19.6). Null when the case cannot be extended: no due date, a same-day case, or no such day since its start.
 */
export function latestExtensionOn(question: Omit<ExtensionQuestion, 'extensions'>): string | null {
  const { kind, dueAt, calendar } = question;
  if (dueAt === null || kind === 'sameDay' || kind === 'onTheSpot' || kind === 'none') return null;
  const latest = calendar.previousWorkingDay(parseOfficeTime(dueAt).toPlainDate());
  const startedOn = parseOfficeTime(question.effectiveStartAt).toPlainDate();
  return Temporal.PlainDate.compare(latest, startedOn) < 0 ? null : latest.toString();
}

/**
 * Whether a re-appointment issued on a day to a new due time is allowed; the first reason against it, or null.
 * At most once, at least 1 day before expiry, to a later working day (NĐ 118 Đ19.6).
 */
export function extensionRefusal(
  question: ExtensionQuestion,
  issuedOn: Temporal.PlainDate,
  newDueAt: string,
): ExtensionRefusal | null {
  if (question.dueAt === null) return 'noDeadline';
  const latest = latestExtensionOn(question);
  if (latest === null) return 'sameDay';
  if (question.extensions > 0) return 'alreadyExtended';
  if (issuedOn.toString() > latest) return 'tooLate';
  const newDue = parseOfficeTime(newDueAt);
  if (Temporal.PlainDateTime.compare(newDue, parseOfficeTime(question.dueAt)) <= 0) return 'notLater';
  return question.calendar.isWorkingDay(newDue.toPlainDate()) ? null : 'restDay';
}

/** The due time moved by whole working days, at the same hour. @throws RangeError unless `workingDays` is a whole number ≥ 1. */
export function extendedDueAt(dueAt: string, workingDays: number, calendar: WorkCalendar): string {
  const due = parseOfficeTime(dueAt);
  return toOfficeTime(
    calendar.addWorkingDays(due.toPlainDate(), workingDays).toPlainDateTime(due.toPlainTime()),
  );
}

/** The appointment moved to a later date that was promised with an apology; its strip goes on to that day. */
export function reappointed(appointment: Appointment, newDueAt: string, calendar: WorkCalendar): Appointment {
  if (appointment.dueAt === null) throw new RangeError('A case without a date cannot be re-appointed');
  const to = parseOfficeTime(newDueAt);
  let day = parseOfficeTime(appointment.dueAt).toPlainDate();
  const isSameDay = day.equals(to.toPlainDate());
  const trace: TraceDay[] = appointment.trace.map(({ isDue, ...rest }) =>
    isDue && isSameDay ? { ...rest, isDue, time: toClock(to) } : rest,
  );
  while (Temporal.PlainDate.compare(day, to.toPlainDate()) < 0) {
    day = day.add({ days: 1 });
    const isLast = day.equals(to.toPlainDate());
    const name = calendar.dayName(day);
    const swapFor = calendar.swapFor(day) ?? calendar.compensates(day);
    trace.push({
      date: day.toString(),
      kind: calendar.dayKind(day),
      mark: calendar.isWorkingDay(day) ? 'notCounted' : 'rest',
      ...(name !== undefined && { name }),
      ...(swapFor !== undefined && { swapFor }),
      ...(isLast && { isDue: true, time: toClock(to), events: ['reappointed'] as const }),
    });
  }
  return {
    ...appointment,
    dueAt: newDueAt,
    trace,
    reasons: [...appointment.reasons, { code: 'reappointed', from: appointment.dueAt, to: newDueAt }],
  };
}
