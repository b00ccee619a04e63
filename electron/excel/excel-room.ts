import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { TableRow } from '../../shared/domain/import-heads.ts';
import type { ListCell, ListHead, ListSheet } from '../../shared/list-sheet.ts';
import type { ReportHead, ReportLine } from '../../shared/report-sheet.ts';
import type { TableCheck, TableQuestion } from './check-table.ts';
import type { FaultyTable } from './faulty-workbook.ts';
import type { LeftRows } from './keep-faulty.ts';
import type { OpenedTable } from './open-table.ts';
import type { TableKind } from './read-rows.ts';

/** Workbooks, made and read in a thread of their own, which is started by the first and ends after a quiet minute. */
export interface ExcelRoom {
  /** The workbook of a list; `rows` may come in portions, each a pause in which the counter answers. */
  listWorkbook(sheet: ListSheet): Promise<Uint8Array>;
  listWorkbook(head: ListHead, portions: Portions): Promise<Uint8Array>;
  /** The workbook of a report; whoever gives the portions may end them by throwing, and nothing is made. */
  reportWorkbook(head: ReportHead, portions: AsyncIterable<readonly ReportLine[]>): Promise<Uint8Array>;
  openTable(path: string, kind: TableKind): Promise<OpenedTable>;
  /** Every row of a short list; null when it is none. */
  rows(path: string, kind: TableKind): Promise<TableRow[] | null>;
  checkTable(question: TableQuestion): Promise<TableCheck>;
  faultyWorkbook(table: FaultyTable): Promise<Uint8Array>;
  keepFaulty(left: LeftRows): Promise<number>;
  close(): Promise<void>;
}

export type Portions = Iterable<readonly (readonly ListCell[])[]>;

const portionRows = 1000;

export function openExcelRoom(worker: URL): ExcelRoom {
  let pool: Tinypool | undefined;
  const run = (name: string, task: unknown, transferList?: MessageChannel['port1'][]): Promise<unknown> => {
    pool ??= new Tinypool({
      filename: worker.href,
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      isolateWorkers: false,
      // A workbook made to burst ends its own thread, not the counter.
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    return pool.run(task, { name, ...(transferList && { transferList }) });
  };
  /** Gives a task its rows in portions, each when the one before is used up. */
  const stream = async (
    name: string,
    head: object,
    portions: Iterable<unknown> | AsyncIterable<unknown>,
  ): Promise<Uint8Array> => {
    const { port1, port2 } = new MessageChannel();
    const made = run(name, { head, port: port2 }, [port2]) as Promise<Uint8Array>;
    const failed = made.then(
      () => undefined,
      () => undefined,
    );
    try {
      for await (const rows of portions) {
        port1.postMessage(rows);
        await Promise.race([once(port1, 'message'), failed]);
      }
      port1.postMessage(null);
      return await made;
    } finally {
      port1.close();
    }
  };
  return {
    listWorkbook: (sheet: ListHead | ListSheet, portions: Portions = portionsOf(sheet)) => {
      const { rows: _, ...head } = sheet as ListSheet;
      return stream('list', head, portions);
    },
    reportWorkbook: (head, portions) => stream('report', head, portions),
    openTable: (path, kind) => run('open', { path, kind }) as Promise<OpenedTable>,
    rows: (path, kind) => run('rows', { path, kind }) as Promise<TableRow[] | null>,
    checkTable: (question) => run('check', question) as Promise<TableCheck>,
    faultyWorkbook: (table) => run('faulty', table) as Promise<Uint8Array>,
    keepFaulty: (left) => run('left', left) as Promise<number>,
    close: async () => {
      await pool?.destroy();
      pool = undefined;
    },
  };
}

function* portionsOf(sheet: ListHead | ListSheet): Portions {
  const rows = 'rows' in sheet ? sheet.rows : [];
  for (let from = 0; from < rows.length; from += portionRows) yield rows.slice(from, from + portionRows);
}
