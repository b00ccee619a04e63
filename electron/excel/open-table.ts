import { recogniseTable, type TableRow, type TableShape } from '../../shared/domain/import-heads.ts';
import { readRows, type TableKind } from './read-rows.ts';
import { openLines, rowsPath } from './table-file.ts';

export type FileFault = 'damaged' | 'noHeads' | 'empty' | 'tooManyRows';

export interface OpenedTable {
  fault: FileFault | null;
  shape: TableShape | null;
  /** Lines that say something, heads and titles among them. */
  count: number;
  /** The first lines, for the eye. */
  first: TableRow[];
}

const mostRows = 200_000;
const shownRows = 60;

/** Reads a file once, keeps its rows beside it (`rowsPath`), and finds its heads. Never throws for what the file is. */
export async function openTable(path: string, kind: TableKind): Promise<OpenedTable> {
  const first: TableRow[] = [];
  const fail = (fault: FileFault): OpenedTable => ({ fault, shape: null, count: 0, first: [] });
  const out = openLines(rowsPath(path));
  let count = 0;
  try {
    for await (const row of readRows(path, kind)) {
      count += 1;
      if (count > mostRows) return fail('tooManyRows');
      if (first.length < shownRows) first.push(row);
      await out.write(row);
    }
  } catch {
    return fail('damaged');
  } finally {
    await out.close();
  }
  if (count === 0) return fail('empty');
  const shape = recogniseTable(first);
  if (shape === undefined) return fail('noHeads');
  return { fault: null, shape, count, first };
}
