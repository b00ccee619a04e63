import { fold } from './text.ts';

/** What a column of somebody's register may hold, and by which words its head is known. */

export const importFields = [
  'caseCode',
  'serial',
  'procedure',
  'procedureCode',
  'applicant',
  'idNumber',
  'birthOn',
  'phone',
  'address',
  'addressPhone',
  'sets',
  'channel',
  'receivedOn',
  'dueOn',
  'agency',
  'handedOverOn',
  'resolvedOn',
  'returnedOn',
  'returnChannel',
  'recipient',
  'status',
  'endedOn',
  'fee',
  'nationalCode',
  'digitised',
  'electronicResult',
  'fullOnline',
  'note',
  'faults',
] as const;
export type ImportField = (typeof importFields)[number];

/** Without these a row is no case. */
export const neededFields = ['caseCode', 'applicant', 'receivedOn'] as const satisfies readonly ImportField[];

/**
 * Heads as they are seen: the register books of forms.md §8, exports of other systems, lists kept by hand. The first
 * of each is the word we use ourselves.
 */
const heads: Record<ImportField, readonly string[]> = {
  caseCode: ['Mã hồ sơ', 'Mã số hồ sơ', 'Số hồ sơ', 'Số biên nhận', 'Mã biên nhận', 'Mã HS', 'Số HS'],
  serial: ['TT', 'STT', 'Số TT', 'Số thứ tự', 'Số vào sổ'],
  procedure: [
    'Tên thủ tục hành chính',
    'Thủ tục hành chính',
    'Tên thủ tục',
    'Tên TTHC',
    'TTHC',
    'Thủ tục',
    'Nội dung hồ sơ',
    'Nội dung giải quyết',
    'Loại hồ sơ',
    'Nội dung',
    'Công việc',
  ],
  procedureCode: ['Mã thủ tục', 'Mã thủ tục hành chính', 'Mã TTHC'],
  applicant: [
    'Tên cá nhân, tổ chức',
    'Họ tên chủ hồ sơ',
    'Chủ hồ sơ',
    'Họ và tên',
    'Họ tên',
    'Tên tổ chức, cá nhân',
    'Người nộp',
    'Người nộp hồ sơ',
    'Tên công dân',
    'Công dân',
  ],
  idNumber: [
    'Số căn cước',
    'CCCD',
    'Số CCCD',
    'CMND',
    'Số định danh',
    'Căn cước công dân',
    'CCCD/CMND',
    'CMND/CCCD',
  ],
  birthOn: ['Ngày sinh', 'Năm sinh', 'Ngày tháng năm sinh'],
  phone: ['Số điện thoại', 'Điện thoại', 'SĐT', 'ĐT', 'Di động'],
  address: ['Địa chỉ', 'Nơi ở', 'Nơi cư trú', 'Thường trú', 'Địa bàn'],
  addressPhone: ['Địa chỉ, số điện thoại', 'Địa chỉ, điện thoại', 'Địa chỉ và số điện thoại', 'Địa chỉ/SĐT'],
  sets: ['Số lượng hồ sơ (bộ)', 'Số lượng (bộ)', 'Số lượng hồ sơ', 'Số lượng', 'Số bộ'],
  channel: ['Hình thức nộp', 'Hình thức tiếp nhận', 'Kênh nộp', 'Cách nộp', 'Phương thức nộp'],
  receivedOn: [
    'Nhận hồ sơ',
    'Ngày nhận',
    'Ngày tiếp nhận',
    'Tiếp nhận',
    'Ngày nộp',
    'Ngày nhận hồ sơ',
    'Thời gian nhận',
    'Nhận',
  ],
  dueOn: [
    'Hẹn trả kết quả',
    'Hẹn trả',
    'Ngày hẹn',
    'Ngày hẹn trả',
    'Hạn trả',
    'Ngày hẹn trả kết quả',
    'Hạn giải quyết',
    'Hạn xử lý',
  ],
  agency: [
    'Cơ quan chủ trì giải quyết',
    'Cơ quan giải quyết',
    'Đơn vị giải quyết',
    'Cơ quan chủ trì',
    'Đơn vị xử lý',
  ],
  handedOverOn: [
    'Chuyển hồ sơ đến cơ quan giải quyết',
    'Ngày chuyển',
    'Chuyển hồ sơ',
    'Ngày chuyển hồ sơ',
    'Ngày giao',
  ],
  resolvedOn: [
    'Nhận kết quả từ cơ quan giải quyết',
    'Ngày nhận kết quả',
    'Ngày có kết quả',
    'Ngày xử lý xong',
    'Ngày giải quyết xong',
    'Ngày hoàn thành',
    'Nhận kết quả',
    'Có kết quả',
  ],
  returnedOn: [
    'Ngày trả kết quả',
    'Ngày trả',
    'Trả kết quả',
    'Đã trả',
    'Trả kết quả / Ngày, tháng, năm',
    'Ngày trả thực tế',
  ],
  returnChannel: ['Phương thức nhận kết quả', 'Hình thức nhận kết quả', 'Phương thức trả', 'Hình thức trả'],
  recipient: ['Ký nhận', 'Người nhận', 'Người nhận kết quả', 'Bên nhận', 'Người nhận hồ sơ'],
  status: ['Trạng thái', 'Tình trạng', 'Tình trạng hồ sơ', 'Trạng thái hồ sơ', 'Kết quả xử lý'],
  endedOn: ['Ngày kết thúc', 'Ngày rút', 'Ngày dừng', 'Ngày từ chối'],
  fee: ['Phí, lệ phí', 'Lệ phí', 'Phí', 'Số tiền', 'Thành tiền'],
  nationalCode: ['Mã hồ sơ quốc gia', 'Mã quốc gia', 'Mã DVCQG', 'Mã trên Cổng DVCQG'],
  digitised: ['Số hóa', 'Đã số hóa', 'Số hóa hồ sơ', 'Số hóa thành phần hồ sơ'],
  electronicResult: ['Kết quả điện tử', 'Kết quả bản điện tử', 'Cấp kết quả điện tử', 'Trả kết quả điện tử'],
  fullOnline: ['Mức độ dịch vụ công', 'Mức độ DVC', 'Loại dịch vụ công', 'Loại DVC'],
  note: ['Ghi chú', 'Ghi chú khác', 'Ý kiến'],
  faults: ['Lý do chưa nạp được'],
};

/** The word of a field: head of a column in our own files. */
export function fieldHead(field: ImportField): string {
  return heads[field][0] ?? field;
}

/** "Ngày, tháng, năm: {Nhận hồ sơ}" → "ngay thang nam nhan ho so". */
export function headKey(head: string): string {
  return (fold(head).match(/[a-z0-9]+/g) ?? []).join(' ');
}

/** A word that means something else as a part of a head: "Số hóa đơn" is the number of an invoice. */
const wholeOnly: readonly string[] = [headKey('Số hóa')];

const known = importFields.flatMap((field) => heads[field].map((head) => ({ field, key: headKey(head) })));

/** How well a head says a field: 100 for the very words, less when it holds them among others; 0 not at all. */
export function headScores(head: string): Map<ImportField, number> {
  const scores = new Map<ImportField, number>();
  const whole = headKey(head);
  const last = headKey(head.split(' / ').at(-1) ?? '');
  const raise = (field: ImportField, score: number) =>
    scores.set(field, Math.max(score, scores.get(field) ?? 0));
  for (const { field, key } of known) {
    if (whole === key) raise(field, 100);
    else if (last === key) raise(field, 90);
    else if (` ${last} `.includes(` ${key} `) && key.length > 3 && !wholeOnly.includes(key))
      raise(field, Math.min(80, 20 + key.length));
  }
  return scores;
}
