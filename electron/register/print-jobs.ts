import type { FormName, SlipForm } from '../../shared/domain/forms.ts';
import { AppError } from '../../shared/errors.ts';
import type { Outbox, OutboxGroup, PrintJobRow, PrintState } from '../../shared/views.ts';
import { isUnprinted } from './conditions.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

interface PrintJobColumns extends Omit<PrintJobRow, 'path' | 'copiesOut' | 'mayBeOut'> {
  fileName: string | null;
  copiesOut: string;
  mayBeOut: number;
}

const selectJobs = `SELECT printJobs.id AS id, caseId, printJobs.batchId AS batchId,
    coalesce(cases.caseCode, batches.data ->> '$.title') AS title, cases.applicantName AS applicantName,
    coalesce(json_array_length(batches.data, '$.caseIds'), 1) AS caseCount, form, printJobs.state AS state, reprint,
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

/** What a print job is of: one case, or a list of cases. */
export type PrintOwner = { caseId: number; batchId?: never } | { batchId: number; caseId?: never };

/** Puts a form on the print list; a form that was there before becomes the next reprint. */
export function addPrintJob(
  tx: Writer,
  job: PrintOwner & { form: FormName; copies: number; printer: string | null; at: string },
): number {
  const owner = job.caseId === undefined ? 'batchId' : 'caseId';
  const row = prepared<{ id: number }>(
    tx,
    `INSERT INTO printJobs (${owner}, form, state, reprint, copies, createdAt, changedAt, printer)
     VALUES (@${owner}, @form, 'queued',
       (SELECT coalesce(max(reprint) + 1, 0) FROM printJobs
        WHERE ${owner} = @${owner} AND form = @form AND reprint < ${withdrawnFrom}),
       @copies, @at, @at, @printer) RETURNING id`,
  ).get(job);
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
 * Takes slips of a case off the list that never can have been on paper and say what is no longer so; they count as
 * never made, so the next of their form takes their number. Answers what they were.
 */
export function withdrawPrintJobs(
  tx: Writer,
  caseId: number,
  at: string,
  isOutdated: (job: PrintJobRow) => boolean,
): PrintJobRow[] {
  const withdrawn = listWhere(
    tx,
    `caseId = ? AND printJobs.state IN ('queued', 'ready', 'failed') AND mayBeOut = 0 AND copiesOut = '[]'`,
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
  { id, caseId, mayBeOut, form }: PrintJobRow,
  change: { at: string; printer: string | undefined },
): void {
  const owner = caseId === null ? 'batchId' : 'caseId';
  prepared(
    tx,
    `UPDATE printJobs SET state = 'queued', changedAt = @at, fault = NULL, fileName = NULL, mayBeOut = 0,
       printer = coalesce(@printer, printer),
       reprint = CASE WHEN @mayBeOut THEN
         (SELECT max(other.reprint) + 1 FROM printJobs AS other
          WHERE other.${owner} = printJobs.${owner} AND other.form = @form
            AND other.reprint < ${withdrawnFrom})
       ELSE reprint END
     WHERE id = @id`,
  ).run({ id, form, at: change.at, printer: change.printer ?? null, mayBeOut: Number(mayBeOut) });
}
