import type { FormName, SlipForm } from '../../shared/domain/forms.ts';
import { AppError } from '../../shared/errors.ts';
import type { PrintState } from '../../shared/print-states.ts';
import type { Outbox, OutboxGroup, PrintJobRow } from '../../shared/views.ts';
import { isUnprinted } from './conditions.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

interface PrintJobColumns extends Omit<PrintJobRow, 'path' | 'copiesOut' | 'mayBeOut'> {
  fileName: string | null;
  copiesOut: string;
  mayBeOut: number;
}

const selectJobs = `SELECT printJobs.id AS id, caseId, printJobs.batchId AS batchId, subject,
    coalesce(cases.caseCode, batches.data ->> '$.title', printJobs.title) AS title,
    cases.applicantName AS applicantName,
    coalesce(json_array_length(batches.data, '$.caseIds'), caseId IS NOT NULL) AS caseCount, form, printJobs.state AS state, reprint,
    copies, copiesOut, mayBeOut, createdAt, changedAt, fileName, printer, fault
  FROM printJobs LEFT JOIN cases ON cases.id = caseId LEFT JOIN batches ON batches.id = printJobs.batchId`;

/** A withdrawn slip gives its reprint number back: what it keeps instead starts here, one per job. */
const withdrawnFrom = 1_000_000;

const toRow = ({ fileName, copiesOut, mayBeOut, reprint, ...row }: PrintJobColumns): PrintJobRow => ({
  ...row,
  reprint: reprint < withdrawnFrom ? reprint : 0,
  copiesOut: JSON.parse(copiesOut) as number[],
  mayBeOut: mayBeOut === 1,
  path: fileName === null ? null : `/files/${fileName}`,
});

/** Whom a stored paper is of: its case, each case of a list, or the thing it was printed for; the file itself where no job names it. */
export function subjectsOfPaper(db: Reader, fileName: string): string[] {
  const found = prepared<{ subject: string }>(
    db,
    `SELECT DISTINCT coalesce('case:' || coalesce(caseId, one.value), subject) AS subject FROM printJobs
     LEFT JOIN batches ON batches.id = batchId LEFT JOIN json_each(batches.data, '$.caseIds') AS one
     WHERE fileName = ?`,
  ).all(fileName);
  return found.length === 0 ? [`file:${fileName}`] : found.map(({ subject }) => subject);
}

/**
 * What a print job is of: one case, or something beside it ('payment:5'); a list of cases; or a thing that belongs to no
 * case ('shift:2', 'ticket:9'), which brings its own title.
 */
export type PrintOwner =
  | { caseId: number; subject?: string; batchId?: never; title?: never }
  | { batchId: number; caseId?: never; subject?: never; title?: never }
  | { subject: string; title: string; caseId?: never; batchId?: never };

/** Jobs of the same owner, each kind found by its own index. */
const sameOwner = {
  case: 'caseId = @caseId AND subject = @subject',
  batch: 'batchId = @batchId',
  other: 'caseId IS NULL AND batchId IS NULL AND subject = @subject',
};

function sameOwnerOf({ caseId, batchId }: { caseId: number | null; batchId: number | null }): string {
  return caseId !== null ? sameOwner.case : batchId !== null ? sameOwner.batch : sameOwner.other;
}

/** Puts a form on the print list; a form that was there before becomes the next reprint. */
export function addPrintJob(
  tx: Writer,
  job: PrintOwner & { form: FormName; copies: number; printer: string | null; at: string },
): number {
  const owner = {
    caseId: job.caseId ?? null,
    batchId: job.batchId ?? null,
    subject: job.subject ?? '',
    title: job.title ?? null,
  };
  const row = prepared<{ id: number }>(
    tx,
    `INSERT INTO printJobs (caseId, batchId, subject, title, form, state, reprint, copies, createdAt, changedAt, printer)
     VALUES (@caseId, @batchId, @subject, @title, @form, 'queued',
       (SELECT coalesce(max(reprint) + 1, 0) FROM printJobs
        WHERE ${sameOwnerOf(owner)} AND form = @form AND reprint < ${withdrawnFrom}),
       @copies, @at, @at, @printer) RETURNING id`,
  ).get({ ...job, ...owner });
  return row?.id ?? 0;
}

/** Throws notFound. */
export function getPrintJob(db: Reader, id: number): PrintJobRow {
  const row = prepared<PrintJobColumns>(db, `${selectJobs} WHERE printJobs.id = ?`).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'printJob' });
  return toRow(row);
}

/** What is not on paper yet, oldest first. */
export function listOpenPrintJobs(db: Reader, limit: number): PrintJobRow[] {
  return listWhere(db, `printJobs.${isUnprinted} ORDER BY createdAt, printJobs.id LIMIT ?`, limit);
}

export function listPrintJobsOfCase(db: Reader, caseId: number): PrintJobRow[] {
  return listWhere(db, 'caseId = ? ORDER BY printJobs.id DESC', caseId);
}

/** A form of a case that a printer may have taken or a person has seen: it may be in the citizen's hands. */
export function mayFormBeOut(db: Reader, caseCode: string, form: SlipForm): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM printJobs JOIN cases ON cases.id = caseId WHERE cases.caseCode = ? AND form = ?
         AND (mayBeOut = 1 OR copiesOut <> '[]' OR printJobs.state IN ('printing', 'sent', 'confirmed', 'unknown'))`,
    ).get(caseCode, form) !== undefined
  );
}

export function listPrintJobsOfBatch(db: Reader, batchId: number): PrintJobRow[] {
  return listWhere(db, 'printJobs.batchId = ? ORDER BY printJobs.id DESC', batchId);
}

function listWhere(db: Reader, condition: string, ...values: unknown[]): PrintJobRow[] {
  return prepared<PrintJobColumns>(db, `${selectJobs} WHERE ${condition}`)
    .all(...values)
    .map(toRow);
}

/** Jobs in a state that a stopped counter may have left: still to be made, or caught between paper and word. */
export function listPrintJobsIn(db: Reader, state: 'queued' | 'printing'): number[] {
  return prepared<{ id: number }>(db, 'SELECT id FROM printJobs WHERE state = ? ORDER BY id')
    .all(state)
    .map(({ id }) => id);
}

/**
 * The print outbox: what needs a hand and what waits, oldest first; what went to the printer and what was settled
 * since a day, newest first. At most `limit` rows of each, and how many there are.
 */
export function readOutbox(db: Reader, settledSince: string, limit: number): Outbox {
  const group = (condition: string, order: string, ...values: unknown[]): OutboxGroup => {
    const rows = listWhere(db, `printJobs.${condition} ORDER BY ${order} LIMIT ?`, ...values, limit);
    if (rows.length < limit) return { rows, total: rows.length };
    const all = `SELECT count(*) AS total FROM printJobs WHERE ${condition}`;
    return { rows, total: prepared<{ total: number }>(db, all).get(...values)?.total ?? rows.length };
  };
  const oldest = 'createdAt, printJobs.id';
  const newest = 'changedAt DESC, printJobs.id DESC';
  const sent = group("state = 'sent'", newest);
  const settled = group("state IN ('confirmed', 'skipped') AND changedAt >= ?", newest, settledSince);
  return {
    attention: group(`${isUnprinted} AND state IN ('failed', 'unknown')`, oldest),
    waiting: group(`${isUnprinted} AND state IN ('queued', 'ready', 'printing')`, oldest),
    recent: { rows: [...sent.rows, ...settled.rows], total: sent.total + settled.total },
  };
}

/** Slips that are not on paper, how many cases they belong to, and how many of them need a hand. */
export function countUnprinted(db: Reader): {
  count: number;
  cases: number;
  failed: number;
  oldestAt: string | null;
} {
  const row = prepared<{ count: number; cases: number; failed: number | null; oldestAt: string | null }>(
    db,
    `SELECT count(*) AS count, count(DISTINCT caseId) AS cases, sum(state IN ('failed', 'unknown')) AS failed,
       min(createdAt) AS oldestAt
     FROM printJobs WHERE ${isUnprinted}`,
  ).get();
  return {
    count: row?.count ?? 0,
    cases: row?.cases ?? 0,
    failed: row?.failed ?? 0,
    oldestAt: row?.oldestAt ?? null,
  };
}

export interface PrintJobChange {
  state: PrintState;
  at: string;
  fault: string | null;
  fileName?: string;
  copiesOut?: readonly number[];
  mayBeOut?: boolean;
}

/** Moves a job on if it still is in one of these states, and answers whether it did; fields left out stay. */
export function movePrintJob(
  tx: Writer,
  id: number,
  from: readonly PrintState[],
  change: PrintJobChange,
): boolean {
  const { copiesOut, mayBeOut } = change;
  const { changes } = prepared(
    tx,
    `UPDATE printJobs SET state = @state, changedAt = @at, fault = @fault, fileName = coalesce(@fileName, fileName),
       copiesOut = coalesce(@copiesOut, copiesOut), mayBeOut = coalesce(@mayBeOut, mayBeOut)
     WHERE id = @id AND state IN (SELECT value FROM json_each(@from))`,
  ).run({
    fileName: null,
    ...change,
    id,
    from: JSON.stringify(from),
    copiesOut: copiesOut ? JSON.stringify(copiesOut) : null,
    mayBeOut: mayBeOut === undefined ? null : Number(mayBeOut),
  });
  return changes === 1;
}

/**
 * Takes slips of a case off the list that never can have been on paper and say what is no longer so (what is beside it,
 * such as a fee note, says its own and stays); they count as never made, so the next of their form takes their number.
 * Answers what they were.
 */
export function withdrawPrintJobs(
  tx: Writer,
  caseId: number,
  at: string,
  isOutdated: (job: PrintJobRow) => boolean,
): PrintJobRow[] {
  const withdrawn = listWhere(
    tx,
    `caseId = ? AND subject = '' AND printJobs.state IN ('queued', 'ready', 'failed') AND mayBeOut = 0 AND copiesOut = '[]'`,
    caseId,
  ).filter(isOutdated);
  const update = `UPDATE printJobs SET state = 'skipped', fault = 'superseded', changedAt = ?, reprint = ${withdrawnFrom} + id
    WHERE id = ?`;
  for (const { id } of withdrawn) prepared(tx, update).run(at, id);
  return withdrawn;
}

/**
 * Puts a job back on the list, for another printer if one is named. A job of which a printer may have taken a sheet
 * becomes its form's next reprint: what comes out twice says so.
 */
export function requeuePrintJob(
  tx: Writer,
  { id, caseId, batchId, subject, mayBeOut, form }: PrintJobRow,
  change: { at: string; printer: string | undefined },
): void {
  prepared(
    tx,
    `UPDATE printJobs SET state = 'queued', changedAt = @at, fault = NULL, fileName = NULL, mayBeOut = 0,
       printer = coalesce(@printer, printer),
       reprint = CASE WHEN @mayBeOut THEN
         (SELECT max(reprint) + 1 FROM printJobs
          WHERE ${sameOwnerOf({ caseId, batchId })} AND form = @form AND reprint < ${withdrawnFrom})
       ELSE reprint END
     WHERE id = @id`,
  ).run({
    ...{ id, form, caseId, batchId, subject },
    at: change.at,
    printer: change.printer ?? null,
    mayBeOut: Number(mayBeOut),
  });
}

/** Whose history tells what became of a slip: the case, the list, or the thing itself. */
export function journalSubjectOf({ caseId, batchId, subject }: PrintJobRow): string {
  if (caseId !== null) return `case:${caseId}`;
  return batchId !== null ? `batch:${batchId}` : subject;
}
