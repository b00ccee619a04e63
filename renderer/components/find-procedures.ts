import { fold, words } from '../../shared/domain/text.ts';
import type { CatalogueRow } from '../../shared/views.ts';

/**
 * Procedures that match what was typed, the likeliest first: the very initials, then initials that begin so,
 * then the code, then every word found in the names. Equal initials stand by code, so that a habit of
 * the fingers holds; the rest is ordered by use, then by code. Nothing typed: the most used.
 */
export function findProcedures<Row extends CatalogueRow>(rows: readonly Row[], typed: string): Row[] {
  const text = fold(typed).trim();
  if (text === '') return [...rows].sort(byUse);
  const ranked = rows.flatMap((row) => {
    const rank = rankOf(row, text);
    return rank === undefined ? [] : [{ row, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.rank === 0 ? byCode(a.row, b.row) : byUse(a.row, b.row)))
    .map(({ row }) => row);
}

/** The day's favourites: the most received of late, only those received at all. */
export function favouriteProcedures<Row extends CatalogueRow>(rows: readonly Row[], count: number): Row[] {
  return [...rows]
    .filter((row) => row.recent > 0)
    .sort(byUse)
    .slice(0, count);
}

function byUse(a: CatalogueRow, b: CatalogueRow): number {
  return b.recent - a.recent || byCode(a, b);
}

function byCode(a: CatalogueRow, b: CatalogueRow): number {
  return a.code < b.code ? -1 : 1;
}

function rankOf(row: CatalogueRow, text: string): number | undefined {
  if (row.initials.includes(text)) return 0;
  if (row.initials.some((initials) => initials.startsWith(text))) return 1;
  if (row.code.startsWith(text)) return 2;
  const asked = words(text);
  const short = words(fold(row.shortName));
  if (containsAll(short, asked)) return 3;
  return containsAll([...short, ...words(fold(`${row.name} ${row.field}`))], asked) ? 4 : undefined;
}

/** Every asked word begins one of the words. */
function containsAll(known: readonly string[], asked: readonly string[]): boolean {
  return asked.length > 0 && asked.every((word) => known.some((candidate) => candidate.startsWith(word)));
}
