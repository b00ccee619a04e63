import type { ReportColumn } from '../../../shared/report-sheet.ts';

interface HeadCell {
  key: string;
  text: string;
  colSpan: number;
  rowSpan: number;
}

/** Heads in as many rows as the deepest has; one that stands alone goes down over all of them. */
export function headCells(columns: readonly ReportColumn[]): HeadCell[][] {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  return Array.from({ length: depth }, (_, level) => {
    const over = ({ path }: ReportColumn) => path.slice(0, level + 1).join('|');
    const cells: HeadCell[] = [];
    for (const column of columns) {
      const text = column.path[level];
      if (text === undefined) continue;
      const last = cells.at(-1);
      if (last?.key === over(column)) last.colSpan += 1;
      else
        cells.push({
          key: over(column),
          text,
          colSpan: 1,
          rowSpan: column.path.length === level + 1 ? depth - level : 1,
        });
    }
    return cells;
  });
}
