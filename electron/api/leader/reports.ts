import { z } from 'zod';
import { reportSplits } from '../../../shared/domain/reports/figures.ts';
import { reportNames } from '../../../shared/domain/reports/index.ts';
import { periodSchema } from '../../../shared/domain/statistics.ts';
import type { ReportView } from '../../../shared/views-report.ts';
import { longCommand, query, seated, signal } from '../door.ts';
import type { ListFile } from '../lists/list-file.ts';
import { exportReport, printReport } from './report-file.ts';
import { cancelRun, type RunProgress, runOf } from './report-runs.ts';

const questionSchema = z.object({
  name: z.enum(reportNames),
  period: periodSchema,
  split: z.enum(reportSplits).default('field'),
});

/** Whoever exports gives it a name, by which it is asked after: two windows of a desk may export at once. */
const runSchema = z.object({ run: z.uuid() });

export const reportRoutes = {
  /** A report as it would be exported; of a list the first two hundred cases. */
  view: query(seated, questionSchema, async (scope, question): Promise<ReportView> => {
    const view = await scope.context.reading.ask('report', { question, now: scope.now.officeTime });
    if (view.kind === 'list')
      scope.seen('seen.list', `reports.${question.name}`, { found: view.rows.length });
    return view;
  }),

  /** The whole report as a workbook. Refuses with reportBroken where an identity does not hold, cancelled. */
  export: longCommand(
    seated,
    [],
    questionSchema.extend(runSchema.shape),
    (scope, { run, ...question }): Promise<ListFile> => exportReport(scope, question, run),
  ),

  /** As a paper. Refuses with reportBroken, reportTooLong, cancelled. */
  print: longCommand(
    seated,
    [],
    questionSchema,
    (scope, question): Promise<ListFile> => printReport(scope, question),
  ),

  /** How far an export is; null when it does not run. */
  progress: query(seated, runSchema, ({ context }, { run }): RunProgress | null =>
    runOf(context.register, run),
  ),

  /** Ends an export; nothing is made. */
  cancel: signal(seated, runSchema, ({ context }, { run }): void => cancelRun(context.register, run)),
};
