import { assistanceLevelLabels, markCheckLabels } from './digital-words.ts';
import { formatInteger } from './domain/ratio.ts';
import type { RequestEventKind } from './domain/subject-request.ts';
import { feedbackEventLabels, feedbackTopicLabels } from './feedback-words.ts';
import { formatDay, formatHour } from './format.ts';
import {
  eventLabels,
  kinLabels,
  noticeChannelLabels,
  outcomeLabels,
  paymentMethodLabels,
  roleLabels,
  sexLabels,
  slipLabels,
  statusLabels,
} from './labels.ts';
import type { PersonalCase, PersonalData, ToldEntry } from './personal-data.ts';
import type { ReportColumn, ReportLine } from './report-sheet.ts';
import { capacityLabels, requestEventLabels, resultLabels, wishLabels } from './subject-words.ts';

/** What the register holds of a person, in lines that he can read. */

export const personalColumns: readonly ReportColumn[] = [
  { path: ['Lúc'], width: 13, kind: 'time' },
  { path: ['Việc'], width: 24, kind: 'text' },
  { path: ['Nội dung'], width: 62, kind: 'text' },
  { path: ['Người ghi'], width: 16, kind: 'text' },
];

/** @param names what the ids of digital support are called, by field and id: 'topic:vneid'. */
export function personalLines(data: PersonalData, names: ReadonlyMap<string, string>): ReportLine[] {
  const line = (at: string | null, what: string, detail: string, by = ''): ReportLine => {
    return { isGroup: false, cells: [at, what, detail, by] };
  };
  const told = (entry: ToldEntry) =>
    line(timeOf(entry), kindWords(entry.kind), detailOf(entry.data, names), byOf(entry.data));
  const part = (title: string, lines: readonly ReportLine[]): ReportLine[] => [
    { isGroup: true, cells: [null, title, lines.length === 0 ? 'Không có' : `${lines.length} dòng`, ''] },
    ...lines,
  ];
  const { records, relatives, restrictedSince } = data;
  return [
    ...part('Thông tin đang giữ', [
      ...records.map(({ own, lastCaseAt }) => line(lastCaseAt, 'Theo các tờ khai', detailOf(own, names))),
      ...records
        .filter(({ own, details }) => detailOf(own, names) !== detailOf(details, names))
        .map(({ details }) => line(null, 'Sau khi gộp các lần ghi', detailOf(details, names))),
      ...(restrictedSince === null ? [] : [line(restrictedSince, 'Hạn chế xử lý', 'Đang có hiệu lực')]),
    ]),
    ...part(
      'Người trong hộ',
      relatives.map(({ name, kin, caseCode }) =>
        line(null, kinLabels[kin], caseCode === null ? name : `${name}; theo hồ sơ ${caseCode}`),
      ),
    ),
    ...part('Gộp, tách, hạn chế', data.ofPerson.map(told)),
    ...data.cases.flatMap((one) => part(`Hồ sơ ${one.caseCode}`, caseLines(one, told, line))),
    ...part('Hỗ trợ số', data.digital.map(told)),
    ...part('Phản ánh, kiến nghị', data.feedback.map(told)),
    ...part('Yêu cầu về dữ liệu', data.requests.map(told)),
    ...part('Trong việc của người khác (chỉ phần của người này)', data.elsewhere.map(told)),
    ...part(
      'Ai đã xem',
      data.seen.map(({ at, kind, name, roles }) =>
        line(at, kindWords(kind), roles.map((role) => roleLabels[role]).join(', '), name),
      ),
    ),
  ];
}

function caseLines(
  one: PersonalCase,
  told: (entry: ToldEntry) => ReportLine,
  line: (at: string | null, what: string, detail: string) => ReportLine,
): ReportLine[] {
  const { procedureShortName, status, dueAt, receivedAt } = one;
  const due = dueAt === null ? '' : `; hẹn trả ${formatHour(dueAt)} ${formatDay(dueAt)}`;
  return [
    line(receivedAt, statusLabels[status], `${procedureShortName}${due}`),
    // Papers stand below with their number of copies.
    ...[...one.events, ...one.payments, ...one.notices]
      .filter(({ kind }) => !kind.startsWith('slip.'))
      .map(told),
    ...one.prints.map(({ form, createdAt, copies }) =>
      line(createdAt, 'Giấy đã lập', `${slipLabels[form]}, ${copies} bản`),
    ),
    ...one.lists.map(({ at, number, year }) => line(at, 'Có trong danh sách', `Số ${number}/${year}`)),
    ...one.ratingCodes.map(({ issuedOn }) => line(issuedOn, 'Mã đánh giá chưa dùng', '')),
  ];
}

/** Office time where the entry tells it itself, which is when it happened. */
function timeOf({ at, data }: ToldEntry): string {
  const own = (data as { at?: unknown } | null)?.at;
  return typeof own === 'string' ? own : at;
}

function byOf(data: unknown): string {
  const by = (data as { by?: { name?: unknown } } | null)?.by;
  return typeof by?.name === 'string' ? by.name : '';
}

const otherKinds: Record<string, string> = {
  'payment.demanded': 'Phải nộp',
  'payment.qrShown': 'Hiện mã chuyển khoản',
  'payment.confirmed': 'Đã thu',
  'payment.refunded': 'Hoàn trả',
  'payment.cancelled': 'Hủy phiếu thu',
  'payment.receiptNoted': 'Ghi biên lai',
  'notice.sent': 'Đã báo tin',
  'contact.called': 'Gọi điện',
  'citizen.merged': 'Gộp hai lần ghi',
  'citizen.unmerged': 'Tách hai lần ghi',
  'citizen.linked': 'Ghi người trong hộ',
  'citizen.linkCorrected': 'Sửa quan hệ trong hộ',
  'citizen.unlinked': 'Bỏ người trong hộ',
  'citizen.toldApart': 'Xác định là hai người',
  'citizen.restricted': 'Hạn chế xử lý dữ liệu',
  'citizen.restrictionLifted': 'Bỏ hạn chế xử lý',
  'citizen.idNumberShown': 'Hiện số định danh',
  'digital.added': 'Ghi tên hỗ trợ số',
  'digital.described': 'Sửa thẻ hỗ trợ số',
  'digital.marked': 'Ghi đạt',
  'digital.unmarked': 'Bỏ ghi đạt',
  'digital.helped': 'Được hỗ trợ',
  'digital.helpTakenBack': 'Rút lượt hỗ trợ',
  'digital.entered': 'Lượt trong đợt cao điểm',
  'digital.entryLeft': 'Bỏ lượt trong đợt',
  'digital.rowSaved': 'Dòng của tổ công nghệ số',
  'seen.case': 'Xem hồ sơ',
  'seen.citizen': 'Xem thông tin người',
  'seen.digital': 'Xem thẻ hỗ trợ số',
  'seen.feedback': 'Xem phản ánh',
  'seen.slip': 'Kiểm tra phiếu',
  'seen.print': 'Mở giấy để in',
  'seen.export': 'Lấy dữ liệu của người này',
  'data.erased': 'Xóa dữ liệu',
  draft: 'Tờ khai đang gõ',
};

function kindWords(kind: string): string {
  const [area = '', what = ''] = kind.split('.');
  const known: Record<string, Record<string, string>> = {
    case: eventLabels,
    feedback: feedbackEventLabels,
    subjectRequest: requestEventLabels satisfies Record<RequestEventKind, string>,
  };
  return known[area]?.[what] ?? otherKinds[kind] ?? 'Ghi sổ';
}

/** What a field is called; what is not named here is the counter's own bookkeeping and stands in the file for machines. */
const fieldWords: Record<string, string> = {
  as: 'là',
  name: 'họ tên',
  idNumber: 'số giấy tờ',
  birthOn: 'ngày sinh',
  birthYear: 'năm sinh',
  sex: 'giới tính',
  phone: 'điện thoại',
  email: 'thư điện tử',
  address: 'nơi cư trú',
  area: 'địa bàn',
  relation: 'quan hệ',
  applicant: 'chủ hồ sơ',
  submitter: 'người nộp',
  recipient: 'người nhận',
  sender: 'người gửi',
  asker: 'người yêu cầu',
  capacity: 'tư cách',
  proof: 'giấy tờ chứng minh',
  procedure: 'thủ tục',
  papers: 'giấy tờ',
  items: 'giấy tờ',
  summary: 'trích yếu',
  reason: 'lý do',
  note: 'ghi chú',
  words: 'nội dung',
  content: 'nội dung',
  text: 'nội dung',
  question: 'câu hỏi',
  detail: 'trả lời thêm',
  answer: 'trả lời',
  ground: 'căn cứ',
  wish: 'yêu cầu',
  result: 'kết quả',
  outcome: 'kết quả',
  place: 'nơi',
  shelf: 'ngăn',
  to: 'giao cho',
  amountVnd: 'số tiền (đồng)',
  method: 'cách nộp',
  payer: 'người nộp tiền',
  noteNo: 'số phiếu thu',
  reference: 'số tham chiếu',
  channel: 'kênh',
  changes: 'sửa thành',
  details: 'thông tin',
  claim: 'tiêu chí',
  help: 'lượt hỗ trợ',
  entry: 'lượt',
  criterion: 'tiêu chí',
  topic: 'việc',
  level: 'mức',
  on: 'ngày',
  check: 'cách xác nhận',
  nationalCode: 'mã quốc gia',
  purpose: 'nội dung chuyển khoản',
  household: 'hộ',
};

const valueWords: Record<string, Record<string, string>> = {
  sex: sexLabels,
  method: paymentMethodLabels,
  outcome: outcomeLabels,
  wish: wishLabels,
  capacity: capacityLabels,
  level: assistanceLevelLabels,
  check: markCheckLabels,
  topic: feedbackTopicLabels,
  channel: { ...noticeChannelLabels, direct: 'Trực tiếp', online: 'Trực tuyến', postal: 'Bưu chính' },
};

/** "họ tên: …; số giấy tờ: …", objects in brackets. */
function detailOf(data: unknown, names: ReadonlyMap<string, string>): string {
  if (Array.isArray(data)) return data.map((one) => detailOf(one, names)).join('; ');
  if (typeof data !== 'object' || data === null) return '';
  return Object.entries(data)
    .flatMap(([field, value]) => {
      const word = fieldWords[field];
      const text = word === undefined ? '' : valueText(field, value, names);
      return text === '' ? [] : [`${word}: ${text}`];
    })
    .join('; ');
}

function valueText(field: string, value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => nameOrDetail(one, names)).join(', ');
  if (typeof value === 'object')
    return named.has(field) ? nameOrDetail(value, names) : bracketed(value, names);
  if (field === 'amountVnd') return formatInteger(Number(value));
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDay(text);
  // In matters of others: as whom he stands there.
  if (field === 'as') return fieldWords[text] ?? '';
  const known = field === 'result' ? resultLabels : valueWords[field];
  return names.get(`${field}:${text}`) ?? (known as Record<string, string> | undefined)?.[text] ?? text;
}

/** What is told by its name alone. */
const named = new Set(['to', 'procedure']);

function nameOrDetail(value: unknown, names: ReadonlyMap<string, string>): string {
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : detailOf(value, names);
}

function bracketed(value: object, names: ReadonlyMap<string, string>): string {
  const inner = detailOf(value, names);
  return inner === '' ? '' : `(${inner})`;
}
