import { type OpeningHours, workingMinutesPerDay } from './domain/opening-hours.ts';
import { formatWorkingTime } from './format.ts';
import { timelinessLabels } from './labels.ts';
import type { CaseRow } from './views.ts';

/** "quá 7 giờ 35", "quá giờ 45 phút", "còn 2 ngày 7 giờ", "chờ bổ sung", "trước hạn": the same on screen and in a list. */
export function timeWords(
  row: Pick<CaseRow, 'status' | 'timeliness' | 'minutesLeft'>,
  hours: OpeningHours,
): string {
  const { status, timeliness, minutesLeft } = row;
  if (status === 'awaitingSupplement') return 'chờ bổ sung';
  if (status === 'awaitingPayment') return 'chờ nộp tiền';
  if (status === 'registered') return 'chờ tiếp nhận';
  if (status === 'rejected') return 'không tiếp nhận';
  if (minutesLeft === null) return timelinessLabels[timeliness].toLowerCase();
  const time = formatWorkingTime(minutesLeft, workingMinutesPerDay(hours));
  if (timeliness === 'pendingLate') return minutesLeft === 0 ? 'quá hạn' : `quá ${time}`;
  return minutesLeft < 0 ? `quá giờ ${time}` : `còn ${time}`;
}
