import { z } from 'zod';
import { slipForms } from '../../shared/domain/forms.ts';
import { textField } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import type { PrintJobRow, PrintState } from '../../shared/views.ts';
import { sheetsOf } from '../printing/copies.ts';
import { getCase } from '../register/cases.ts';
import {
  addPrintJob,
  getPrintJob,
  listOpenPrintJobs,
  listPrintJobsOfCase,
  updatePrintJob,
} from '../register/print-jobs.ts';
import { command, query, requireSettings, seated } from './door.ts';

const jobId = z.int().min(1);

/** Which state a person may move a job to, from which. */
const marks: Record<'sent' | 'confirmed' | 'skipped' | 'failed' | 'retry', readonly PrintState[]> = {
  sent: ['ready', 'failed'],
  confirmed: ['ready', 'sent', 'failed', 'unknown'],
  skipped: ['queued', 'ready', 'sent', 'failed', 'unknown'],
  failed: ['ready', 'sent', 'unknown'],
  // What may be on paper already is printed again only with its mark: `print` makes the reprint.
  retry: ['failed', 'skipped', 'queued'],
};

export const slipRoutes = {
  jobs: query(
    seated,
    z.object({
      state: z.enum(['open', 'all']).default('all'),
      caseId: z.int().optional(),
      ids: z.array(jobId).max(50).optional(),
    }),
    ({ db }, { state, caseId, ids }): PrintJobRow[] => {
      if (ids) return ids.map((id) => getPrintJob(db, id));
      if (caseId !== undefined) return listPrintJobsOfCase(db, caseId);
      return state === 'open' ? listOpenPrintJobs(db, 100) : [];
    },
  ),

  /** Puts forms of a case on the print list; what was printed before becomes a reprint with its number. */
  print: command(
    ['clerk', 'officer'],
    ['slips', 'cases'],
    z.object({ caseId: z.int().min(1), forms: z.array(z.enum(slipForms)).min(1).max(slipForms.length) }),
    (scope, { caseId, forms }): PrintJobRow[] => {
      getCase(scope.tx, caseId);
      const { printing } = requireSettings(scope.tx, scope.now);
      const ids = [...new Set(forms)].map((form) =>
        addPrintJob(scope.tx, { caseId, at: scope.now.officeTime, ...sheetsOf(form, printing) }),
      );
      scope.record('slip.requested', `case:${caseId}`, { forms, ids });
      scope.after(() => scope.context.printDesk.enqueue(ids));
      return ids.map((id) => getPrintJob(scope.tx, id));
    },
  ),

  /** What a person saw of a slip, or decides about it. */
  mark: command(
    ['clerk', 'officer'],
    ['slips'],
    z.object({
      id: jobId,
      state: z.enum(['sent', 'confirmed', 'skipped', 'failed', 'retry']),
      reason: textField(200).default(''),
      printer: textField(200).nullable().optional(),
    }),
    (scope, { id, state, reason, printer }): PrintJobRow => {
      const job = getPrintJob(scope.tx, id);
      if (!marks[state].includes(job.state))
        throw new AppError('actNotAllowed', { act: state, status: job.state });
      const known = scope.context.printDesk.printers();
      if (printer && !known.includes(printer)) throw new AppError('unknownPrinter', { printer });
      updatePrintJob(scope.tx, id, {
        state: state === 'retry' ? 'queued' : state,
        at: scope.now.officeTime,
        fault: reason === '' ? null : reason,
        ...(printer !== undefined && { printer }),
      });
      scope.record(`slip.${state}`, `case:${job.caseId}`, {
        id,
        form: job.form,
        reprint: job.reprint,
        reason,
      });
      if (state === 'retry') scope.after(() => scope.context.printDesk.enqueue([id]));
      return getPrintJob(scope.tx, id);
    },
  ),
};
