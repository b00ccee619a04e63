import type { ListColumn, ListHead, ListSheet } from '../../../shared/list-sheet.ts';
import { listFileName } from '../../../shared/list-sheet.ts';
import type { Portions } from '../../excel/excel-room.ts';
import { dropOldLists, storeFile } from '../../register/files.ts';
import { type LongScope, requireSettings } from '../door.ts';

/** What a list says of itself; office and day come from the settings and the clock. */
export interface ListOrder {
  /** Which list, for the journal: 'cases', 'catalogue' … */
  list: string;
  name: string;
  title: string;
  subtitles: readonly string[];
  columns: readonly ListColumn[];
  unit: string;
  isNumbered?: boolean;
}

export interface ListFile {
  /** Path of the workbook on this counter, for a day. */
  path: string;
  /** Under which it is saved: "Danh sách hồ sơ 2025-04-24.xlsx". */
  fileName: string;
  count: number;
}

/**
 * Makes the workbook of a list, stores it and writes into the journal that it was taken out: which list, by which
 * conditions, how many rows, never whose. `portions` are groups of rows; between two of them the counter answers.
 */
export async function storeList(
  scope: LongScope,
  order: ListOrder,
  portions: Portions,
  conditions: unknown = {},
): Promise<ListFile> {
  const { list, ...words } = order;
  const { parentAgency, name, place } = requireSettings(scope.db, scope.now).office;
  const head: ListHead = { ...words, office: { parentAgency, name, place }, madeOn: scope.now.today };
  let count = 0;
  const counted = function* (): Portions {
    for (const portion of portions) {
      count += portion.length;
      yield portion;
    }
  };
  const bytes = await scope.context.excel.listWorkbook(head, counted());
  const { folder } = scope.context.register;
  dropOldLists(folder);
  const stored = storeFile(folder, bytes, 'xlsx');
  await scope.write(({ record }) => record('list.exported', `list:${list}`, { list, conditions, count }));
  return { path: `/files/${stored}`, fileName: listFileName(head), count };
}

/** The same of rows that are all at hand. */
export function storeShortList(
  scope: LongScope,
  order: ListOrder,
  rows: ListSheet['rows'],
  conditions: unknown = {},
): Promise<ListFile> {
  return storeList(scope, order, [rows], conditions);
}
