import { setImmediate as breathe } from 'node:timers/promises';
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
import { countPart, countSet, listPart, type ReportMoment, splitSet } from '../register/reports.ts';

/** A report of one moment: counted set by set, and the counter answers in between. */

const screenRows = 200;

/** @param db sees one moment however long this takes. */
export function viewReport(db: Reader, question: ReportQuestion, now: string): Promise<ReportView> {
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

export async function viewFigures(
  db: Reader,
  report: FigureReport,
  split: ReportSplit,
  moment: ReportMoment,
): Promise<FiguresView> {
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
    await breathe();
    total.push(countSet(db, set, moment));
    await breathe();
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
  { columns }: FigureReport,
  { rows, total }: Pick<FiguresView, 'rows' | 'total'>,
  { period, now }: ReportMoment,
) {
  const named = (figures: readonly number[]) =>
    Object.fromEntries(columns.map(({ name }, at) => [name, figures[at] ?? 0])) as OfficialFigures;
  const hasGroups = rows.some(({ isGroup }) => isGroup);
  const summed = rows
    .filter(({ isGroup }) => isGroup === hasGroups)
    .map(({ label, figures }) => ({ label, figures: named(figures) }));
  const openBefore = countSet(db, 'openWithDeadline', { period: dayBefore(period), now });
  return checkIdentities({ rows: summed, total: named(total) }, openBefore);
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

function sharesOf(db: Reader, shares: readonly ReportShare[], moment: ReportMoment): CountedShare[] {
  return shares.map(({ words, count, of }) => ({
    words,
    count: countSet(db, count, moment),
    of: countSet(db, of, moment),
    countSet: count,
    ofSet: of,
  }));
}

export async function viewCases(db: Reader, report: ListReport, moment: ReportMoment): Promise<CasesView> {
  const counts: number[] = [];
  for (const part of report.parts) {
    counts.push(countPart(db, part, moment));
    await breathe();
  }
  const rows: ReportCase[] = [];
  for (const portion of casePortions(db, report, moment, screenRows)) {
    rows.push(...portion);
    if (rows.length >= screenRows) break;
  }
  return {
    kind: 'list',
    rows: rows.slice(0, screenRows),
    counts,
    shares: sharesOf(db, report.shares, moment),
  };
}

/** All cases of a list, part after part, so many at once. */
export function* casePortions(
  db: Reader,
  { parts, columns }: ListReport,
  moment: ReportMoment,
  limit: number,
): Generator<ReportCase[]> {
  for (const [number, part] of parts.entries()) {
    let after = 0;
    for (;;) {
      const found = listPart(db, { part, moment, columns, after, limit });
      if (found.length > 0) yield found.map((one) => ({ ...one, part: number }));
      after = found.at(-1)?.id ?? 0;
      if (found.length < limit) break;
    }
  }
}
