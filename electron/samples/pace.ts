import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import type { ReceiveResult } from '../../shared/views.ts';
import type { PlannedCase } from './course.ts';
import type { Random } from './random.ts';

/** `YYYY-MM-DDTHH:mm` some minutes later. */
export function officeMinute(officeTime: string, plusMinutes: number): string {
  return Temporal.PlainDateTime.from(officeTime)
    .add({ minutes: plusMinutes })
    .toString({ smallestUnit: 'minute' });
}

/** A minute within opening hours, morning busier than afternoon; `before15` keeps same-day cases on their day. */
export function receptionMinute(random: Random, before15 = false): string {
  const minutes =
    random.next() < 0.62
      ? random.integer(7 * 60 + 5, 11 * 60 + 20)
      : random.integer(13 * 60 + 35, before15 ? 14 * 60 + 55 : 16 * 60 + 30);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** When the result is ready, on the planned side of the due date; null for a case that stays open. */
export function finishTime(
  { end, receivedAt }: Pick<PlannedCase, 'end' | 'receivedAt'>,
  { dueAt }: Pick<ReceiveResult, 'dueAt'>,
  calendar: WorkCalendar,
  random: Random,
): string | null {
  if (end === 'open' || dueAt === null) return null;
  const received = Temporal.PlainDateTime.from(receivedAt).toPlainDate();
  const due = Temporal.PlainDateTime.from(dueAt).toPlainDate();
  if (end === 'late') return `${calendar.nextWorkingDay(due)}T09:40`;
  const earlier: string[] = [];
  for (let day = received; Temporal.PlainDate.compare(day, due) < 0; day = calendar.nextWorkingDay(day)) {
    earlier.push(day.toString());
  }
  if (end === 'early' && earlier.length > 0) {
    // Work tends to be finished shortly before it is due.
    const index = Math.floor(earlier.length * (1 - random.next() ** 2));
    const day = earlier[Math.min(index, earlier.length - 1)] ?? '';
    return day === receivedAt.slice(0, 10)
      ? officeMinute(receivedAt, 12)
      : `${day}T${receptionMinute(random)}`;
  }
  const day = due.toString();
  return day === receivedAt.slice(0, 10)
    ? officeMinute(receivedAt, random.integer(10, 28))
    : `${day}T${receptionMinute(random)}`;
}
