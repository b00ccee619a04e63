import exceljs from 'exceljs';
import type { RowFault } from '../../shared/domain/import-case.ts';
import { fieldHead, type ImportField } from '../../shared/domain/import-fields.ts';
import type { TableRow } from '../../shared/domain/import-heads.ts';
import { faultSentence } from '../../shared/import-words.ts';
import { readLines } from './table-file.ts';

export interface FaultyTable {
  /** File of the table's rows, or of those that are left of it. */
  rowsFile: string;
  heads: string[];
  columns: (ImportField | null)[];
  rows: { row: number; faults: RowFault[] }[];
}

/**
 * The rows that could not be taken, as they stand in the file, under their own heads, with the reason behind: mended,
 * the workbook is read like the file itself, and the column of reasons is passed over.
 */
export async function faultyWorkbook({ rowsFile, heads, columns, rows }: FaultyTable): Promise<Uint8Array> {
  const kept = heads.flatMap((head, column) => (columns[column] === 'faults' ? [] : [{ head, column }]));
  const faultsOf = new Map(rows.map(({ row, faults }) => [row, faults]));
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Dòng cần sửa', { views: [{ state: 'frozen', ySplit: 1 }] });
  const font = { name: 'Times New Roman', size: 12 };
  const reasonHead = fieldHead('faults');
  sheet.addRow([...kept.map(({ head }) => head), reasonHead]).font = { ...font, bold: true };
  sheet.columns = [...kept.map(() => ({ width: 18 })), { width: 70 }];
  for await (const { row, cells } of readLines<TableRow>(rowsFile)) {
    const faults = faultsOf.get(row);
    if (faults === undefined) continue;
    const values = kept.map(({ column }) => {
      const cell = cells[column] ?? null;
      const isDay = typeof cell === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(cell);
      return isDay ? new Date(`${cell}:00Z`) : cell;
    });
    const added = sheet.addRow([...values, faults.map(faultSentence).join('; ')]);
    added.font = font;
    added.eachCell((cell) => {
      cell.numFmt =
        cell.value instanceof Date ? 'dd/mm/yyyy' : typeof cell.value === 'string' ? '@' : 'General';
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
