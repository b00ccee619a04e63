import { tidy } from '../../shared/domain/text.ts';
import { formatDay, formatHour, weekdayName } from '../../shared/format.ts';
import type { OfficeTime, SlipCodes, SlipOffice } from './slip-data.ts';
import type { SlipContact } from './slip-parts.ts';

/** Phrases that only the printed forms use. */

/** "09 giờ 15 phút" */
export function hourWords(at: OfficeTime): string {
  return `${at.slice(11, 13)} giờ ${at.slice(14, 16)} phút`;
}

/** "ngày 05 tháng 02 năm 2025": days below 10 and months 1-2 take a leading 0 (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function dateWords(day: string): string {
  const month = Number(day.slice(5, 7));
  const monthText = month <= 2 ? day.slice(5, 7) : String(month);
  return `ngày ${day.slice(8, 10)} tháng ${monthText} năm ${day.slice(0, 4)}`;
}

/** "09 giờ 15 phút, ngày 24 tháng 4 năm 2025" */
export function momentWords(at: OfficeTime): string {
  return `${hourWords(at)}, ${dateWords(at)}`;
}

/** "09 giờ 15 phút, Thứ Hai, ngày 28 tháng 4 năm 2025" */
export function dueWords(at: OfficeTime): string {
  return `${hourWords(at)}, ${weekdayName(at)}, ${dateWords(at)}`;
}

/** Hour and day to be filled with a pen. */
export const blankMoment = ['…… giờ …… phút,', 'ngày …… tháng …… năm ………'] as const;

/** A dotted line of `count` em. */
export function dots(count: number): string {
  return '…'.repeat(Math.max(3, Math.floor(count)));
}

export const noDueSentence = 'Không có thời hạn giải quyết; khi có kết quả, Bộ phận Một cửa sẽ thông báo.';
export const listedDueSentence = 'Theo chi tiết danh sách bàn giao hồ sơ.';
export const movedSentence = 'Nhận sau giờ chốt trong ngày nên trả kết quả vào ngày làm việc tiếp theo.';

export function provisionalSentence(year: number): string {
  return `lịch nghỉ năm ${year} chưa được công bố chính thức, ngày hẹn có thể thay đổi.`;
}

/** Capitals as Vietnamese writes them. */
export function capitals(text: string): string {
  return tidy(text).toLocaleUpperCase('vi');
}

/** "Hỏi thêm: 0900 000 100, sáng 07:00 – 11:30, …"; empty when the office gave neither. */
export function enquiryLine(office: SlipOffice): string {
  const phone = office.phone?.replaceAll(' ', '\u00a0') ?? null;
  const parts = [phone, office.openingHours].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? '' : `Hỏi thêm: ${keepTogether(parts.join(', '))}.`;
}

/** Handed out with the slip, for after the work is done (TT 01/2018/TT-VPCP Điều 12.2). */
export function ratingLine(code: string): string {
  return `Đánh giá sau khi làm việc: mã ${tidy(code)} tại màn hình ở quầy`;
}

/** "07:00 – 11:30" stays on one line. */
export function keepTogether(hours: string): string {
  return hours.replaceAll(' – ', '\u00a0–\u00a0');
}

/** What the case asks for, with its code: a numbered paper says both in one breath. */
export function caseWords({ request, codes }: { request: string; codes: SlipCodes | null }): string {
  return codes === null ? tidy(request) : `${tidy(request)}, mã hồ sơ: ${tidy(codes.caseCode)}`;
}

/** "bà Lò Thị Mai, số điện thoại 0900 000 100"; dots where either is not known. */
export function contactWords({ name, phone }: SlipContact): string {
  const number = phone === null || phone === '' ? dots(10) : tidy(phone).replaceAll(' ', '\u00a0');
  return `công chức ${name === null || name === '' ? dots(12) : tidy(name)}, số điện thoại ${number}`;
}

/** Amount and noun as slips count: "02 bộ". */
export function counted(count: number, noun: string): string {
  return `${String(count).padStart(2, '0')} ${noun}`;
}

/** "24/04/2025 09:15", for the cells of a list. */
export function cellMoment(at: OfficeTime | null): string {
  return at === null ? '' : `${formatDay(at)} ${formatHour(at)}`;
}
