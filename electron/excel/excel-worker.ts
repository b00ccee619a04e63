import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import type { TableRow } from '../../shared/domain/import-heads.ts';
import type { ListCell, ListHead } from '../../shared/list-sheet.ts';
import type { ReportHead, ReportLine } from '../../shared/report-sheet.ts';
import { checkTable, type TableCheck, type TableQuestion } from './check-table.ts';
import { type FaultyTable, faultyWorkbook } from './faulty-workbook.ts';
import { keepFaulty, type LeftRows } from './keep-faulty.ts';
import { streamWorkbook } from './list-workbook.ts';
import { type OpenedTable, openTable } from './open-table.ts';
import { readRows, type TableKind } from './read-rows.ts';
import { streamReport } from './report-workbook.ts';

/** Runs in a thread of its own: whatever reads or writes workbooks. */

export interface ListTask {
  head: ListHead;
  /** Gives the rows in portions; null ends them. */
  port: MessagePort;
}

export async function list({ head, port }: ListTask): Promise<Uint8Array> {
  try {
    return await streamWorkbook(head, portions<readonly ListCell[]>(port));
  } finally {
    port.close();
  }
}

export async function report({ head, port }: { head: ReportHead; port: MessagePort }): Promise<Uint8Array> {
  try {
    return await streamReport(head, portions<ReportLine>(port));
  } finally {
    port.close();
  }
}

async function* portions<Row>(port: MessagePort): AsyncGenerator<Row> {
  const waiting: (readonly Row[] | null)[] = [];
  let wake = Promise.withResolvers<void>();
  let isLeft = false;
  port.on('close', () => {
    isLeft = true;
    wake.resolve();
  });
  port.on('message', (rows: readonly Row[] | null) => {
    waiting.push(rows);
    wake.resolve();
  });
  for (;;) {
    const rows = waiting.shift();
    if (rows === null) return;
    if (rows !== undefined) {
      yield* rows;
      // The other side sends the next portion when this one is used up.
      port.postMessage('more');
      continue;
    }
    // Whoever gave the rows went away before the last: nothing more will come.
    if (isLeft) throw new Error('The rows ended before the list did');
    await wake.promise;
    wake = Promise.withResolvers<void>();
  }
}

export function open(task: { path: string; kind: TableKind }): Promise<OpenedTable> {
  return besideItself(task.path, () => openTable(task.path, task.kind));
}

const mostListRows = 5000;

/** The rows of a short list; null when the file is no table or far too long. */
export function rows(task: { path: string; kind: TableKind }): Promise<TableRow[] | null> {
  return besideItself(task.path, () => shortRows(task));
}

async function shortRows(task: { path: string; kind: TableKind }): Promise<TableRow[] | null> {
  const found: TableRow[] = [];
  try {
    for await (const row of readRows(task.path, task.kind)) {
      if (found.length === mostListRows) return null;
      found.push(row);
    }
    return found;
  } catch {
    return null;
  }
}

/**
 * The reader of workbooks puts sheets aside while it reads: beside the file, not among what every program of the machine leaves, and
 * nothing stays of them however it ends. What a kill leaves goes with the old files there.
 */
async function besideItself<T>(path: string, read: () => Promise<T>): Promise<T> {
  const folder = dirname(path);
  // Of this thread alone: it has an environment of its own.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  try {
    return await read();
  } finally {
    for (const name of readdirSync(folder))
      if (name.startsWith(`tmp-${process.pid}-`)) rmSync(join(folder, name), { force: true });
  }
}

export function check(task: TableQuestion): Promise<TableCheck> {
  return checkTable(task);
}

export function left(task: LeftRows): Promise<number> {
  return keepFaulty(task);
}

export function faulty(task: FaultyTable): Promise<Uint8Array> {
  return faultyWorkbook(task);
}
