import type { FigureReport, ReportShare, ReportSplit } from '../../shared/domain/reports/figures.ts';
import { checkIdentities, type OfficialFigures } from '../../shared/domain/reports/identities.ts';
import { reports } from '../../shared/domain/reports/index.ts';
import type { ListReport } from '../../shared/domain/reports/lists.ts';
import { dayBefore } from '../../shared/domain/reports/period.ts';
import { type CaseSetName, caseSets } from '../../shared/domain/statistics.ts';
import type {
  CasesView,
  CountedShare,
  FiguresView,
  ReportCase,
  ReportQuestion,
  ReportRow,
  ReportView,
} from '../../shared/views-report.ts';
import { nameOfPerson } from '../register/accounts/people.ts';
import type { Reader } from '../register/connection.ts';
import { type FigureSplit, figuresOf } from '../register/figures/figures.ts';
import {
  countByArea,
  countPart,
  findLeftReport,
  type ReportMoment,
  walkPart,
} from '../register/figures/reports.ts';
import { shortNameOf } from '../register/figures/statistics.ts';

/** A report as the screen shows it. */

const screenRows = 200;

export interface ReportAsked {
  question: ReportQuestion;
  /** Office time. */
  now: string;
}

export function viewReport(db: Reader, { question, now }: ReportAsked): ReportView {
  const report = reports[question.name];
  const moment = { period: question.period, now };
  return report.kind === 'figures'
    ? viewFigures(db, report, splitOf(report, question.split), moment)
    : viewCases(db, report, moment);
}

/** A split that the report does not have is its first. */
export function splitOf({ splits }: FigureReport, asked: ReportSplit): ReportSplit {
  return splits.includes(asked) ? asked : splits[0];
}

export function viewFigures(
  db: Reader,
  report: FigureReport,
  split: ReportSplit,
  moment: ReportMoment,
): FiguresView {
  const { columns, isOfficial } = report;
  const countByKey = splitCounter(db, split, moment);
  const counts = columns.map(({ set }) => countByKey(set));
  const keys = new Set(counts.flatMap((byKey) => [...byKey.keys()]));
  const parts = [...keys]
    .map((key) => ({ key, figures: counts.map((byKey) => byKey.get(key) ?? 0) }))
    .filter(({ figures }) => figures.some((n) => n > 0))
    .map(({ key, figures }) => ({ ...partOf(db, split, key), figures }));
  const whole = wholeCounter(db, moment);
  const rows = rowsOf(parts, split);
  const total = columns.map(({ set }) => whole(set));
  return {
    kind: 'figures',
    rows,
    total,
    noDeadline: whole('handledNoDeadline'),
    checks: isOfficial ? checksOf(db, report, { rows, total }, moment) : [],
    shares: sharesOf(db, report.shares, moment),
  };
}

/** The sets of a period, of all cases: read apart from the rows, so that these can be held against it. */
function wholeCounter(db: Reader, { period, now }: ReportMoment): (set: CaseSetName) => number {
  const figures = figuresOf(db, { scope: {}, periods: [period], by: null, now });
  return (set) => figures.count(caseSets[set], period);
}

const figureSplits: Record<Exclude<ReportSplit, 'area'>, FigureSplit> = {
  field: 'field',
  procedure: 'procedureInField',
  holder: 'holder',
};

function splitCounter(
  db: Reader,
  split: ReportSplit,
  moment: ReportMoment,
): (set: CaseSetName) => Map<string, number> {
  if (split === 'area') return (set) => countByArea(db, set, moment);
  const { period, now } = moment;
  const figures = figuresOf(db, { scope: {}, periods: [period], by: figureSplits[split], now });
  return (set) => figures.countByKey(caseSets[set], period);
}

function checksOf(
  db: Reader,
  { columns }: Pick<FigureReport, 'columns'>,
  { rows, total }: Pick<FiguresView, 'rows' | 'total'>,
  { period }: ReportMoment,
) {
  const named = (figures: readonly number[]) => officialFigures({ columns }, figures);
  const hasGroups = rows.some(({ isGroup }) => isGroup);
  const summed = rows
    .filter(({ isGroup }) => isGroup === hasGroups)
    .map(({ label, figures }) => ({ label, figures: named(figures) }));
  return checkIdentities({ rows: summed, total: named(total) }, findLeftReport(db, dayBefore(period).to));
}

/** The numbers of a line by the names of their columns. */
export function officialFigures(
  { columns }: Pick<FigureReport, 'columns'>,
  figures: readonly number[],
): OfficialFigures {
  return Object.fromEntries(columns.map(({ name }, at) => [name, figures[at] ?? 0])) as OfficialFigures;
}

type Part = Omit<ReportRow, 'isGroup'>;

/** What a key of the split stands for. */
function partOf(db: Reader, split: ReportSplit, key: string): Omit<Part, 'figures'> {
  switch (split) {
    case 'field':
      return { key, label: key, scope: { field: key } };
    case 'procedure': {
      const [procedureCode = '', field = ''] = halves(key);
      const label = shortNameOf(db, procedureCode) ?? procedureCode;
      return { key, label, scope: { field, procedureCode } };
    }
    case 'holder':
      return { key, label: nameOfPerson(db, Number(key)), scope: { holderId: Number(key) } };
    case 'area':
      return { key, label: key || 'Không ghi địa chỉ', scope: { area: key } };
  }
}

/** Of 'code|field'; a field may have the sign in it, a code has not. */
function halves(key: string): [string, string] {
  const at = key.indexOf('|');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** In the order of the alphabet; procedures under their field, which sums them up. */
function rowsOf(parts: readonly Part[], split: ReportSplit): ReportRow[] {
  const byLabel = (a: Part, b: Part) => a.label.localeCompare(b.label, 'vi');
  const rows = parts.map((part): ReportRow => ({ ...part, isGroup: false })).sort(byLabel);
  if (split !== 'procedure') return rows;
  const fields = [...new Set(rows.map(({ scope }) => scope.field ?? ''))];
  return fields
    .sort((a, b) => a.localeCompare(b, 'vi'))
    .flatMap((field) => {
      const members = rows.filter(({ scope }) => scope.field === field);
      const figures = (members[0]?.figures ?? []).map((_, at) =>
        members.reduce((sum, member) => sum + (member.figures[at] ?? 0), 0),
      );
      return [{ key: field, label: field, isGroup: true, scope: { field }, figures }, ...members];
    });
}

export function sharesOf(db: Reader, shares: readonly ReportShare[], moment: ReportMoment): CountedShare[] {
  if (shares.length === 0) return [];
  const whole = wholeCounter(db, moment);
  return shares.map(({ words, count, of }) => ({
    words,
    count: whole(count),
    of: whole(of),
    countSet: count,
    ofSet: of,
  }));
}

function viewCases(db: Reader, report: ListReport, moment: ReportMoment): CasesView {
  const rows: ReportCase[] = [];
  for (const one of casesOf(db, report, moment)) {
    rows.push(one);
    if (rows.length === screenRows) break;
  }
  return {
    kind: 'list',
    rows,
    counts: report.parts.map((part) => countPart(db, part, moment)),
    shares: sharesOf(db, report.shares, moment),
  };
}

/** All cases of a list, part after part. */
export function* casesOf(
  db: Reader,
  { parts, columns }: ListReport,
  moment: ReportMoment,
): Generator<ReportCase> {
  for (const [number, part] of parts.entries()) {
    for (const one of walkPart(db, { part, moment, columns })) yield { ...one, part: number };
  }
}
