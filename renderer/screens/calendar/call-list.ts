import { formatFullTime, formatPhone } from '../../../shared/format.ts';
import type { MovedCase } from '../../../shared/views-calendar.ts';

/** Whom to ring about a new date, a line each, as a table that a spreadsheet takes: name, phone, old date, new date, code. */
export function callList(rows: readonly MovedCase[]): string {
  const head = ['Họ và tên', 'Điện thoại', 'Hẹn cũ', 'Hẹn mới', 'Mã hồ sơ'];
  const lines = rows.map(({ applicantName, phone, from, to, caseCode }) => [
    applicantName,
    phone === null ? 'không có số' : formatPhone(phone),
    from === null ? '' : formatFullTime(from),
    to === null ? '' : formatFullTime(to),
    caseCode,
  ]);
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n');
}
