import type { RowFault, RowFaultKind } from './domain/import-case.ts';
import { fieldHead, type ImportField } from './domain/import-fields.ts';

/** The days of a row, one word a step whatever their heads say. */
const stepNames: Partial<Record<ImportField, string>> = {
  receivedOn: 'Ngày nhận',
  dueOn: 'Ngày hẹn',
  handedOverOn: 'Ngày chuyển',
  resolvedOn: 'Ngày có kết quả',
  returnedOn: 'Ngày trả',
  endedOn: 'Ngày kết thúc',
};

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** Why a row cannot be taken, in a sentence that says what to mend. A kind without one does not compile. */
const sentences: Record<RowFaultKind, (fault: RowFault, head: string) => string> = {
  required: (_, head) => `Thiếu ${head}`,
  day: ({ text }, head) => `${head} “${text}” không có thật hoặc không đọc được; viết ngày/tháng/năm`,
  future: ({ text }, head) => `${head} “${text}” sau ngày hôm nay`,
  order: ({ field, text, after }, head) =>
    `${stepNames[field] ?? head} ${text} trước ${lower(after ? (stepNames[after.field] ?? fieldHead(after.field)) : 'bước trước')}${after ? ` ${after.text}` : ''}. Sửa một trong hai`,
  phone: ({ text }, head) => `${head} “${text}” không đúng: cần 9–11 số, bắt đầu bằng 0`,
  idNumber: ({ text }, head) =>
    `${head} “${text}” không đúng: cần 12 số căn cước, 9 số CMND, mã số thuế hoặc hộ chiếu`,
  personName: ({ text }, head) => `${head} “${text}” không phải tên người hay tổ chức`,
  status: ({ text }, head) => `${head} “${text}” không rõ nghĩa`,
  needsDay: (_, head) => `Trạng thái này cần ${head}`,
  caseCode: ({ text }, head) => `${head} “${text}” chỉ được gồm chữ không dấu, số, dấu chấm và gạch nối`,
  count: ({ text }, head) => `${head} “${text}” không phải số`,
  procedure: ({ text }) => `Thủ tục “${text}” không có trong danh mục`,
  codeTwice: ({ text, otherRow }, head) => `${head} ${text} đã có ở dòng ${otherRow}`,
  serialTwice: ({ text, otherRow }) => `Số thứ tự ${text} đã có ở dòng ${otherRow} của cùng năm`,
  serialTaken: ({ text }) => `Số thứ tự ${text} đã thuộc một hồ sơ khác trong sổ cùng năm`,
  serialFar: ({ text }) => `Số thứ tự ${text} lớn hơn nhiều so với số dòng và số đang có của sổ năm đó`,
  codeTaken: ({ text }, head) => `${head} ${text} đã thuộc một hồ sơ khác`,
  tooLong: (_, head) => `${head} quá dài`,
};

export function faultSentence(fault: RowFault): string {
  return sentences[fault.kind](fault, fieldHead(fault.field));
}
