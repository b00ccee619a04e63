import { type CaseIndicator, caseIndicators } from '../../shared/domain/case-indicators.ts';
import { periodWords } from '../../shared/domain/paragraph-facts.ts';
import { ratingFigures } from '../../shared/domain/rating-figures.ts';
import { formatInteger, percentHundredths } from '../../shared/domain/ratio.ts';
import { formatDay, formatHour } from '../../shared/format.ts';
import type { ListCell } from '../../shared/list-sheet.ts';
import type { ReportColumn, ReportHead, ReportLine, ReportSheet } from '../../shared/report-sheet.ts';
import type { MeasureFigure, TeamFigures } from '../../shared/views-digital.ts';
import type { LeaderPage, MonthBar, Share, StatisticsTable } from '../../shared/views-leader.ts';
import { tableSplits } from '../../shared/views-leader.ts';
import type { Reader } from '../register/connection.ts';
import { digitalFigures, teamFigures } from '../register/digital/digital-figures.ts';
import { countCashless } from '../register/money/money-reports.ts';
import { countRatings } from '../register/voice/rating-figures.ts';
import { type LeaderQuestion, leaderPage, leaderTable, scopeWords, splitWords } from './leader-figures.ts';
import { openCases } from './open-cases.ts';
import { settingsAt } from './settings-at.ts';
import { targetLines, targetsSheet } from './target-sheet.ts';

/** The leader's page as a workbook: a sheet of its figures, one of its months, one for every table. */

type Sheet = Pick<ReportSheet, 'name' | 'columns' | 'lines' | 'total' | 'notes' | 'countsLines'>;

export interface SheetsAsked extends LeaderQuestion {
  /** Answers of citizens are for a leader alone. */
  seesRatings: boolean;
}

export function leaderSheets(db: Reader, question: SheetsAsked): ReportSheet[] {
  const page = leaderPage(db, question);
  const sheets = [
    figuresSheet([...caseLines(page), awaitingLine(db, question), ...wholeLines(db, question, page)]),
    monthsSheet(page.months),
  ];
  for (const by of tableSplits) sheets.push(tableSheet(leaderTable(db, { ...question, by })));
  const targets = targetLines(db, question);
  if (targets.length > 0) sheets.push(targetsSheet(targets));
  if (isWhole(question)) sheets.push(teamsSheet(teamFigures(db, question.period)));
  return sheets.map((sheet) => ({ ...around(db, question), ...sheet }));
}

const isWhole = ({ scope }: Pick<LeaderQuestion, 'scope'>): boolean => Object.keys(scope).length === 0;

function around(
  db: Reader,
  question: LeaderQuestion,
): Omit<ReportHead, 'name' | 'columns' | 'total' | 'notes'> {
  const { period, now } = question;
  const { parentAgency, name, place } = settingsAt(db, now).office;
  const filter = scopeWords(db, question);
  return {
    period,
    title: ['Số liệu một cửa'],
    subtitles: [
      `Kỳ: ${periodWords(period)} (từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)})`,
      filter === '' ? 'Mọi hồ sơ' : `Chỉ hồ sơ ${filter}`,
      `Số liệu lúc ${formatHour(now)} ngày ${formatDay(now)}`,
    ],
    form: [],
    aside: [],
    office: { parentAgency, name, place },
    madeOn: now.slice(0, 10),
    isNumbered: false,
    signers: ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'],
    maker: '',
    receivers: [],
  };
}

const number = (path: readonly string[], width = 12): ReportColumn => ({ path, width, kind: 'number' });
const text = (path: readonly string[], width: number): ReportColumn => ({ path, width, kind: 'text' });
const share = (path: readonly string[]): ReportColumn => ({ path, width: 12, kind: 'share' });
const line = (cells: readonly ListCell[]): ReportLine => ({ isGroup: false, cells });

/** A share as its two numbers and the percentage, floored as everywhere. */
function shareCells(one: Share | null): ListCell[] {
  if (one === null) return [null, null, null];
  const { count, of } = one;
  const hundredths = of === null ? null : percentHundredths(count, of);
  return [count, of, hundredths === null ? null : Number(hundredths) / 10_000];
}

const figuresSheet = (lines: readonly ReportLine[]): Sheet => ({
  name: 'Chỉ số',
  columns: [
    text(['Chỉ số'], 40),
    ...['Kỳ này', 'Kỳ trước'].flatMap((head) => [
      number([head, 'Số lượng']),
      number([head, 'Trên tổng số']),
      share([head, 'Tỷ lệ']),
    ]),
    number(['Chưa ghi']),
  ],
  lines,
  total: null,
  countsLines: false,
  notes: ['Tỷ lệ làm tròn xuống. Hồ sơ chưa ghi không nằm trong tổng số của tỷ lệ.'],
});

function caseLines(page: LeaderPage): ReportLine[] {
  return page.figures.map(({ key, now, before, unknown }) => {
    const { label, unknown: set }: CaseIndicator = caseIndicators[key];
    return line([label, ...shareCells(now), ...shareCells(before), set ? unknown : null]);
  });
}

function awaitingLine(db: Reader, question: LeaderQuestion): ReportLine {
  const { awaiting, open } = openCases(db, question);
  return line(['Chờ bổ sung (trong số đang giải quyết)', ...shareCells({ count: awaiting, of: open })]);
}

/** What is not split by what the cases are; answers of citizens to a leader alone. */
function wholeLines(db: Reader, { now, seesRatings }: SheetsAsked, page: LeaderPage): ReportLine[] {
  if (!isWhole(page)) return [];
  const { period, before } = page;
  const hasBefore = page.figures.some((figure) => figure.before !== null);
  const earlier = (one: Share): Share | null => (hasBefore || one.count > 0 ? one : null);
  const cashless = (days: LeaderPage['period']): Share => {
    const { cashlessCases, cases } = countCashless(db, days);
    return { count: cashlessCases, of: cases };
  };
  const { leastToSplit } = settingsAt(db, now).rating;
  const satisfied = (days: LeaderPage['period']): Share => {
    const { n, satisfied: count } = ratingFigures(countRatings(db, days), leastToSplit, false).all;
    return { count, of: n };
  };
  const enough = (one: Share | null): ListCell[] =>
    one?.of != null && one.of < leastToSplit
      ? [null, one.of, `chưa đủ ${formatInteger(leastToSplit)} phiếu`]
      : shareCells(one);
  const { helped, helpedBefore, criteria } = digitalFigures(db, period, before);
  const count = (words: string, these: number, those: number) =>
    line([
      words,
      ...shareCells({ count: these, of: null }),
      ...shareCells(earlier({ count: those, of: null })),
    ]);
  return [
    line([
      'Không tiền mặt (hồ sơ có thu)',
      ...shareCells(cashless(period)),
      ...shareCells(earlier(cashless(before))),
    ]),
    ...(seesRatings
      ? [line(['Hài lòng (phiếu)', ...enough(satisfied(period)), ...enough(earlier(satisfied(before)))])]
      : []),
    count('Lượt hỗ trợ số', helped.helps, helpedBefore.helps),
    count('Người được hỗ trợ số', helped.people, helpedBefore.people),
    ...criteria.filter(({ people }) => people > 0).map(measureLine),
  ];
}

const measureLine = ({ label, people, of }: MeasureFigure): ReportLine =>
  line([`${label} (người, đến hết kỳ)`, ...shareCells({ count: people, of: of?.value ?? null })]);

function monthsSheet(months: readonly MonthBar[]): Sheet {
  const columns = [
    ['received', 'Tiếp nhận'],
    ['early', 'Trước hạn'],
    ['onTime', 'Đúng hạn'],
    ['late', 'Quá hạn'],
    ['noDeadline', 'Không hạn'],
    ['unsettled', 'Chưa xong'],
  ] as const;
  const sum = (key: (typeof columns)[number][0]) => months.reduce((all, month) => all + month[key], 0);
  return {
    name: 'Theo tháng',
    columns: [text(['Tháng'], 14), ...columns.map(([, head]) => number([head]))],
    lines: months.map((month) =>
      line([
        `${Number(month.from.slice(5, 7))}/${month.from.slice(0, 4)}`,
        ...columns.map(([key]) => month[key]),
      ]),
    ),
    total: ['Cộng', ...columns.map(([key]) => sum(key))],
    notes: ['Hồ sơ tiếp nhận trong tháng, theo kết quả đến hết kỳ.'],
  };
}

function tableSheet({ by, rows, total }: StatisticsTable): Sheet {
  const columns = [
    ['received', 'Nhận'],
    ['online', 'Trực tuyến'],
    ['settled', 'Đã giải quyết'],
    ['early', 'Trước hạn'],
    ['onTime', 'Đúng hạn'],
    ['late', 'Quá hạn'],
    ['noDeadline', 'Không hạn'],
    ['sameDay', 'Trong ngày'],
    ['open', 'Đang làm'],
    ['openLate', 'Đang quá hạn'],
  ] as const;
  const cells = (label: string, counts: StatisticsTable['total']): ListCell[] => {
    const inTime = { count: counts.early + counts.onTime, of: counts.early + counts.onTime + counts.late };
    return [label, ...columns.map(([key]) => counts[key]), ...shareCells(inTime).slice(2)];
  };
  const { name, head } = splitWords[by];
  return {
    name,
    columns: [text([head], 40), ...columns.map(([, words]) => number([words])), share(['Trước, đúng hạn'])],
    lines: rows.map((row) => line(cells(row.label, row))),
    total: cells('Cộng', total),
    notes: ['So sánh theo ngày; kết quả đã có là mốc kết thúc.'],
  };
}

/** People may be of more than one team: their sum stands in words, no formula makes it of the rows. */
const teamsSheet = ({ rows, people, helps }: TeamFigures): Sheet => ({
  name: 'Hỗ trợ số theo tổ',
  columns: [text(['Tổ'], 40), number(['Người được giúp'], 18), number(['Lượt'], 18)],
  lines: rows.map((row) => line([row.name || 'Không thuộc tổ nào', row.people, row.helps])),
  total: null,
  countsLines: false,
  notes: [
    `Cộng ${formatInteger(people)} người, ${formatInteger(helps)} lượt; người được hơn một tổ giúp tính một lần.`,
  ],
});
