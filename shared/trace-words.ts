import { minutesText } from './appointment-words.ts';
import type { TraceDay, TraceEvent } from './domain/appointment.ts';
import { formatDayMonth, formatDayMonthPadded, weekdayName } from './format.ts';

/** The words of one cell of "Vì sao hẹn ngày này?": on the screen, on the slip and read aloud. Pure. */

/** "Ngày Chiến thắng" → "Chiến thắng", "Tết Âm lịch (mùng 3)" → "Tết": what a narrow cell can carry. */
export function shortHolidayName(day: Pick<TraceDay, 'kind' | 'name' | 'swapFor'>): string {
  if (day.kind === 'swapped') return day.swapFor ? `bù ${formatDayMonth(day.swapFor)}` : 'hoán đổi';
  if (day.kind === 'compensatory') return 'nghỉ bù';
  const name = (day.name ?? 'nghỉ lễ').replace(/\s*\(.*\)$/, '');
  if (name.startsWith('Tết')) return name === 'Tết Dương lịch' ? 'Tết Dương' : 'Tết';
  if (name.startsWith('Giỗ Tổ')) return 'Giỗ Tổ';
  const bare = name.replace(/^Ngày (?:Quốc tế )?/, '').replace(/ Việt Nam$/, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** The one or two words under a cell, '' where the block says it all. */
export function cellCaption(day: TraceDay): string {
  const events = day.events ?? [];
  if (day.isDue) return day.number === undefined ? 'hẹn' : (day.time ?? 'hẹn');
  if (day.isOwnDue) return 'hạn tại xã';
  const event = events.includes('received')
    ? 'nhận'
    : events.map((name) => eventCaptions[name]).findLast(Boolean);
  if (event) return event;
  if (day.kind === 'workingSaturday') return 'làm bù';
  if (day.mark === 'paused') return 'chờ bổ sung';
  if (day.mark !== 'rest') return '';
  if (day.kind === 'swapped') return 'hoán đổi';
  return day.kind === 'weekend' ? 'nghỉ' : 'nghỉ lễ';
}

const eventCaptions: Partial<Record<TraceEvent, string>> = {
  received: 'nhận',
  accepted: 'chấp nhận',
  competentAgencyReceived: 'cơ quan nhận',
  effectiveStart: 'bắt đầu',
  supplementRequested: 'yêu cầu',
  supplementCompleted: 'đã đủ',
  paymentRequested: 'chờ tiền',
  paymentConfirmed: 'đã nộp',
  restarted: 'đủ, tính lại',
  reappointed: 'hẹn lại',
};

const eventWords: Record<TraceEvent, string> = {
  received: 'nhận hồ sơ',
  accepted: 'chấp nhận hồ sơ trực tuyến',
  competentAgencyReceived: 'cơ quan có thẩm quyền nhận',
  effectiveStart: 'bắt đầu tính',
  supplementRequested: 'yêu cầu bổ sung',
  supplementCompleted: 'bổ sung đủ',
  paymentRequested: 'yêu cầu nghĩa vụ tài chính',
  paymentConfirmed: 'đã nộp đủ',
  restarted: 'tính lại từ đầu',
  reappointed: 'hẹn lại',
  ownDue: 'hạn tại xã',
  due: 'hẹn trả kết quả',
};

/** One day in full, for a screen reader: "Thứ Bảy 26/04, ngày thứ 2, làm bù cho 02/05". */
export function spokenDay(day: TraceDay, isToday = false): string {
  const parts = [`${weekdayName(day.date)} ${formatDayMonthPadded(day.date)}`];
  if (isToday) parts.push('hôm nay');
  parts.push(...(day.events ?? []).map((event) => eventWords[event]));
  if (day.events?.length && day.time) parts.push(`lúc ${day.time}`);
  parts.push(...markWords(day));
  return parts.join(', ');
}

function markWords(day: TraceDay): string[] {
  const swap = day.swapFor ? formatDayMonthPadded(day.swapFor) : '';
  const words: string[] = [];
  if (day.mark === 'counted' && day.number !== undefined) words.push(`ngày thứ ${day.number}`);
  if (day.minutes !== undefined) words.push(`tính ${minutesText(day.minutes)}`);
  if (day.mark === 'cancelled') words.push('đã tính rồi hủy vì tính lại từ đầu');
  if (day.mark === 'paused') words.push('chờ bổ sung, không tính');
  if (day.mark === 'notCounted' && !day.isDue) words.push('không tính');
  if (day.kind === 'workingSaturday') words.push(swap ? `làm bù cho ${swap}` : 'làm bù');
  if (day.kind === 'swapped') words.push(swap ? `nghỉ hoán đổi với ${swap}` : 'nghỉ hoán đổi');
  if (day.kind === 'holiday' || day.kind === 'compensatory') words.push(day.name ?? 'nghỉ lễ');
  if (day.mark === 'rest') words.push(day.kind === 'weekend' ? 'nghỉ cuối tuần, không tính' : 'không tính');
  return words;
}

/** What a folded run hides: "13 ngày tính, 4 ngày nghỉ". */
export function foldWords(days: readonly TraceDay[]): { counted: number; resting: number; text: string } {
  const counted = days.filter((day) => day.mark === 'counted').length;
  const resting = days.filter((day) => day.mark === 'rest').length;
  const others = days.length - counted - resting;
  const parts = [
    counted > 0 && `${counted} ngày tính`,
    resting > 0 && `${resting} ngày nghỉ`,
    others > 0 && `${others} ngày không tính`,
  ].filter((part) => part !== false);
  return { counted, resting, text: parts.join(', ') };
}
