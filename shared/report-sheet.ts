import { formatInteger, formatRatio } from './domain/ratio.ts';
import type { FigureReport, ReportSplit } from './domain/reports/figures.ts';
import { comparedByDay, type Report } from './domain/reports/index.ts';
import type { CaseListColumn, ListReport } from './domain/reports/lists.ts';
import { periodName } from './domain/reports/period.ts';
import type { Period } from './domain/statistics.ts';
import { formatDay, formatHour } from './format.ts';
import { channelLabels, statusLabels } from './labels.ts';
import type { ListCell, ListKind } from './list-sheet.ts';
import type { CountedShare, FiguresView, ReportCase } from './views-report.ts';

/** A report as it leaves: one definition for workbook, paper and what the screen says around the table. */

export interface ReportColumn {
  /** Heads from the outermost down to its own. */
  path: readonly string[];
  /** In characters. */
  width: number;
  kind: ListKind;
  /** Places of the columns that add up to it. */
  sumOf?: readonly number[];
}

export interface ReportLine {
  /** A group's numbers are the sums of the lines below it, up to the next group. */
  isGroup: boolean;
  cells: readonly ListCell[];
}

export interface ReportHead {
  /** Beginning of the file's name. */
  name: string;
  period: Period;
  title: readonly string[];
  /** Number and origin of the form, below the agency. */
  form: readonly string[];
  /** Who reports and what is counted, opposite the form. */
  aside: readonly string[];
  /** The period. */
  subtitles: readonly string[];
  office: { parentAgency: string; name: string; place: string };
  madeOn: string;
  columns: readonly ReportColumn[];
  /** "(1)", "(2)" … under the heads. */
  isNumbered: boolean;
  /** Lines high enough to be written on by hand. */
  isForPen?: boolean;
  /** The last line of numbers; without it the lines are counted. */
  total: readonly ListCell[] | null;
  /** False where lines without a total are not even cases. */
  countsLines?: false;
  notes: readonly string[];
  signers: readonly [string, string];
  /** Printed under the first signature. */
  maker: string;
  /** Printed under the second. */
  chief?: string;
  receivers: readonly string[];
  /** More sheets of the same workbook, after this one. */
  others?: readonly ReportSheet[];
}

export interface ReportSheet extends ReportHead {
  lines: readonly ReportLine[];
}

export interface SheetContext {
  period: Period;
  office: { parentAgency: string; name: string; place: string };
  /** Office time. */
  now: string;
  /** In whose name the report is made; empty when the head of the unit himself takes it out. */
  maker: string;
  /** The head of the unit; empty when his name is written by hand. */
  chief: string;
}

const splitHeads: Record<ReportSplit, string> = {
  field: 'Lĩnh vực, công việc giải quyết theo cấp',
  procedure: 'Lĩnh vực, công việc giải quyết theo cấp',
  holder: 'Người giữ hồ sơ',
  area: 'Địa chỉ',
};

/** A report of figures, whole. */
export function figureSheet(
  report: FigureReport,
  split: ReportSplit,
  view: FiguresView,
  context: SheetContext,
): ReportSheet {
  const names = report.columns.map(({ name }) => name);
  const hasGroups = view.rows.some(({ isGroup }) => isGroup);
  const numbered = view.rows.filter(({ isGroup }) => isGroup || !hasGroups);
  return {
    ...around(report, context),
    columns: [
      { path: ['STT'], width: 6, kind: 'number' },
      { path: [splitHeads[split]], width: 38, kind: 'text' },
      ...report.columns.map(
        ({ path, sumOf }): ReportColumn => ({
          path,
          width: 10,
          kind: 'number',
          ...(sumOf && { sumOf: sumOf.map((name) => names.indexOf(name) + 2) }),
        }),
      ),
    ],
    isNumbered: report.isOfficial,
    form: report.form,
    aside: [
      `Đơn vị báo cáo: ${context.office.name}`,
      `Đơn vị nhận báo cáo: ${context.office.parentAgency}`,
      'Đơn vị tính: Số hồ sơ TTHC',
    ],
    notes: [
      ...noDeadlineNote(report, view.noDeadline),
      ...report.notes,
      ...shareNotes(view.shares),
      comparedByDay,
    ],
    lines: view.rows.map((row) => ({
      isGroup: row.isGroup,
      cells: [numbered.indexOf(row) + 1 || null, row.label, ...row.figures],
    })),
    total: [null, 'Tổng số', ...view.total],
  };
}

/** What stands around the table of any report. */
function around(report: Report, { period, office, now, maker, chief }: SheetContext) {
  const { from, to } = period;
  const named = periodName(period);
  const runs = now < `${to}T24:00`;
  return {
    name: report.kind === 'figures' && report.isOfficial ? report.label : (report.title[0] ?? report.label),
    period,
    title: report.title,
    subtitles: [
      `${named ? `Kỳ báo cáo: ${named} ` : 'Kỳ báo cáo: '}(Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)})`,
      ...(runs ? [`Kỳ chưa hết, số liệu đến ${formatHour(now)} ngày ${formatDay(now)}`] : []),
    ],
    office,
    madeOn: now.slice(0, 10),
    signers: ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'] as const,
    maker,
    chief,
    receivers: [`- ${office.parentAgency};`, '- Lưu: VT.'],
  };
}

function shareNotes(shares: readonly CountedShare[]): string[] {
  return shares.map(({ words, count, of }) => `${words}: ${formatRatio(count, of)} hồ sơ.`);
}

function noDeadlineNote({ isOfficial }: FigureReport, count: number): string[] {
  if (!isOfficial) return [];
  return [
    count === 0
      ? 'Không có hồ sơ nào thuộc loại không có thời hạn.'
      : `Ngoài biểu: ${formatInteger(count)} hồ sơ không có thời hạn giải quyết, không tính vào cột nào.`,
  ];
}

/** The head of a list; its lines come one after the other. */
export function listHead(
  report: ListReport,
  shares: readonly CountedShare[],
  context: SheetContext,
): ReportHead {
  return {
    ...around(report, context),
    columns: [
      { path: ['TT'], width: 6, kind: 'number' },
      ...report.columns.map((name): ReportColumn => {
        const { head, width, kind } = caseCells[name];
        return { path: [head], width, kind };
      }),
    ],
    isNumbered: false,
    form: [],
    aside: [`Đơn vị: ${context.office.name}`, 'Đơn vị tính: hồ sơ'],
    notes: [...report.notes, ...shareNotes(shares), comparedByDay],
    total: null,
  };
}

/** The cells of a case, as screen, workbook and paper show them. */
export function caseLine(
  report: ListReport,
  one: ReportCase,
  { period, now }: Pick<SheetContext, 'period' | 'now'>,
): ListCell[] {
  const lastDay = now.slice(0, 10) < period.to ? now.slice(0, 10) : period.to;
  return report.columns.map((name) => caseCells[name].cell(one, { lastDay, report }));
}

interface CaseCell {
  head: string;
  width: number;
  kind: ListKind;
  cell: (one: ReportCase, at: { lastDay: string; report: ListReport }) => ListCell;
}

const caseCells: Record<CaseListColumn, CaseCell> = {
  caseCode: { head: 'Mã hồ sơ', width: 26, kind: 'code', cell: (one) => one.caseCode },
  applicantName: { head: 'Chủ hồ sơ', width: 24, kind: 'text', cell: (one) => one.applicantName },
  address: { head: 'Địa chỉ', width: 30, kind: 'text', cell: (one) => one.address },
  phone: { head: 'Điện thoại', width: 13, kind: 'code', cell: (one) => one.phone },
  procedure: { head: 'Thủ tục', width: 30, kind: 'text', cell: (one) => one.procedureShortName },
  channel: { head: 'Kênh', width: 11, kind: 'text', cell: (one) => channelLabels[one.channel] },
  receivedAt: { head: 'Tiếp nhận', width: 13, kind: 'date', cell: (one) => one.receivedAt },
  dueAt: { head: 'Hẹn trả', width: 13, kind: 'date', cell: (one) => one.dueAt },
  endedAt: { head: 'Có kết quả, kết thúc', width: 13, kind: 'date', cell: (one) => one.endedAt },
  daysLate: {
    head: 'Quá hạn (ngày)',
    width: 9,
    kind: 'number',
    cell: ({ countedDueAt, endedAt }, { lastDay }) =>
      countedDueAt &&
      daysBetween(countedDueAt, endedAt !== null && endedAt < `${lastDay}T24:00` ? endedAt : lastDay),
  },
  daysLeft: {
    head: 'Còn (ngày)',
    width: 9,
    kind: 'number',
    cell: (one, { lastDay }) => one.countedDueAt && daysBetween(lastDay, one.countedDueAt),
  },
  holder: { head: 'Người giữ hồ sơ', width: 22, kind: 'text', cell: (one) => one.holderName },
  status: { head: 'Trạng thái', width: 18, kind: 'text', cell: (one) => statusLabels[one.status] },
  part: {
    head: 'Loại',
    width: 17,
    kind: 'text',
    cell: (one, { report }) => report.parts[one.part]?.words ?? '',
  },
  reason: { head: 'Lý do', width: 30, kind: 'text', cell: (one) => one.reason },
  tracking: { head: 'Số vận đơn', width: 16, kind: 'code', cell: (one) => one.tracking },
};

function daysBetween(from: string, to: string): number {
  const [first, last] = [from, to].map((text) => Date.parse(`${text.slice(0, 10)}T00:00Z`));
  return Math.round(((last ?? 0) - (first ?? 0)) / 86_400_000);
}
