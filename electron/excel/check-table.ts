import { existsSync, rmSync } from 'node:fs';
import type { ImportedCase, RowFault } from '../../shared/domain/import-case.ts';
import {
  type KnownProcedure,
  nearestProcedures,
  openTwiceWatch,
  type ProcedureDecisions,
  procedureFinder,
  serialLimits,
} from '../../shared/domain/import-check.ts';
import { headKey, type ImportField } from '../../shared/domain/import-fields.ts';
import { type TableCell, type TableRow, textOf } from '../../shared/domain/import-heads.ts';
import { understandRow } from '../../shared/domain/import-rows.ts';
import { type DayOrder, dayOrderOf } from '../../shared/domain/import-values.ts';
import { casesPath, faultsPath, leftPath, openLinesOnce, readLines, rowsPath } from './table-file.ts';

export interface TableQuestion {
  path: string;
  /** Names the files of this check; says all that this question and the catalogue say. */
  digest: string;
  /** First line that can be a case. */
  firstRow: number;
  columns: (ImportField | null)[];
  today: string;
  known: KnownProcedure[];
  decisions: ProcedureDecisions;
  /** The last serial of each year's book. */
  givenSerials: Record<string, number>;
}

export interface UnknownProcedure {
  /** Under it a decision is kept. */
  key: string;
  name: string;
  count: number;
  nearest: KnownProcedure[];
}

export interface FaultyRow {
  row: number;
  faults: RowFault[];
}

export interface TableCheck {
  good: number;
  faulty: number;
  dayOrder: DayOrder;
  /** Names that the catalogue does not know, decided or not, the commonest first. */
  unknown: UnknownProcedure[];
}

const dayFields: readonly (ImportField | null)[] = [
  'receivedOn',
  'dueOn',
  'handedOverOn',
  'resolvedOn',
  'returnedOn',
  'endedOn',
];

/** Reads every row; the cases, in the order of their reception, and the faulty rows go into files of their own. */
export async function checkTable(question: TableQuestion): Promise<TableCheck> {
  const { path, digest, firstRow, columns, today, known, decisions } = question;
  const dayOrder = await orderOfDays(question);
  // Left over from the same question before: the file is handed in anew, and its rows are all here again.
  if (existsSync(leftPath(path, digest)))
    for (const old of [leftPath(path, digest), faultsPath(path, digest)]) rmSync(old, { force: true });
  const context = { columns, dayOrder, today, procedureOf: procedureFinder(known, decisions) };
  const catalogueOnly = procedureFinder(known, {});
  const watch = openTwiceWatch();
  const cases: ImportedCase[] = [];
  const unknown = new Map<string, UnknownProcedure>();
  const faultyRows = openLinesOnce(faultsPath(path, digest));
  let faulty = 0;
  for await (const row of readLines<TableRow>(rowsPath(path))) {
    if (row.row < firstRow) continue;
    const understood = understandRow(row, context);
    if (understood === null) continue;
    const name = cellText(row, columns, 'procedure');
    if (name !== '' && !catalogueOnly(cellText(row, columns, 'procedureCode'), name)) {
      const key = headKey(name);
      const seen = unknown.get(key) ?? { key, name, count: 0, nearest: nearestProcedures(name, known, 5) };
      unknown.set(key, { ...seen, count: seen.count + 1 });
    }
    const watched = watch(understood);
    if (watched.isGood) cases.push(watched.value);
    else {
      faulty += 1;
      await faultyRows.write({ row: watched.row, faults: watched.faults } satisfies FaultyRow);
    }
  }
  const limits = serialLimits(cases, question.givenSerials);
  const good: ImportedCase[] = [];
  for (const each of cases) {
    const { row, serial, receivedAt } = each;
    if (serial === null || serial <= (limits.get(receivedAt.slice(0, 4)) ?? 0)) {
      good.push(each);
      continue;
    }
    faulty += 1;
    const fault: RowFault = { field: 'serial', kind: 'serialFar', text: String(serial) };
    await faultyRows.write({ row, faults: [fault] } satisfies FaultyRow);
  }
  await faultyRows.close();
  good.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.row - b.row));
  const out = openLinesOnce(casesPath(path, digest));
  for (const each of good) await out.write(each);
  await out.close();
  return {
    good: good.length,
    faulty,
    dayOrder,
    unknown: [...unknown.values()].sort((a, b) => b.count - a.count).slice(0, 200),
  };
}

async function orderOfDays({ path, firstRow, columns }: TableQuestion): Promise<DayOrder> {
  const places = columns.flatMap((field, column) => (dayFields.includes(field) ? [column] : []));
  const texts: TableCell[] = [];
  for await (const { row, cells } of readLines<TableRow>(rowsPath(path))) {
    if (row >= firstRow)
      texts.push(...places.map((place) => cells[place] ?? null).filter((each) => typeof each === 'string'));
  }
  return dayOrderOf(texts);
}

function cellText(row: TableRow, columns: TableQuestion['columns'], field: ImportField): string {
  const column = columns.indexOf(field);
  return column < 0 ? '' : textOf(row.cells[column] ?? null);
}
