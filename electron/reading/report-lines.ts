import type { IdentityCheck, OfficialFigures } from '../../shared/domain/reports/identities.ts';
import { type Report, reports } from '../../shared/domain/reports/index.ts';
import type { ListReport } from '../../shared/domain/reports/lists.ts';
import {
  caseLine,
  figureSheet,
  listHead,
  type ReportHead,
  type ReportLine,
  type SheetContext,
} from '../../shared/report-sheet.ts';
import type { ReportQuestion } from '../../shared/views-report.ts';
import type { Reader } from '../register/connection.ts';
import { countPart } from '../register/figures/reports.ts';
import { casesOf, officialFigures, sharesOf, splitOf, viewFigures } from './report-figures.ts';

/** A report as it leaves: what the screen shows, all of it. */

export interface SheetAsked {
  question: ReportQuestion;
  context: SheetContext;
}

interface SheetHead {
  head: ReportHead;
  /** Lines to come. */
  total: number;
  checks: readonly IdentityCheck[];
  /** The line of the whole unit, of an official report. */
  figures: OfficialFigures | null;
}

export interface ReadSheet {
  head: SheetHead;
  portions: Iterable<readonly ReportLine[]>;
}

const portionLines = 500;

export function reportSheet(db: Reader, { question, context }: SheetAsked): ReadSheet {
  const report: Report = reports[question.name];
  if (report.kind === 'list') return listSheet(db, report, context);
  const split = splitOf(report, question.split);
  const view = viewFigures(db, report, split, context);
  const { lines, ...head } = figureSheet(report, split, view, context);
  const figures = report.isOfficial ? officialFigures(report, view.total) : null;
  return { head: { head, total: lines.length, checks: view.checks, figures }, portions: [lines] };
}

function listSheet(db: Reader, report: ListReport, context: SheetContext): ReadSheet {
  const counts = report.parts.map((part) => countPart(db, part, context));
  const head = listHead(report, sharesOf(db, report.shares, context), context);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { head: { head, total, checks: [], figures: null }, portions: listLines(db, report, context) };
}

function* listLines(db: Reader, report: ListReport, context: SheetContext): Generator<ReportLine[]> {
  let portion: ReportLine[] = [];
  let number = 0;
  for (const one of casesOf(db, report, context)) {
    number += 1;
    portion.push({ isGroup: false, cells: [number, ...caseLine(report, one, context)] });
    if (portion.length < portionLines) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
