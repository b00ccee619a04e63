import type { WaitEstimate } from './domain/queue.ts';
import type { QuietSpan } from './domain/quiet-hours.ts';
import { formatDay, weekdayName } from './format.ts';

/** Waiting in words, the same for the clerk and for whoever waits. */

/** "khoảng 15 phút (theo 12 lượt hôm nay)". */
export function estimateWords(estimate: WaitEstimate | null): string {
  if (estimate === null) return 'chưa đủ số liệu để tính giờ chờ';
  const { minutes, services, basis } = estimate;
  if (minutes === 0) return 'sắp đến lượt';
  return `khoảng ${minutes}\u00a0phút (theo ${services}\u00a0lượt ${basis === 'today' ? 'hôm nay' : '7 ngày qua'})`;
}

const weekdayNames = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ Nhật'];

/** "Thứ Tư sau 14 giờ thường vắng". */
export function quietWords({ weekdays, fromHour, toHour, fromOpening, untilClosing }: QuietSpan): string {
  const days = weekdays.length === 5 ? 'các ngày trong tuần' : listOf(weekdays);
  const hours = untilClosing
    ? `sau ${fromHour} giờ`
    : fromOpening
      ? `trước ${toHour} giờ`
      : `từ ${fromHour} đến ${toHour} giờ`;
  return `${days.charAt(0).toUpperCase()}${days.slice(1)} ${hours} thường vắng`;
}

function listOf(weekdays: readonly number[]): string {
  const names = weekdays.map((weekday) => weekdayNames[weekday] ?? '');
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`;
}

/** "mở lại thứ Hai, ngày 28/04/2025"; no Sunday is worked. */
export function opensAgainWords(day: string): string {
  return `mở lại ${weekdayName(day).replace('Thứ ', 'thứ\u00a0')}, ngày\u00a0${formatDay(day)}`;
}
