import { readFileSync } from 'node:fs';
import type { CellValue } from 'exceljs';
import papaparse from 'papaparse';
import { recogniseTable, type TableCell, type TableRow } from '../../shared/domain/import-heads.ts';
import { WholeLettersReader } from './whole-letters.ts';
import { isWholeZip } from './whole-zip.ts';

/**
 * Rows of a workbook's first sheet that says something, or of a CSV file; empty rows are left out. Throws RangeError for a workbook
 * that is torn or made to burst.
 */

export type TableKind = 'xlsx' | 'csv';
const mostCells = 100;

export async function* readRows(path: string, kind: TableKind): AsyncGenerator<TableRow> {
  if (kind === 'csv') yield* readCsv(decode(readFileSync(path)));
  else yield* readWorkbook(path);
}

async function* readWorkbook(path: string): AsyncGenerator<TableRow> {
  if (!isWholeZip(path)) throw new RangeError('No whole workbook');
  const book = new WholeLettersReader(path, {
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
    entries: 'ignore',
  });
  for await (const sheet of book) {
    let isTold = false;
    for await (const row of sheet) {
      const values = Array.isArray(row.values) ? row.values.slice(1, mostCells + 1) : [];
      const cells = Array.from(values, (value) => cellOf(value as CellValue));
      if (cells.every((cell) => cell === null)) continue;
      isTold = true;
      yield { row: row.number, cells };
    }
    if (isTold) return;
  }
}

/** A formula gives its last result, an error nothing. */
function cellOf(value: CellValue): TableCell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 16);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return cellOf(value.text as CellValue);
  if ('result' in value) return cellOf(value.result as CellValue);
  return null;
}

function* readCsv(text: string): Generator<TableRow> {
  const { data } = papaparse.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false });
  for (const [index, line] of data.entries()) {
    const row = rowOf(line, index);
    if (row !== null) yield row;
  }
}

function rowOf(line: readonly string[], index: number): TableRow | null {
  const cells = line.slice(0, mostCells).map((cell) => (cell.trim() === '' ? null : cell));
  return cells.some((cell) => cell !== null) ? { row: index + 1, cells } : null;
}

/** The sign between the cells: the one under which most heads make sense, for Vietnamese heads are full of commas. */
function delimiterOf(text: string): string {
  const begin = text.split(/\r?\n/, 60).join('\n');
  const scored = [';', '\t', ',', '|'].map((delimiter) => {
    const { data } = papaparse.parse<string[]>(begin, { delimiter, skipEmptyLines: false });
    const rows = data.flatMap((line, index) => rowOf(line, index) ?? []);
    const columns = recogniseTable(rows)?.columns ?? [];
    return { delimiter, score: columns.filter((field) => field !== null).length };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** UTF-16 and UTF-8 by their marks, UTF-8 when it is sound, else the Windows code page of older Vietnamese programs. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
