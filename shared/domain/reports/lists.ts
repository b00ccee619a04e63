import type { CaseSetName } from '../statistics.ts';
import type { ReportShare } from './figures.ts';

/** Reports that list cases, as data: which sets, in which order, with which columns. */

export const caseListColumns = [
  'caseCode',
  'applicantName',
  'address',
  'phone',
  'procedure',
  'channel',
  'receivedAt',
  'dueAt',
  'endedAt',
  'daysLate',
  'daysLeft',
  'holder',
  'status',
  'part',
  'reason',
  'tracking',
] as const;
export type CaseListColumn = (typeof caseListColumns)[number];

export interface ListPart {
  readonly set: CaseSetName;
  /** What makes a line one of these. */
  readonly words: string;
  /** Only those whose result goes by post. */
  readonly byPost?: true;
}

export interface ListReport {
  readonly kind: 'list';
  readonly label: string;
  readonly title: readonly string[];
  readonly parts: readonly [ListPart, ...ListPart[]];
  readonly columns: readonly CaseListColumn[];
  readonly shares: readonly ReportShare[];
  readonly notes: readonly string[];
}

export const lateReport: ListReport = {
  kind: 'list',
  label: 'Quá hạn',
  title: ['Danh sách hồ sơ quá hạn'],
  parts: [
    { set: 'openLate', words: 'Đang quá hạn' },
    { set: 'settledLate', words: 'Đã xong, quá hạn' },
  ],
  columns: [
    'caseCode',
    'applicantName',
    'procedure',
    'receivedAt',
    'dueAt',
    'endedAt',
    'daysLate',
    'holder',
    'part',
  ],
  shares: [
    { words: 'Đang quá hạn', count: 'openLate', of: 'openWithDeadline' },
    { words: 'Đã xong, quá hạn', count: 'settledLate', of: 'settledWithDeadline' },
  ],
  notes: [
    'Số ngày quá hạn là ngày lịch, tính đến ngày có kết quả hoặc đến hết kỳ (đến lúc lập nếu kỳ chưa hết).',
  ],
};

export const nearDueReport: ListReport = {
  kind: 'list',
  label: 'Sắp đến hạn',
  title: ['Danh sách hồ sơ sắp đến hạn'],
  parts: [{ set: 'openDueSoon', words: 'Sắp đến hạn' }],
  columns: [
    'caseCode',
    'applicantName',
    'phone',
    'procedure',
    'receivedAt',
    'dueAt',
    'daysLeft',
    'holder',
    'status',
  ],
  shares: [{ words: 'Sắp đến hạn', count: 'openDueSoon', of: 'openWithDeadline' }],
  notes: ['Hẹn trả trong hai ngày sau ngày cuối kỳ, hoặc sau hôm nay nếu kỳ chưa hết.'],
};

export const carriedOverReport: ListReport = {
  kind: 'list',
  label: 'Kỳ trước chuyển sang',
  title: ['Danh sách hồ sơ từ kỳ trước chuyển sang'],
  parts: [{ set: 'carriedOver', words: 'Kỳ trước chuyển sang' }],
  columns: [
    'caseCode',
    'applicantName',
    'procedure',
    'channel',
    'receivedAt',
    'dueAt',
    'endedAt',
    'status',
    'holder',
  ],
  shares: [{ words: 'Chuyển từ kỳ trước', count: 'carriedOver', of: 'handled' }],
  notes: [],
};

export const withdrawnReport: ListReport = {
  kind: 'list',
  label: 'Rút, dừng, trả lại',
  title: ['Danh sách hồ sơ rút, dừng giải quyết'],
  parts: [
    { set: 'withdrawn', words: 'Công dân rút' },
    { set: 'stopped', words: 'Dừng giải quyết' },
  ],
  columns: [
    'caseCode',
    'applicantName',
    'procedure',
    'receivedAt',
    'dueAt',
    'endedAt',
    'part',
    'reason',
    'holder',
  ],
  shares: [
    { words: 'Rút', count: 'withdrawn', of: 'settled' },
    { words: 'Dừng', count: 'stopped', of: 'settled' },
  ],
  notes: ['Hồ sơ chưa từng được tiếp nhận không có trong danh sách này.'],
};

export const postalReport: ListReport = {
  kind: 'list',
  label: 'Bưu chính',
  title: ['Danh sách hồ sơ nhận, trả qua bưu chính'],
  parts: [
    { set: 'receivedPostal', words: 'Nhận qua bưu chính' },
    { set: 'withResult', words: 'Trả qua bưu chính', byPost: true },
  ],
  columns: [
    'caseCode',
    'applicantName',
    'phone',
    'address',
    'procedure',
    'receivedAt',
    'endedAt',
    'part',
    'tracking',
    'status',
  ],
  shares: [{ words: 'Nhận qua bưu chính', count: 'receivedPostal', of: 'received' }],
  notes: [
    'Trả qua bưu chính: có kết quả trong kỳ, người nộp chọn nhận qua bưu chính hoặc kết quả đã gửi bưu chính.',
  ],
};
