import { z } from 'zod';
import { reportSplits } from '../../shared/domain/reports/figures.ts';
import { reportNames } from '../../shared/domain/reports/index.ts';
import { periodSchema } from '../../shared/domain/statistics.ts';
import type { ReportView } from '../../shared/views-report.ts';
import { longCommand, query, seated, signal } from './door.ts';
import type { ListFile } from './list-file.ts';
import { exportReport, printReport } from './report-file.ts';
import { cancelRun, type RunProgress, runOf } from './report-runs.ts';
import { viewReport } from './report-view.ts';

const questionSchema = z.object({
  name: z.enum(reportNames),
  period: periodSchema,
  split: z.enum(reportSplits).default('field'),
});

export const reportRoutes = {
  /** A report as it would be exported; of a list the first two hundred cases. */
  view: query(
    seated,
    questionSchema,
    (scope, question): Promise<ReportView> =>
      scope.context.register.snapshot((db) => viewReport(db, question, scope.now.officeTime)),
  ),

  /** The whole report as a workbook. Refuses with reportBroken where an identity does not hold, cancelled. */
  export: longCommand(
    seated,
    [],
    questionSchema,
    (scope, question): Promise<ListFile> => exportReport(scope, question),
  ),

  /** As a paper. Refuses with reportBroken, reportTooLong, cancelled. */
  print: longCommand(
    seated,
    [],
    questionSchema,
    (scope, question): Promise<ListFile> => printReport(scope, question),
  ),

  /** How far the export of this desk is; null when none runs. */
  progress: query(seated, z.void(), ({ context, door }): RunProgress | null =>
    runOf(context.register, door.device),
  ),

  /** Ends the export of this desk; nothing is made. */
  cancel: signal(seated, z.void(), ({ context, door }): void => cancelRun(context.register, door.device)),
};
