import { fold, words } from '../../shared/domain/text.ts';
import type { CatalogueRow } from '../../shared/views.ts';
import { everydayWords } from './everyday-words.ts';

/**
 * Procedures that match what was typed, the likeliest first: the very initials, then the name without its leading
 * verb, then names and initials that begin so and codes, then every word found in the names. Equals keep the order
 * of the catalogue, so that a habit of the fingers holds; the rest is ordered by use first. Nothing typed: the most used.
 */
export function findProcedures<Row extends CatalogueRow>(rows: readonly Row[], typed: string): Row[] {
  const text = fold(typed).trim();
  if (text === '') return [...rows].sort(byUse);
  const ranked = rows.flatMap((row) => {
    const rank = rankOf(row, text);
    return rank === undefined ? [] : [{ row, rank }];
  });
  // The sort is stable: what it leaves equal stays as the catalogue has it.
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.rank <= ranks.sameName ? 0 : byUse(a.row, b.row)))
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
  return b.recent - a.recent;
}

const ranks = { initials: 0, sameName: 1, nameBegins: 2, initialsBegin: 3, shortNameHas: 4, nameHas: 5 };

function rankOf(row: CatalogueRow, text: string): number | undefined {
  if (row.initials.includes(text)) return ranks.initials;
  const asked = words(text);
  const said = asked.join(' ');
  const short = words(fold(row.shortName));
  const names = [short.join(' '), withoutVerb(short.join(' '))];
  const everyday = everydayMatch(row.shortName, said);
  if (names.includes(said) || everyday === 'whole') return ranks.sameName;
  // One letter begins a hundred names; it is the first of someone's initials.
  if (said.length > 1 && names.some((name) => name.startsWith(said))) return ranks.nameBegins;
  if (everyday === 'begun') return ranks.nameBegins;
  const isBegun = row.initials.some((initials) => initials.startsWith(text));
  if (isBegun || row.code.startsWith(text)) return ranks.initialsBegin;
  if (containsAll(short, asked)) return ranks.shortNameHas;
  return containsAll([...short, ...words(fold(`${row.name} ${row.field}`))], asked)
    ? ranks.nameHas
    : undefined;
}

/** What the office does with the thing, which nobody types: "đăng ký khai sinh" is "khai sinh". */
const verbs = [
  'dang ky',
  'cap',
  'chung thuc',
  'thanh lap',
  'xac nhan',
  'cong nhan',
  'giai quyet',
  'cho phep',
];

function withoutVerb(name: string): string {
  const verb = verbs.find((each) => name.startsWith(`${each} `));
  return verb === undefined ? name : name.slice(verb.length + 1);
}

/** Half an everyday word counts from its fourth letter. */
function everydayMatch(shortName: string, text: string): 'whole' | 'begun' | undefined {
  const said = Object.keys(everydayWords).filter((key) => everydayWords[key]?.includes(shortName));
  if (said.includes(text)) return 'whole';
  const isBegun = (key: string) => (text.length > 3 && key.startsWith(text)) || text.startsWith(`${key} `);
  return said.some(isBegun) ? 'begun' : undefined;
}

/** Every asked word begins one of the words. */
function containsAll(known: readonly string[], asked: readonly string[]): boolean {
  return asked.length > 0 && asked.every((word) => known.some((candidate) => candidate.startsWith(word)));
}
