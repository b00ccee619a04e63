import { z } from 'zod';
import { formsOfBatch, listForms } from '../../../shared/domain/batch.ts';
import { slipForms } from '../../../shared/domain/forms.ts';
import { textField } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { PrintState } from '../../../shared/print-states.ts';
import type { Outbox, PrintJobRow } from '../../../shared/views.ts';
import { sheetsOf } from '../../printing/copies.ts';
import { getBatch } from '../../register/cases/batches.ts';
import {
  addPrintJob,
  getPrintJob,
  journalSubjectOf,
  listOpenPrintJobs,
  listPrintJobsOfCase,
  movePrintJob,
  readOutbox,
  requeuePrintJob,
} from '../../register/print-jobs.ts';
import { printSlips } from '../cases/case-writing.ts';
import { type CommandScope, command, query, requireSettings, seated } from '../door.ts';

const jobId = z.int().min(1);
const mostRows = 1000;

/** Which state a person may move a job to, from which. Nothing moves while the printer is being asked. */
const marks: Record<'opened' | 'confirmed' | 'skipped' | 'failed' | 'retry', readonly PrintState[]> = {
  opened: ['ready', 'failed'],
  confirmed: ['ready', 'sent', 'failed', 'unknown'],
  skipped: ['queued', 'ready', 'sent', 'failed', 'unknown'],
  failed: ['ready', 'sent', 'failed', 'unknown'],
  // What may be on paper already comes out with its mark, so a person may always ask for it again.
  retry: ['queued', 'ready', 'sent', 'failed', 'unknown', 'skipped'],
};

const markSchema = z
  .object({
    /** `opened`: the sheets are shown in a browser's print dialog, which never tells what came of it. */
    state: z.enum(['opened', 'confirmed', 'skipped', 'failed', 'retry']),
    reason: textField(200).default(''),
    /** For `retry`: another printer than the one it had. */
    printer: textField(200).optional(),
    /** For `failed`: numbers of the copies that did come out. */
    copiesOut: z.array(z.int().min(1).max(20)).max(20).default([]),
  })
  .refine(({ state, reason }) => state !== 'skipped' || reason !== '', {
    path: ['reason'],
    error: 'required',
  });
type Mark = z.output<typeof markSchema>;

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

  /** Every slip between the counter and the paper, in the three groups of what it asks of people. */
  outbox: query(seated, z.void(), ({ db, now }): Outbox => readOutbox(db, now.today, mostRows)),

  /**
   * Puts forms of a case on the print list; what was printed before becomes a reprint with its number. Refuses with wrongForm
   * what does not fit the case as it is.
   */
  print: command(
    ['clerk', 'officer'],
    ['slips', 'cases'],
    z.object({ caseId: z.int().min(1), forms: z.array(z.enum(slipForms)).min(1).max(slipForms.length) }),
    (scope, { caseId, forms }): PrintJobRow[] => {
      const ids = printSlips(scope, caseId, forms);
      scope.record('slip.requested', `case:${caseId}`, { forms, ids });
      return ids.map((id) => getPrintJob(scope.tx, id));
    },
  ),

  /** The same for papers of a list of cases. */
  printBatch: command(
    ['clerk', 'officer'],
    ['slips'],
    z.object({ batchId: z.int().min(1), forms: z.array(z.enum(listForms)).min(1).max(listForms.length) }),
    (scope, { batchId, forms }): PrintJobRow[] => {
      const fitting = formsOfBatch[getBatch(scope.tx, batchId).kind];
      const wrong = forms.filter((form) => !fitting.includes(form));
      if (wrong.length > 0) throw new AppError('wrongForm', { forms: wrong });
      const { printing } = requireSettings(scope.tx, scope.now);
      const ids = [...new Set(forms)].map((form) =>
        addPrintJob(scope.tx, { batchId, at: scope.now.officeTime, ...sheetsOf(form, printing) }),
      );
      return requested(scope, `batch:${batchId}`, forms, ids);
    },
  ),

  /** What a person saw of a slip, or decides about it. */
  mark: command(
    ['clerk', 'officer', 'cashier'],
    ['slips'],
    z.object({ id: jobId }).and(markSchema),
    (scope, { id, ...mark }): PrintJobRow => {
      knowPrinter(scope, mark);
      const job = getPrintJob(scope.tx, id);
      if (!mayMark(job, mark.state)) {
        throw new AppError('actNotAllowed', { act: mark.state, status: job.state });
      }
      markJob(scope, job, mark);
      return getPrintJob(scope.tx, id);
    },
  ),

  /** The same for many at once; those whose state moved on meanwhile are left as they are, and counted. */
  markMany: command(
    ['clerk', 'officer', 'cashier'],
    ['slips'],
    z.object({ ids: z.array(jobId).min(1).max(mostRows) }).and(markSchema),
    (scope, { ids, ...mark }): { marked: number; left: number } => {
      knowPrinter(scope, mark);
      const jobs = [...new Set(ids)].map((id) => getPrintJob(scope.tx, id));
      const ready = jobs.filter((job) => mayMark(job, mark.state));
      for (const job of ready) markJob(scope, job, mark);
      return { marked: ready.length, left: jobs.length - ready.length };
    },
  ),
};

function requested(
  scope: CommandScope,
  subject: string,
  forms: readonly string[],
  ids: number[],
): PrintJobRow[] {
  scope.record('slip.requested', subject, { forms, ids });
  scope.after(() => scope.context.printDesk.enqueue(ids));
  return ids.map((id) => getPrintJob(scope.tx, id));
}

function mayMark({ state, path, mayBeOut, fault }: PrintJobRow, mark: Mark['state']): boolean {
  // What it says is no longer so: the form is asked for anew.
  if (state === 'skipped' && fault === 'superseded') return false;
  // The stored sheets are shown as they are, so none of them may be on paper yet.
  return marks[mark].includes(state) && (mark !== 'opened' || (path !== null && !mayBeOut));
}

/** A misspelt printer prints nothing and says nothing, so only a listed one is taken. */
function knowPrinter({ context }: CommandScope, { printer }: Mark): void {
  if (printer !== undefined && !context.printDesk.printers().includes(printer)) {
    throw new AppError('unknownPrinter', { printer });
  }
}

/** In the name of whoever looked: the state, and its entry in the journal. */
function markJob(scope: CommandScope, job: PrintJobRow, { state, reason, printer, copiesOut }: Mark): void {
  const { id, form, reprint } = job;
  const at = scope.now.officeTime;
  if (state === 'retry') {
    requeuePrintJob(scope.tx, job, { at, printer });
    scope.after(() => scope.context.printDesk.enqueue([id]));
  } else if (state === 'opened') {
    // Nobody said yet whether paper came out: until then it may have, and printing it again says so.
    movePrintJob(scope.tx, id, [job.state], { state: 'unknown', at, fault: 'opened', mayBeOut: true });
  } else {
    const seen = state === 'confirmed' ? everyCopy(job) : copiesSeen(job, copiesOut);
    movePrintJob(scope.tx, id, [job.state], {
      state,
      at,
      fault: reason === '' ? null : reason,
      copiesOut: seen,
      ...(seen.length > 0 && { mayBeOut: true }),
      // Who closed the browser's dialog knows that nothing was sent; a printer's queue would not tell.
      ...(state === 'failed' && seen.length === 0 && job.fault === 'opened' && { mayBeOut: false }),
    });
  }
  scope.record(`slip.${state}`, journalSubjectOf(job), {
    id,
    form,
    reprint,
    reason,
    ...(copiesOut.length > 0 && { copiesOut }),
    ...(printer !== undefined && { printer }),
  });
}

const everyCopy = ({ copies }: PrintJobRow): number[] =>
  Array.from({ length: copies }, (_, index) => index + 1);

/** With those seen before. Throws when none is missing: then the slip is confirmed, not failed. */
function copiesSeen(job: PrintJobRow, now: readonly number[]): number[] {
  const seen = everyCopy(job).filter((copy) => job.copiesOut.includes(copy) || now.includes(copy));
  if (now.some((copy) => copy > job.copies) || seen.length === job.copies) {
    throw new AppError('invalidInput', { fields: { copiesOut: 'choice' } });
  }
  return seen;
}
