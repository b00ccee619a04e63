import { type BulkInput, bulkRowSchema, numberTwice } from '../../../../shared/domain/bulk.ts';
import type { PastedRow } from '../../../../shared/domain/bulk-paste.ts';
import { faultsOf } from '../../../../shared/faults.ts';
import { parseTypedDay } from '../../../../shared/format.ts';
import type { CatalogueRow } from '../../../../shared/views.ts';
import { fieldSentence } from '../../../error-sentences.ts';
import { spacedPhone, tidyDay } from '../person.ts';

/** A line of the list as it is typed. `procedure` is empty where the list's own procedure is meant. */
export interface RowValues extends PastedRow {
  id: string;
}

export type ColumnKey = keyof PastedRow;

/** The columns of the grid, in the order of Enter. */
export const gridColumns: { key: ColumnKey; label: string; inputMode?: 'numeric' | 'tel' }[] = [
  { key: 'name', label: 'Họ và tên' },
  { key: 'idNumber', label: 'Số định danh', inputMode: 'numeric' },
  { key: 'birthOn', label: 'Ngày sinh', inputMode: 'numeric' },
  { key: 'phone', label: 'Điện thoại', inputMode: 'tel' },
  { key: 'address', label: 'Nơi cư trú' },
  { key: 'note', label: 'Ghi chú' },
  { key: 'procedure', label: 'Thủ tục khác' },
];

export function emptyRow(values: Partial<PastedRow> = {}): RowValues {
  return {
    id: crypto.randomUUID(),
    name: '',
    idNumber: '',
    birthOn: '',
    phone: '',
    address: '',
    note: '',
    procedure: '',
    ...values,
  };
}

export function isEmptyRow(row: RowValues): boolean {
  return gridColumns.every(({ key }) => row[key].trim() === '');
}

/** "12091996" → "12/09/1996" when a cell is left. */
export function tidyCell(key: ColumnKey, text: string): string {
  if (key === 'birthOn') return tidyDay(text);
  return key === 'phone' ? spacedPhone(text) : text;
}

/** The procedure a cell names, by code or short name; undefined when there is none such. */
export function procedureOf(rows: readonly CatalogueRow[], text: string): CatalogueRow | undefined {
  const typed = text.trim().toLowerCase();
  return rows.find(({ code, shortName }) => code === text.trim() || shortName.toLowerCase() === typed);
}

type FeeInput = BulkInput['procedures'][number]['fee'];

/** What another procedure of the list costs: paid as was chosen for the list, and exempt for the same reason. */
export function feeOfOther(amountVnd: number | null, { method, facts, reason }: FeeInput): FeeInput {
  if (method !== 'exempt') return { amountVnd, method };
  const exemption = facts?.exemption;
  return { amountVnd: 0, method, ...(exemption && { facts: { exemption } }), ...(reason && { reason }) };
}

type BulkRowInput = BulkInput['rows'][number];

/** What the door is asked for; a day or a procedure that cannot be read stays wrong for the schema to say. */
export function toBulkRow(
  row: RowValues,
  mainCode: string,
  catalogue: readonly CatalogueRow[],
): BulkRowInput {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  const typed = row.procedure.trim();
  return {
    name: row.name,
    idNumber: orNull(row.idNumber),
    birthOn: row.birthOn.trim() === '' ? null : (parseTypedDay(row.birthOn) ?? 'day'),
    phone: orNull(row.phone),
    address: row.address,
    note: row.note,
    procedureCode: typed === '' ? mainCode : (procedureOf(catalogue, typed)?.code ?? ''),
  };
}

export interface RowFault {
  rowId: string;
  key: ColumnKey;
  sentence: string;
}

/** What is wrong with a line, by the door's own schema, in sentences. */
export function faultsOfRow(row: RowValues, input: BulkRowInput): RowFault[] {
  const parsed = bulkRowSchema.safeParse(input);
  if (parsed.success) return [];
  return Object.entries(faultsOf(parsed.error)).map(([path, kind]) => {
    const key = gridColumns.find((column) => column.key === path)?.key ?? 'procedure';
    const sentence =
      key === 'procedure'
        ? 'Không có thủ tục này trong danh mục.'
        : fieldSentence(path === 'birthOn' ? 'day' : kind);
    return { rowId: row.id, key, sentence };
  });
}

/** Lines whose number stands before them under another name: to be looked at, received all the same. */
export function doubtsOfRows(rows: readonly RowValues[]): RowFault[] {
  return numberTwice(rows).flatMap((first, index) => {
    const row = rows[index];
    if (first === undefined || row === undefined) return [];
    const sentence = `trùng số với dòng ${first + 1} nhưng khác họ tên (${rows[first]?.name.trim() ?? ''}).`;
    return [{ rowId: row.id, key: 'idNumber', sentence }];
  });
}
