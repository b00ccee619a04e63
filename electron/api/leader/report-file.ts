import type { IdentityCheck, OfficialFigures } from '../../../shared/domain/reports/identities.ts';
import { AppError } from '../../../shared/errors.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import type { ReportHead, ReportLine } from '../../../shared/report-sheet.ts';
import type { ReportQuestion } from '../../../shared/views-report.ts';
import type { SheetAsked } from '../../reading/report-lines.ts';
import { dropOldLists, storeFile } from '../../register/files.ts';
import { type LongScope, requirePerson, requireSettings } from '../door.ts';
import type { ListFile } from '../lists/list-file.ts';
import { officeOnPaper } from '../office-on-paper.ts';
import { asRun } from './report-runs.ts';

/** A report as workbook and paper: what the screen shows, all of it. */

/** More lines than this no paper has: it takes too long to make, and nobody reads it. */
const mostPaperLines = 2000;

/** @param run its name among the exports that are made now. */
export async function exportReport(
  scope: LongScope,
  question: ReportQuestion,
  run: string,
): Promise<ListFile> {
  const { register, excel, reading } = scope.context;
  const made = await asRun(register, run, (tell) =>
    reading.follow('reportSheet', askedOf(scope, question), async (sheet, portions) => {
      refuseBroken(sheet.checks);
      let count = 0;
      const told = async function* () {
        for await (const portion of portions) {
          tell(count, sheet.total);
          yield portion;
          count += portion.length;
        }
        tell(count, sheet.total);
      };
      tell(0, sheet.total);
      return { ...sheet, bytes: await excel.reportWorkbook(sheet.head, told()), count };
    }),
  );
  dropOldLists(register.folder);
  const path = `/files/${storeFile(register.folder, made.bytes, 'xlsx')}`;
  const file = { path, fileName: `${fileNameOf(made.head)}.xlsx`, count: made.count };
  return takenOut(scope, question, made.figures, file);
}

export function printReport(scope: LongScope, question: ReportQuestion): Promise<ListFile> {
  const { reading, bookPress, previews } = scope.context;
  return reading.follow('reportSheet', askedOf(scope, question), async (sheet, portions) => {
    const { head, total, checks, figures } = sheet;
    refuseBroken(checks);
    if (total > mostPaperLines) throw new AppError('reportTooLong', { lines: total, most: mostPaperLines });
    const lines: ReportLine[] = [];
    for await (const portion of portions) lines.push(...portion);
    const bytes = await bookPress.report({
      sheet: { ...head, lines },
      office: officeOnPaper(scope),
      printedAt: scope.now.officeTime,
    });
    const path = previews.keep(bytes);
    const file = { path, fileName: `${fileNameOf(head)}.pdf`, count: lines.length };
    return takenOut(scope, question, figures, file);
  });
}

function askedOf(scope: LongScope, question: ReportQuestion): SheetAsked {
  const { parentAgency, name, place } = requireSettings(scope.db, scope.now).office;
  const person = requirePerson(scope);
  const isChief = person.roles.includes('leader');
  const signs = isChief ? { maker: '', chief: person.name } : { maker: person.name, chief: '' };
  const { period } = question;
  const office = { parentAgency, name, place };
  return { question, context: { period, now: scope.now.officeTime, office, ...signs } };
}

/** Numbers that contradict one another, or the report of the period before, leave with nobody. */
function refuseBroken(checks: readonly IdentityCheck[]): void {
  const found = checks.find(({ broken }) => broken.length > 0);
  if (found === undefined) return;
  const { identity, broken, against } = found;
  const left =
    against && `biểu do ${against.by} xuất ${formatHour(against.at)} ngày ${formatDay(against.at)}`;
  const where = left ? `${broken[0]} trong ${left}; xuất lại biểu kỳ trước rồi lập biểu này` : broken[0];
  throw new AppError('reportBroken', { identity, where });
}

/**
 * That it was taken out is in the journal: which report of which days, how many lines, never whose. Of an official one whose period
 * is over also what it said, for the next to be held against.
 */
async function takenOut(
  scope: LongScope,
  { name, period, split }: ReportQuestion,
  figures: OfficialFigures | null,
  file: ListFile,
): Promise<ListFile> {
  const conditions = { name, period, split };
  const at = scope.now.officeTime;
  const left = figures !== null && at >= `${period.to}T24:00` ? { left: { figures, at } } : {};
  await scope.write(({ record }) =>
    record('list.exported', 'list:report', { list: 'report', conditions, count: file.count, ...left }),
  );
  return file;
}

/** "Danh sách hồ sơ quá hạn 2025-04-01 2025-04-30". */
function fileNameOf({ name, period: { from, to } }: ReportHead): string {
  return [name, ...(from === to ? [from] : [from, to])].join(' ').replaceAll(/[\\/:*?"<>|]/g, ' ');
}
