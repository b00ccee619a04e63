import type { FigureReport, ReportShare, ReportSplit } from '../../shared/domain/reports/figures.ts';
import { checkIdentities, type OfficialFigures } from '../../shared/domain/reports/identities.ts';
import { reports } from '../../shared/domain/reports/index.ts';
import type { ListReport } from '../../shared/domain/reports/lists.ts';
import { dayBefore } from '../../shared/domain/reports/period.ts';
import type { StatisticsScope } from '../../shared/domain/statistics.ts';
import type {
  CasesView,
  CountedShare,
  FiguresView,
  ReportCase,
  ReportQuestion,
  ReportRow,
  ReportView,
} from '../../shared/views-report.ts';
import type { Reader } from '../register/connection.ts';
import {
  countPart,
  countSet,
  findLeftReport,
  type ReportMoment,
  splitSet,
  walkPart,
} from '../register/reports.ts';

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
  const parts = new Map<string, Omit<ReportRow, 'isGroup'> & { field: string }>();
  const total: number[] = [];
  for (const [at, { set }] of columns.entries()) {
    for (const { key, label, field, count } of splitSet(db, set, moment, split)) {
      const id = `${field}|${key}`;
      const row = parts.get(id) ?? {
        key: id,
        label: labelOf(split, label),
        field,
        scope: scopeOf(split, key, field),
        figures: columns.map(() => 0),
      };
      row.figures[at] = count;
      parts.set(id, row);
    }
    total.push(countSet(db, set, moment));
  }
  const rows = rowsOf([...parts.values()], split);
  return {
    kind: 'figures',
    rows,
    total,
    noDeadline: countSet(db, 'handledNoDeadline', moment),
    checks: isOfficial ? checksOf(db, report, { rows, total }, moment) : [],
    shares: sharesOf(db, report.shares, moment),
  };
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

const withoutName: Partial<Record<ReportSplit, string>> = { area: 'Không ghi địa chỉ' };

const labelOf = (split: ReportSplit, label: string): string => label || withoutName[split] || label;

function scopeOf(split: ReportSplit, key: string, field: string): StatisticsScope {
  switch (split) {
    case 'field':
      return { field: key };
    case 'procedure':
      return { field, procedureCode: key };
    case 'holder':
      return { holderId: Number(key) };
    case 'area':
      return { area: key };
  }
}

/** In the order of the alphabet; procedures under their field, which sums them up. */
function rowsOf(
  parts: readonly (Omit<ReportRow, 'isGroup'> & { field: string })[],
  split: ReportSplit,
): ReportRow[] {
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, 'vi');
  const bare = parts.map(({ field: _, ...row }): ReportRow => ({ ...row, isGroup: false }));
  if (split !== 'procedure') return bare.sort(byLabel);
  const fields = [...new Set(parts.map(({ field }) => field))].sort((a, b) => a.localeCompare(b, 'vi'));
  return fields.flatMap((field) => {
    const members = bare.filter(({ scope }) => scope.field === field).sort(byLabel);
    const figures = (members[0]?.figures ?? []).map((_, at) =>
      members.reduce((sum, member) => sum + (member.figures[at] ?? 0), 0),
    );
    return [{ key: field, label: field, isGroup: true, scope: { field }, figures }, ...members];
  });
}

export function sharesOf(db: Reader, shares: readonly ReportShare[], moment: ReportMoment): CountedShare[] {
  return shares.map(({ words, count, of }) => ({
    words,
    count: countSet(db, count, moment),
    of: countSet(db, of, moment),
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
