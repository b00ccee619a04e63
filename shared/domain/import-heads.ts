import { headKey, headScores, type ImportField } from './import-fields.ts';
import { tidy } from './text.ts';

/** A cell as a file gives it; a day or time of Excel is `YYYY-MM-DDTHH:mm`. */
export type TableCell = string | number | null;

export interface TableRow {
  /** Line in the file, from 1. */
  row: number;
  cells: readonly TableCell[];
}

/** How a table is built: where its heads stand, and what each column seems to hold. */
export interface TableShape {
  /** Line of the (first) row of heads. */
  headRow: number;
  /** The first line that can be a case. */
  firstRow: number;
  /** One a column; a head under a common one reads "Ngày, tháng, năm / Nhận hồ sơ". */
  heads: string[];
  columns: (ImportField | null)[];
  /** The heads as one text: the same table comes again under it. */
  signature: string;
}

const searched = 40;

/**
 * Finds the row of heads among the titles above it, in one row or in two with merged groups, and guesses the columns.
 * Undefined when no row has at least three heads that say something.
 */
export function recogniseTable(rows: readonly TableRow[]): TableShape | undefined {
  let best: { shape: TableShape; score: number } | undefined;
  for (const [index, row] of rows.slice(0, searched).entries()) {
    const below = rows[index + 1];
    const readings = [
      headsOf(row.cells),
      ...(below && isSubHead(row, below) ? [headsOf(row.cells, below.cells)] : []),
    ];
    for (const [depth, heads] of readings.entries()) {
      const columns = guessColumns(heads);
      const found = columns.filter((field) => field !== null).length;
      const score = found + depth / 2;
      if (found < 3 || (best && best.score >= score)) continue;
      const after = rows.slice(index + 1 + depth);
      const firstRow = after.find((each) => !isNumbering(each.cells))?.row ?? row.row + 1 + depth;
      best = { score, shape: { headRow: row.row, firstRow, heads, columns, signature: signatureOf(heads) } };
    }
  }
  return best?.shape;
}

/** Each field goes to the column that says it best; a column has one field, a field one column. */
export function guessColumns(heads: readonly string[]): (ImportField | null)[] {
  const columns: (ImportField | null)[] = heads.map(() => null);
  const wishes = heads
    .flatMap((head, column) => [...headScores(head)].map(([field, score]) => ({ column, field, score })))
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const taken = new Set<ImportField>();
  for (const { column, field } of wishes) {
    if (columns[column] !== null || taken.has(field)) continue;
    columns[column] = field;
    taken.add(field);
  }
  return columns;
}

export function signatureOf(heads: readonly string[]): string {
  return heads.map(headKey).join('|');
}

/** One text a column; under a group, which is written once over several columns, "group / head". */
function headsOf(cells: readonly TableCell[], below?: readonly TableCell[]): string[] {
  if (below === undefined) return cells.map(textOf);
  let group = '';
  return Array.from({ length: Math.max(cells.length, below.length) }, (_, column) => {
    const own = textOf(cells[column] ?? null);
    const sub = textOf(below[column] ?? null);
    if (own !== '') group = own;
    if (sub === '' || sub === own) return own;
    return group === '' ? sub : `${group} / ${sub}`;
  });
}

/** A row of heads under groups: words only, and where it says something the row above is a group or its empty rest. */
function isSubHead(above: TableRow, below: TableRow): boolean {
  const told = below.cells.flatMap((cell, column) => (textOf(cell) === '' ? [] : [{ cell, column }]));
  if (told.length === 0 || below.row !== above.row + 1) return false;
  // A title above the heads is no group.
  if (above.cells.filter((cell) => textOf(cell) !== '').length < 3) return false;
  if (told.some(({ cell }) => typeof cell === 'number' || /\d{2}/.test(textOf(cell)))) return false;
  const groups = told.filter(({ column }) => textOf(above.cells[column] ?? null) === '').length;
  const sameAgain = told.filter(
    ({ cell, column }) => textOf(above.cells[column] ?? null) === textOf(cell),
  ).length;
  return groups > 0 || sameAgain > 0;
}

/** "(1) (2) (3)" or "1 2 3" under the heads. */
function isNumbering(cells: readonly TableCell[]): boolean {
  const told = cells.map(textOf).filter((text) => text !== '');
  return told.length >= 3 && told.every((text, index) => text.replaceAll(/[()]/g, '') === String(index + 1));
}

export function textOf(cell: TableCell): string {
  return cell === null ? '' : tidy(String(cell));
}
