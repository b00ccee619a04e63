import type { SlipForm } from '../../shared/domain/forms.ts';
import { AppError } from '../../shared/errors.ts';
import type { PrintJobRow, PrintState } from '../../shared/views.ts';
import { isUnprinted } from './conditions.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

interface PrintJobColumns extends Omit<PrintJobRow, 'path'> {
  fileName: string | null;
}

const columns = `printJobs.id, caseId, cases.caseCode AS caseCode, cases.applicantName AS applicantName, form,
  printJobs.state AS state, reprint, copies, createdAt, changedAt, fileName, printer, fault`;

const toRow = ({ fileName, ...row }: PrintJobColumns): PrintJobRow => ({
  ...row,
  path: fileName === null ? null : `/files/${fileName}`,
});

/** Puts a form on the print list; a form that was there before becomes the next reprint. */
export function addPrintJob(
  tx: Writer,
  job: { caseId: number; form: SlipForm; copies: number; printer: string | null; at: string },
): number {
  const row = prepared<{ id: number }>(
    tx,
    `INSERT INTO printJobs (caseId, form, state, reprint, copies, createdAt, changedAt, printer)
     VALUES (@caseId, @form, 'queued',
       (SELECT coalesce(max(reprint) + 1, 0) FROM printJobs WHERE caseId = @caseId AND form = @form),
       @copies, @at, @at, @printer) RETURNING id`,
  ).get(job);
  return row?.id ?? 0;
}

/** Throws notFound. */
export function getPrintJob(db: Reader, id: number): PrintJobRow {
  const row = prepared<PrintJobColumns>(
    db,
    `SELECT ${columns} FROM printJobs JOIN cases ON cases.id = caseId WHERE printJobs.id = ?`,
  ).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'printJob' });
  return toRow(row);
}

/** What is not on paper yet, oldest first. */
export function listOpenPrintJobs(db: Reader, limit: number): PrintJobRow[] {
  return prepared<PrintJobColumns>(
    db,
    `SELECT ${columns} FROM printJobs JOIN cases ON cases.id = caseId
     WHERE printJobs.${isUnprinted} ORDER BY createdAt, printJobs.id LIMIT ?`,
  )
    .all(limit)
    .map(toRow);
}

export function listPrintJobsOfCase(db: Reader, caseId: number): PrintJobRow[] {
  return prepared<PrintJobColumns>(
    db,
    `SELECT ${columns} FROM printJobs JOIN cases ON cases.id = caseId WHERE caseId = ? ORDER BY printJobs.id DESC`,
  )
    .all(caseId)
    .map(toRow);
}

/** Jobs in a state that a stopped counter may have left: still to be made, or caught between paper and word. */
export function listPrintJobsIn(db: Reader, state: 'queued' | 'printing'): number[] {
  return prepared<{ id: number }>(db, 'SELECT id FROM printJobs WHERE state = ? ORDER BY id')
    .all(state)
    .map(({ id }) => id);
}

/** Slips that are not on paper, and how many cases they belong to. */
export function countUnprinted(db: Reader): {
  count: number;
  cases: number;
  failed: number;
  oldestAt: string | null;
} {
  const row = prepared<{ count: number; cases: number; failed: number | null; oldestAt: string | null }>(
    db,
    `SELECT count(*) AS count, count(DISTINCT caseId) AS cases, sum(state = 'failed') AS failed, min(createdAt) AS oldestAt
     FROM printJobs WHERE ${isUnprinted}`,
  ).get();
  return {
    count: row?.count ?? 0,
    cases: row?.cases ?? 0,
    failed: row?.failed ?? 0,
    oldestAt: row?.oldestAt ?? null,
  };
}

/** Moves a job to its next state; fields left out stay as they are. */
export function updatePrintJob(
  tx: Writer,
  id: number,
  change: { state: PrintState; at: string; fault: string | null; fileName?: string; printer?: string | null },
): void {
  prepared(
    tx,
    `UPDATE printJobs SET state = @state, changedAt = @at, fault = @fault,
       fileName = coalesce(@fileName, fileName), printer = coalesce(@printer, printer) WHERE id = @id`,
  ).run({ fileName: null, printer: null, ...change, id });
}
