import { Temporal } from 'temporal-polyfill';
import { calendarYearSchema, makeCalendar } from './calendar.ts';
import { type Appointment, computeAppointment, type DeadlineQuestion, defaultPolicies } from './deadline.ts';
import { defaultOpeningHours } from './opening-hours.ts';
import { type TimeLimit, timeLimitSchema } from './time-limit.ts';

// For tests only: an office with the default hours and a calendar.

/** Reads an office time or a date as the tests write it. */
export const at = (text: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(text);
export const on = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

export type More = Partial<Omit<DeadlineQuestion, 'receivedAt' | 'limit'>>;

/** An office over `years` of the holiday file, unparsed. */
export function openOffice(years: readonly unknown[]) {
  const calendar = makeCalendar(
    years.map((year) => calendarYearSchema.parse(year)),
    1,
  );
  const ask = (receivedAt: string, limit: TimeLimit | null, more: More = {}): Appointment =>
    computeAppointment({
      receivedAt: at(receivedAt),
      limit: limit && timeLimitSchema.parse(limit),
      calendar,
      hours: defaultOpeningHours,
      policies: defaultPolicies,
      ...more,
    });
  return { calendar, ask };
}

/** The trace as a strip: { '2025-04-26': '2 workingSaturday', '2025-04-27': 'weekend', '2025-04-28': '3' }. */
export function strip(appointment: Appointment): Record<string, string> {
  return Object.fromEntries(
    appointment.trace.map(({ date, kind, mark, number }) => {
      if (mark === 'rest') return [date, kind];
      const text =
        mark === 'counted' ? String(number ?? mark) : mark === 'cancelled' ? `${mark} ${number}` : mark;
      return [date, kind === 'working' ? text : `${text} ${kind}`];
    }),
  );
}

/** '2025-04-25 1 | 2025-04-26 2 workingSaturday | …' as a strip. */
export function days(text: string): Record<string, string> {
  return Object.fromEntries(text.split('|').map((day) => [day.trim().slice(0, 10), day.trim().slice(11)]));
}
