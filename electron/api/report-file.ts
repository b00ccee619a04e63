import { setImmediate as breathe } from 'node:timers/promises';
import type { IdentityCheck } from '../../shared/domain/reports/identities.ts';
import { type Report, reports } from '../../shared/domain/reports/index.ts';
import { AppError } from '../../shared/errors.ts';
import {
  caseLine,
  figureSheet,
  listHead,
  type ReportHead,
  type ReportLine,
  type SheetContext,
} from '../../shared/report-sheet.ts';
import type { ReportQuestion } from '../../shared/views-report.ts';
import { dropOldLists, storeFile } from '../register/files.ts';
import { type LongScope, requirePerson, requireSettings } from './door.ts';
import type { ListFile } from './list-file.ts';
import { asRun } from './report-runs.ts';
import { casePortions, splitOf, viewCases, viewFigures } from './report-view.ts';

/** A report as workbook and paper: what the screen shows, all of it. */

/** More lines than this no paper has: it takes too long to make, and nobody reads it. */
const mostPaperLines = 2000;
const portionLines = 1000;

interface MadeReport {
  head: ReportHead;
  portions: Iterable<readonly ReportLine[]>;
  total: number;
}

export function exportReport(asked: LongScope, question: ReportQuestion): Promise<ListFile> {
  return asked.snapshot(async (scope) => {
    const { head, portions, total } = await make(scope, question);
    const { register, excel } = scope.context;
    let count = 0;
    const bytes = await asRun({ register, device: scope.door.device, total }, (tell) =>
      excel.reportWorkbook(
        head,
        (function* () {
          for (const portion of portions) {
            tell(count);
            yield portion;
            count += portion.length;
          }
          tell(count);
        })(),
      ),
    );
    dropOldLists(register.folder);
    const path = `/files/${storeFile(register.folder, bytes, 'xlsx')}`;
    return takenOut(scope, question, { path, fileName: `${fileNameOf(head)}.xlsx`, count });
  });
}

export function printReport(asked: LongScope, question: ReportQuestion): Promise<ListFile> {
  return asked.snapshot(async (scope) => {
    const { head, portions, total } = await make(scope, question);
    if (total > mostPaperLines) throw new AppError('reportTooLong', { lines: total, most: mostPaperLines });
    const { register, bookPress } = scope.context;
    const { office, isSample } = requireSettings(scope.db, scope.now);
    const lines: ReportLine[] = [];
    for (const portion of portions) {
      lines.push(...portion);
      await breathe();
    }
    const bytes = await asRun({ register, device: scope.door.device, total }, async (tell) => {
      const made = await bookPress.report({
        sheet: { ...head, lines },
        office: {
          parentAgency: office.parentAgency,
          oneStopUnit: office.name,
          unit: office.parentAgency,
          place: office.place,
          phone: office.phone,
          openingHours: null,
          isSample,
        },
        printedAt: scope.now.officeTime,
      });
      tell(lines.length);
      return made;
    });
    const path = scope.context.previews.keep(bytes);
    return takenOut(scope, question, { path, fileName: `${fileNameOf(head)}.pdf`, count: lines.length });
  });
}

async function make(scope: LongScope, question: ReportQuestion): Promise<MadeReport> {
  const { db, now } = scope;
  const report: Report = reports[question.name];
  const moment = { period: question.period, now: now.officeTime };
  const { office } = requireSettings(db, now);
  const context: SheetContext = {
    ...moment,
    office: { parentAgency: office.parentAgency, name: office.name, place: office.place },
    maker: requirePerson(scope).name,
  };
  if (report.kind === 'figures') {
    const split = splitOf(report, question.split);
    const view = await viewFigures(db, report, split, moment);
    refuseBroken(view.checks);
    const { lines, ...head } = figureSheet(report, split, view, context);
    return { head, portions: [lines], total: lines.length };
  }
  const { counts, shares } = await viewCases(db, report, moment);
  const numbered = function* (): Generator<ReportLine[]> {
    let number = 0;
    for (const portion of casePortions(db, report, moment, portionLines)) {
      yield portion.map((one) => {
        number += 1;
        return { isGroup: false, cells: [number, ...caseLine(report, one, context)] };
      });
    }
  };
  return {
    head: listHead(report, shares, context),
    portions: numbered(),
    total: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** Numbers that contradict one another leave with nobody. */
function refuseBroken(checks: readonly IdentityCheck[]): void {
  const found = checks.find(({ broken }) => broken.length > 0);
  if (found) throw new AppError('reportBroken', { identity: found.identity, where: found.broken[0] });
}

/** That it was taken out is in the journal: which report of which days, how many lines, never whose. */
function takenOut(scope: LongScope, { name, period, split }: ReportQuestion, file: ListFile): ListFile {
  const conditions = { name, period, split };
  scope.write(({ record }) =>
    record('list.exported', 'list:report', { list: 'report', conditions, count: file.count }),
  );
  return file;
}

/** "Danh sách hồ sơ quá hạn 2025-04-01 2025-04-30". */
function fileNameOf({ name, period: { from, to } }: ReportHead): string {
  return [name, ...(from === to ? [from] : [from, to])].join(' ').replaceAll(/[\\/:*?"<>|]/g, ' ');
}
