import type { CaseSetName } from '../statistics.ts';

/** Reports of figures, as data: every column counts one named set, so each number opens exactly its cases. */

export interface FigureColumn {
  readonly name: string;
  /** Heads from the outermost down to its own. */
  readonly path: readonly [string, ...string[]];
  readonly set: CaseSetName;
  /** Columns that add up to it. */
  readonly sumOf?: readonly string[];
}

/** By what the rows of a report go; procedures stand under their field. */
export const reportSplits = ['field', 'procedure', 'holder', 'area'] as const;
export type ReportSplit = (typeof reportSplits)[number];

/** A share printed below the table with both its whole numbers. */
export interface ReportShare {
  readonly words: string;
  readonly count: CaseSetName;
  readonly of: CaseSetName;
}

export interface FigureReport {
  readonly kind: 'figures';
  /** As it is chosen. */
  readonly label: string;
  readonly title: readonly string[];
  /** Number of the form and where it comes from. */
  readonly form: readonly string[];
  readonly splits: readonly [ReportSplit, ...ReportSplit[]];
  /** Columns are numbered from (1), the identities of the official form are checked before it may leave. */
  readonly isOfficial: boolean;
  readonly columns: readonly FigureColumn[];
  readonly shares: readonly ReportShare[];
  readonly notes: readonly string[];
}

const taken = 'Số hồ sơ nhận giải quyết';
const settled = 'Số hồ sơ đã giải quyết';
const standing = 'Số hồ sơ đang giải quyết';

/** Columns (3)–(13) of Biểu 06 and II.06a/VPCP/KSTT (rules §11, forms §11.1): only cases with a date, in all of them. */
const officialColumns = [
  {
    name: 'taken',
    path: [taken, 'Tổng số'],
    set: 'handledWithDeadline',
    sumOf: ['online', 'atCounter', 'before'],
  },
  { name: 'online', path: [taken, 'Trong đó', 'Trực tuyến'], set: 'receivedOnlineWithDeadline' },
  {
    name: 'atCounter',
    path: [taken, 'Trong đó', 'Trực tiếp, bưu chính'],
    set: 'receivedAtCounterWithDeadline',
  },
  { name: 'before', path: [taken, 'Từ kỳ trước'], set: 'carriedOverWithDeadline' },
  {
    name: 'settled',
    path: [settled, 'Tổng số'],
    set: 'settledWithDeadline',
    sumOf: ['early', 'onTime', 'late'],
  },
  { name: 'early', path: [settled, 'Trước hạn'], set: 'settledEarly' },
  { name: 'onTime', path: [settled, 'Đúng hạn'], set: 'settledOnTime' },
  { name: 'late', path: [settled, 'Quá hạn'], set: 'settledLate' },
  {
    name: 'open',
    path: [standing, 'Tổng số'],
    set: 'openWithDeadline',
    sumOf: ['openInTime', 'openLate'],
  },
  { name: 'openInTime', path: [standing, 'Trong hạn'], set: 'openInTime' },
  { name: 'openLate', path: [standing, 'Quá hạn'], set: 'openLate' },
] as const satisfies readonly FigureColumn[];
export type OfficialColumn = (typeof officialColumns)[number]['name'];

/** Number of an official column as the form prints it: the first of them is (3). */
export const officialNumber = (name: OfficialColumn): number =>
  officialColumns.findIndex((column) => column.name === name) + 3;

const inTime: ReportShare = {
  words: 'Trước và đúng hạn',
  count: 'settledInTime',
  of: 'settledWithDeadline',
};
const online: ReportShare = { words: 'Nộp trực tuyến', count: 'receivedOnline', of: 'received' };

const official = {
  kind: 'figures',
  isOfficial: true,
  splits: ['field', 'procedure'],
  columns: officialColumns,
  shares: [inTime],
} as const satisfies Partial<FigureReport>;

const origin = 'Ban hành theo TT 01/2020/TT-VPCP ngày 21/10/2020';

export const officialReport: FigureReport = {
  ...official,
  label: 'Biểu 06/VPCP/KSTT',
  title: ['Tình hình, kết quả giải quyết TTHC', 'tại cơ quan, đơn vị trực tiếp giải quyết TTHC'],
  form: ['Biểu số 06/VPCP/KSTT', origin],
  notes: [],
};

export const centreReport: FigureReport = {
  ...official,
  label: 'Biểu II.06a/VPCP/KSTT',
  title: ['Tình hình, kết quả giải quyết TTHC', 'tại Trung tâm Phục vụ hành chính công'],
  form: ['Biểu số II.06a/VPCP/KSTT', origin],
  notes: [
    'Cột (9) Đúng hạn: gồm cả hồ sơ rút, dừng không muộn hơn ngày hẹn. Cột (12) Trong hạn: gồm cả hồ sơ đang chờ bổ sung.',
  ],
};

/** The summary of a day or a month (forms §11.3). */
export const summaryReport: FigureReport = {
  kind: 'figures',
  isOfficial: false,
  label: 'Tổng hợp ngày, tháng',
  title: ['Báo cáo tổng hợp tiếp nhận, giải quyết hồ sơ'],
  form: [],
  splits: ['field', 'procedure', 'holder'],
  columns: [
    { name: 'carriedOver', path: ['Kỳ trước chuyển sang'], set: 'carriedOver' },
    {
      name: 'received',
      path: ['Tiếp nhận trong kỳ', 'Tổng số'],
      set: 'received',
      sumOf: ['direct', 'online', 'postal'],
    },
    { name: 'direct', path: ['Tiếp nhận trong kỳ', 'Trực tiếp'], set: 'receivedDirect' },
    { name: 'online', path: ['Tiếp nhận trong kỳ', 'Trực tuyến'], set: 'receivedOnline' },
    { name: 'postal', path: ['Tiếp nhận trong kỳ', 'Bưu chính'], set: 'receivedPostal' },
    {
      name: 'settled',
      path: ['Đã xử lý xong', 'Tổng số'],
      set: 'settled',
      sumOf: ['settledInTime', 'settledLate', 'settledNoDeadline'],
    },
    { name: 'settledInTime', path: ['Đã xử lý xong', 'Trước, đúng hạn'], set: 'settledInTime' },
    { name: 'settledLate', path: ['Đã xử lý xong', 'Quá hạn'], set: 'settledLate' },
    { name: 'settledNoDeadline', path: ['Đã xử lý xong', 'Không có hạn'], set: 'settledNoDeadline' },
    {
      name: 'open',
      path: ['Đang xử lý', 'Tổng số'],
      set: 'open',
      sumOf: ['openInTime', 'openLate', 'openNoDeadline'],
    },
    { name: 'openInTime', path: ['Đang xử lý', 'Trong hạn'], set: 'openInTime' },
    { name: 'openLate', path: ['Đang xử lý', 'Quá hạn'], set: 'openLate' },
    { name: 'openNoDeadline', path: ['Đang xử lý', 'Không có hạn'], set: 'openNoDeadline' },
    { name: 'dueToday', path: ['Trong đó', 'Tới hạn trả'], set: 'openDueToday' },
    { name: 'awaiting', path: ['Trong đó', 'Chờ bổ sung'], set: 'openAwaiting' },
    { name: 'withdrawn', path: ['Bị trả lại', 'Rút'], set: 'withdrawn' },
    { name: 'stopped', path: ['Bị trả lại', 'Dừng'], set: 'stopped' },
  ],
  shares: [inTime, online],
  notes: [
    'Đã xử lý xong gồm cả hồ sơ bị trả lại. Tới hạn trả: hẹn trả trong ngày cuối kỳ. Chờ bổ sung: tính đến lúc lập báo cáo, không gồm hồ sơ chưa tiếp nhận.',
  ],
};

export const areaReport: FigureReport = {
  kind: 'figures',
  isOfficial: false,
  label: 'Theo địa chỉ người nộp',
  title: ['Kết quả giải quyết hồ sơ theo địa chỉ người nộp'],
  form: [],
  splits: ['area'],
  columns: [
    { name: 'received', path: ['Tiếp nhận trong kỳ', 'Tổng số'], set: 'received' },
    { name: 'online', path: ['Tiếp nhận trong kỳ', 'Trực tuyến'], set: 'receivedOnline' },
    { name: 'settled', path: ['Đã giải quyết', 'Tổng số'], set: 'settled' },
    { name: 'settledInTime', path: ['Đã giải quyết', 'Trước và đúng hạn'], set: 'settledInTime' },
    { name: 'settledLate', path: ['Đã giải quyết', 'Quá hạn'], set: 'settledLate' },
    { name: 'open', path: ['Đang giải quyết', 'Tổng số'], set: 'open' },
    { name: 'openLate', path: ['Đang giải quyết', 'Quá hạn'], set: 'openLate' },
  ],
  shares: [inTime, online],
  notes: [
    'Địa chỉ là phần đầu của địa chỉ người nộp, như sổ người dân đang ghi; không phải địa bàn của Hỗ trợ số.',
  ],
};
