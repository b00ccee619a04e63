import { formatInteger } from './domain/ratio.ts';
import type { NoteRange } from './domain/shift-closing.ts';

/**
 * Days, hours and money as Vietnamese paper writes them. Inputs are office time texts
 * (`YYYY-MM-DD`, `YYYY-MM-DDTHH:mm`), never `Date`, so nothing shifts a day with the computer's zone.
 */

const longWeekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;
const shortWeekdays = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;

/** 0 Sunday … 6 Saturday of the day in `YYYY-MM-DD…`. */
function weekdayIndex(day: string): number {
  const { year, month, date } = parts(day);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}

/** "Thứ Hai". */
export function weekdayName(day: string): string {
  return longWeekdays[weekdayIndex(day)] ?? '';
}

/** "T2", "CN". */
export function shortWeekday(day: string): string {
  return shortWeekdays[weekdayIndex(day)] ?? '';
}

/** "28/04/2025". */
export function formatDay(day: string): string {
  const { yearText, monthText, dateText } = parts(day);
  return `${dateText}/${monthText}/${yearText}`;
}

/** "28/4": day and month without zeros, for narrow cells. */
export function formatDayMonth(day: string): string {
  const { month, date } = parts(day);
  return `${date}/${month}`;
}

/** "28/04", for lists. */
export function formatDayMonthPadded(day: string): string {
  const { monthText, dateText } = parts(day);
  return `${dateText}/${monthText}`;
}

/** "09:15" of an office time. */
export function formatHour(officeTime: string): string {
  return officeTime.slice(11, 16);
}

/** "09 giờ 15". */
export function formatHourWords(officeTime: string): string {
  return `${officeTime.slice(11, 13)} giờ ${officeTime.slice(14, 16)}`;
}

/** "T2 28/04 09:15". */
export function formatShortTime(officeTime: string): string {
  return `${shortWeekday(officeTime)} ${formatDayMonthPadded(officeTime)} ${formatHour(officeTime)}`;
}

/** "09:15 T2 28/04/2025". */
export function formatFullTime(officeTime: string): string {
  return `${formatHour(officeTime)} ${shortWeekday(officeTime)} ${formatDay(officeTime)}`;
}

/** 1234567 → "1.234.567 đ". */
export function formatMoney(amountVnd: number): string {
  return `${formatInteger(amountVnd)} đ`;
}

/** "0900000214" → "0900 000 214"; other lengths stay as they are. */
export function formatPhone(phone: string): string {
  return phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}

/**
 * Working time left or gone, from minutes: "2 ngày 7 giờ", "1 giờ 15", "45 phút". A day is the office's own
 * working day. Negative minutes read as their absolute value; the caller says "còn" or "quá".
 */
export function formatWorkingTime(minutes: number, minutesPerDay: number): string {
  const total = Math.abs(Math.trunc(minutes));
  const days = Math.floor(total / minutesPerDay);
  const rest = total % minutesPerDay;
  const hours = Math.floor(rest / 60);
  const left = rest % 60;
  if (days > 0) return hours > 0 ? `${days} ngày ${hours} giờ` : `${days} ngày`;
  if (hours > 0) return left > 0 ? `${hours} giờ ${String(left).padStart(2, '0')}` : `${hours} giờ`;
  return `${left} phút`;
}

/** 8 typed digits, with or without separators ("12091996", "12/9/1996"), to `YYYY-MM-DD`; undefined when no day of 1900–2199. */
export function parseTypedDay(text: string): string | undefined {
  const compact = /^(\d{2})(\d{2})((?:19|20|21)\d\d)$/.exec(text.trim());
  const spaced = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ]((?:19|20|21)\d\d)$/.exec(text.trim());
  const match = compact ?? spaced;
  if (!match) return undefined;
  const [, date = '', month = '', year = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(day) ? day : undefined;
}

function parts(day: string) {
  const yearText = day.slice(0, 4);
  const monthText = day.slice(5, 7);
  const dateText = day.slice(8, 10);
  return { yearText, monthText, dateText, year: +yearText, month: +monthText, date: +dateText };
}

/** "2025-C01-0003–0005 (3 phiếu), 2026-C01-0001 (1 phiếu)". */
export function formatNoteRanges(ranges: readonly NoteRange[]): string {
  return ranges
    .map(({ first, last, count }) => {
      const until = count === 1 ? '' : `–${last.slice(last.lastIndexOf('-') + 1)}`;
      return `${first}${until} (${formatInteger(count)} phiếu)`;
    })
    .join(', ');
}
