import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { WorkCalendar } from './calendar.ts';
import { clockSchema, toClock, toMinute } from './clock-time.ts';
import { closingOf, type OpeningHours } from './opening-hours.ts';

/** Ngày không hẹn: weekdays × procedures × hours × reception points, with dates in force (inclusive). */
export const noAppointmentDaySchema = z
  .strictObject({
    /** 1 = Monday … 7 = Sunday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1),
    procedures: z.array(z.string()).min(1),
    opensAt: clockSchema,
    closesAt: clockSchema,
    /** Absent: every reception point. */
    receptionPoints: z.array(z.string()).min(1).optional(),
    from: z.iso.date(),
    to: z.iso.date().optional(),
  })
  .refine((day) => day.opensAt < day.closesAt, {
    message: 'opensAt must be before closesAt',
    path: ['closesAt'],
  });
export type NoAppointmentDay = z.infer<typeof noAppointmentDaySchema>;

/** What a promise depends on. */
export interface PromiseQuestion {
  readonly receivedAt: Temporal.PlainDateTime;
  readonly days: readonly NoAppointmentDay[];
  readonly procedureCode: string;
  readonly receptionPoint?: string | undefined;
  readonly calendar: WorkCalendar;
  readonly hours: OpeningHours;
}

/**
 * Closing time of the day of reception when it is a no-appointment day for the procedure; undefined otherwise, and on
 * a rest day. The statutory `dueAt` is not touched (practice in several wards, 2025-26).
 */
export function promiseFor(question: PromiseQuestion): Temporal.PlainDateTime | undefined {
  const at = toMinute(question.receivedAt);
  const day = at.toPlainDate();
  if (!question.calendar.isWorkingDay(day)) return undefined;
  const closing = closingOf(day, question.hours);
  const date = day.toString();
  const clock = toClock(at);
  const listed = question.days.some(
    (listedDay) =>
      listedDay.weekdays.includes(day.dayOfWeek) &&
      listedDay.procedures.includes(question.procedureCode) &&
      clock >= listedDay.opensAt &&
      clock <= listedDay.closesAt &&
      date >= listedDay.from &&
      (listedDay.to === undefined || date <= listedDay.to) &&
      (listedDay.receptionPoints === undefined ||
        (question.receptionPoint !== undefined &&
          listedDay.receptionPoints.includes(question.receptionPoint))),
  );
  return listed && Temporal.PlainDateTime.compare(at, closing) <= 0 ? closing : undefined;
}
