import type { DayChange } from './domain/calendar-change.ts';
import { formatDayMonthPadded, formatShortTime, shortWeekday } from './format.ts';

/** A change of the calendar in words: on the screen, in the timeline of a case and in the journal. Pure. */

/** "T3 24/11 nghỉ (Ngày Văn hóa Việt Nam)", "T7 26/12 làm bù". */
export function dayChangeWords({ date, to, name }: DayChange): string {
  const day = `${shortWeekday(date)} ${formatDayMonthPadded(date)}`;
  if (to === 'working') return `${day} làm việc`;
  if (to === 'workingSaturday') return `${day} làm bù`;
  if (to === 'weekend') return `${day} thôi làm bù`;
  return `${day} nghỉ${name === null ? '' : ` (${name})`}`;
}

/** Why a case has another date than on its slip, for its timeline: days that moved it and the date before. */
export function moveReason(days: readonly DayChange[], from: string | null): string {
  const because = days.map(dayChangeWords).join('; ');
  const before = from === null ? '' : ` Ngày hẹn cũ: ${formatShortTime(from)}.`;
  return `Lịch làm việc đổi: ${because}.${before}`;
}
