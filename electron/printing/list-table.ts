import type { Alignment, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { plain, ruledTable, type Sheet } from './sheet.ts';

/** A ruled list: headings that come again on every page, and rows that are never cut in two. */

export interface Column {
  heading: string;
  /** Part of the width; the parts of a table need not add up to anything. */
  share: number;
  alignment?: Alignment;
}

/** Rows of the lists a slip leaves for the pen. */
const blankRows = 3;

export function listTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { size = 9.5, hasTotal = false }: { size?: number; hasTotal?: boolean } = {},
): ContentTable {
  const line = sheet.mm(0.2);
  const padding = 2 * sheet.mm(1.4);
  const room = sheet.contentWidth - line * (columns.length + 1) - padding * columns.length;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const blank = columns.map(() => '\u00a0');
  const body: TableCell[][] = [
    columns.map(
      ({ heading }): TableCell => ({
        text: heading,
        bold: true,
        alignment: 'center',
        verticalAlignment: 'middle',
      }),
    ),
    ...(rows.length > 0 ? rows : Array<string[]>(blankRows).fill(blank)).map((row, at) =>
      columns.map(
        ({ alignment }, index): TableCell => ({
          text: plain(row[index]) || '\u00a0',
          alignment: alignment ?? 'left',
          bold: hasTotal && at === rows.length - 1,
        }),
      ),
    ),
  ];
  return {
    table: {
      widths: columns.map(({ share }) => (room * share) / shares),
      body,
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
    },
    layout: ruledTable(sheet),
    fontSize: sheet.type(size),
    lineHeight: 1.04,
  };
}
