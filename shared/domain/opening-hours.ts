import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { WorkCalendar } from './calendar.ts';
import { atMinute, clockMinutes, clockSchema, minuteOfDay, toMinute } from './clock-time.ts';

const halfDay = z
  .strictObject({ opensAt: clockSchema, closesAt: clockSchema })
  .refine((half) => half.opensAt < half.closesAt, { message: 'opensAt must be before closesAt' });

/** Working hours of a unit: two half-days, each with its own start and end, in order and not overlapping. */
export const openingHoursSchema = z
  .strictObject({ morning: halfDay, afternoon: halfDay })
  .refine((hours) => hours.morning.closesAt <= hours.afternoon.opensAt, {
    message: 'the afternoon must not open before the morning closes',
    path: ['afternoon', 'opensAt'],
  });
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** 07:00-11:30 and 13:30-17:00, 8 hours (practice). */
export const defaultOpeningHours: OpeningHours = {
  morning: { opensAt: '07:00', closesAt: '11:30' },
  afternoon: { opensAt: '13:30', closesAt: '17:00' },
};

/** What a reception after closing or on a rest day counts as; see `effectiveStart`. */
export const outOfHoursSchema = z.enum(['shift', 'keep']);
export type OutOfHours = z.infer<typeof outOfHoursSchema>;

interface Minutes {
  readonly opens: number;
  readonly morningCloses: number;
  readonly afternoonOpens: number;
  readonly closes: number;
  readonly morning: number;
  readonly total: number;
}

function inMinutes(hours: OpeningHours): Minutes {
  const opens = clockMinutes(hours.morning.opensAt);
  const morningCloses = clockMinutes(hours.morning.closesAt);
  const afternoonOpens = clockMinutes(hours.afternoon.opensAt);
  const closes = clockMinutes(hours.afternoon.closesAt);
  const morning = morningCloses - opens;
  return { opens, morningCloses, afternoonOpens, closes, morning, total: morning + closes - afternoonOpens };
}

/** Working minutes of one full day. */
export function workingMinutesPerDay(hours: OpeningHours): number {
  return inMinutes(hours).total;
}

/** The day at its opening minute. */
export function openingOf(day: Temporal.PlainDate, hours: OpeningHours): Temporal.PlainDateTime {
  return atMinute(day, clockMinutes(hours.morning.opensAt));
}

/** The day at its closing minute. */
export function closingOf(day: Temporal.PlainDate, hours: OpeningHours): Temporal.PlainDateTime {
  return atMinute(day, clockMinutes(hours.afternoon.closesAt));
}

/**
 * The same date with its hour inside the hours: before opening → opening, in the break → afternoon opening, after closing →
 * closing. The closing minutes themselves stay.
 */
export function intoHours(at: Temporal.PlainDateTime, hours: OpeningHours): Temporal.PlainDateTime {
  const minutes = inMinutes(hours);
  const minute = minuteOfDay(at);
  const inside = Math.min(Math.max(minute, minutes.opens), minutes.closes);
  const inBreak = inside > minutes.morningCloses && inside < minutes.afternoonOpens;
  return atMinute(at.toPlainDate(), inBreak ? minutes.afternoonOpens : inside);
}

/**
 * When the clock starts. Before opening: opening; in the midday break: afternoon opening. After closing or on a
 * rest day, `shift` (practice): opening of the next working day; `keep` (BLDS Đ147, only the day of the event is not counted): that
 * day itself, at its closing minute, so that day 1 is the next working day. 11:30 and 17:00 exactly are still inside.
 * Assumed: the hour under `keep` is the closing hour; an earlier one would let a later reception be due earlier.
 */
export function effectiveStart(
  receivedAt: Temporal.PlainDateTime,
  calendar: WorkCalendar,
  hours: OpeningHours,
  outOfHours: OutOfHours,
): Temporal.PlainDateTime {
  const at = toMinute(receivedAt);
  const day = at.toPlainDate();
  if (calendar.isWorkingDay(day) && minuteOfDay(at) <= inMinutes(hours).closes) return intoHours(at, hours);
  return outOfHours === 'keep' ? closingOf(day, hours) : openingOf(calendar.nextWorkingDay(day), hours);
}

/**
 * The first instant by which `minutes` working minutes have passed since `from`, across breaks and rest days: an
 * end at 11:30 or 17:00 stays there. With 0 minutes: `from`, moved into working time.
 * @throws RangeError unless `minutes` is a whole number ≥ 0.
 */
export function addWorkingMinutes(
  from: Temporal.PlainDateTime,
  minutes: number,
  calendar: WorkCalendar,
  hours: OpeningHours,
): Temporal.PlainDateTime {
  if (!Number.isSafeInteger(minutes) || minutes < 0) {
    throw new RangeError(`Cannot add ${minutes} working minutes to ${from}`);
  }
  if (minutes === 0) return effectiveStart(from, calendar, hours, 'shift');
  const day = from.toPlainDate();
  const scale = inMinutes(hours);
  const total = workedOnDay(from, calendar, scale) + minutes;
  const first = calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(day);
  const fullDays = Math.ceil(total / scale.total) - 1;
  const last = fullDays === 0 ? first : calendar.addWorkingDays(first, fullDays);
  const rest = total - fullDays * scale.total;
  return atMinute(
    last,
    rest <= scale.morning ? scale.opens + rest : scale.afternoonOpens + rest - scale.morning,
  );
}

/** Working minutes from one instant to another, each truncated to the minute; negative when `to` is before `from`. */
export function workingMinutesBetween(
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
  calendar: WorkCalendar,
  hours: OpeningHours,
): number {
  const scale = inMinutes(hours);
  const fromDay = from.toPlainDate();
  const toDay = to.toPlainDate();
  const isWorked = (day: Temporal.PlainDate) => (calendar.isWorkingDay(day) ? 1 : 0);
  // Full days in [from, to).
  const days = calendar.workingDaysBetween(fromDay, toDay) + isWorked(fromDay) - isWorked(toDay);
  return days * scale.total + workedOnDay(to, calendar, scale) - workedOnDay(from, calendar, scale);
}

/** Working minutes of its day that have passed at an instant. */
function workedOnDay(at: Temporal.PlainDateTime, calendar: WorkCalendar, scale: Minutes): number {
  if (!calendar.isWorkingDay(at.toPlainDate())) return 0;
  const minute = minuteOfDay(at);
  const morning = Math.min(Math.max(minute - scale.opens, 0), scale.morning);
  return morning + Math.min(Math.max(minute - scale.afternoonOpens, 0), scale.closes - scale.afternoonOpens);
}
