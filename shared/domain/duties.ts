import type { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from './calendar.ts';
import { clockMinutes, minuteOfDay, toMinute } from './clock-time.ts';
import {
  addWorkingMinutes,
  closingOf,
  effectiveStart,
  type OpeningHours,
  openingOf,
} from './opening-hours.ts';

// Deadlines of the counter itself, beside the citizen's appointment; all counted with the same calendar and hours.

/**
 * When a dossier must have gone to the resolving unit: by closing of the working day, or at the opening of the next
 * one when received after the cut-off 'HH:MM' (15:00 in NĐ 118 Đ18.2).
 */
export function transferDueAt(
  receivedAt: Temporal.PlainDateTime,
  calendar: WorkCalendar,
  hours: OpeningHours,
  cutoff: string,
): Temporal.PlainDateTime {
  const start = effectiveStart(receivedAt, calendar, hours, 'shift');
  const day = start.toPlainDate();
  const isAfter = minuteOfDay(toMinute(start)) > clockMinutes(cutoff);
  return isAfter ? openingOf(calendar.nextWorkingDay(day), hours) : closingOf(day, hours);
}

/** Acceptance or supplement notice of an online filing: 8 working hours (NĐ 118 Đ17.2c). The same for a fee paid online (Đ24.3). */
export function eightWorkingHoursAfter(
  at: Temporal.PlainDateTime,
  calendar: WorkCalendar,
  hours: OpeningHours,
): Temporal.PlainDateTime {
  return addWorkingMinutes(at, 8 * 60, calendar, hours);
}

/** Last day to correct an error in the result: 3 working days (NĐ 118 Đ23.1). */
export function correctionDueOn(reportedOn: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  return calendar.addWorkingDays(reportedOn, 3);
}

/** Last day to send on the paper of a non-territorial case: 1 working day (NĐ 118 Đ20.1a). */
export function paperForwardDueOn(
  receivedOn: Temporal.PlainDate,
  calendar: WorkCalendar,
): Temporal.PlainDate {
  return calendar.addWorkingDays(receivedOn, 1);
}
