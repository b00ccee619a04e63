import type { ImportedCase, RowFault } from './import-case.ts';
import { headKey } from './import-fields.ts';
import type { RowContext, UnderstoodRow } from './import-rows.ts';

/** What only the whole file can tell: numbers given twice, names of procedures that the catalogue does not know. */

export interface KnownProcedure {
  code: string;
  name: string;
  shortName: string;
}

/** What was decided for a name that the catalogue does not know: one of its codes, or '' to keep the name. */
export type ProcedureDecisions = Readonly<Record<string, string>>;

/** A procedure by its code, its name or short name, else as was decided for this name. */
export function procedureFinder(
  known: readonly KnownProcedure[],
  decisions: ProcedureDecisions,
): RowContext['procedureOf'] {
  const byCode = new Map(known.map((each) => [each.code, each]));
  const byName = new Map(
    known.flatMap((each) => [each.name, each.shortName].map((name) => [headKey(name), each])),
  );
  return (code, name) => {
    const key = headKey(name);
    const decided = decisions[key];
    const found = byCode.get(code) ?? byName.get(key) ?? (decided ? byCode.get(decided) : undefined);
    if (found) return { code: found.code, name: found.name };
    return decided === '' && name !== '' ? { code: '', name: name.slice(0, 600) } : undefined;
  };
}

/** The procedures whose names share the most words with a text, best first. */
export function nearestProcedures(
  name: string,
  known: readonly KnownProcedure[],
  count: number,
): KnownProcedure[] {
  const wanted = new Set(headKey(name).split(' '));
  return known
    .map((each) => {
      const own = new Set(headKey(`${each.name} ${each.shortName}`).split(' '));
      const shared = [...wanted].filter((word) => own.has(word)).length;
      return { each, score: (2 * shared) / (wanted.size + own.size) };
    })
    .filter(({ score }) => score > 0.15)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ each }) => each);
}

/** Watches for numbers that the file gives twice; the first row keeps them, the later ones are told. */
export function openTwiceWatch(): (understood: UnderstoodRow) => UnderstoodRow {
  const codes = new Map<string, number>();
  const serials = new Map<string, number>();
  const nationalCodes = new Map<string, number>();
  return (understood) => {
    if (!understood.isGood) return understood;
    const { value } = understood;
    const faults: RowFault[] = [];
    const take = (taken: Map<string, number>, key: string, fault: Omit<RowFault, 'otherRow'>) => {
      const otherRow = taken.get(key);
      if (otherRow === undefined) taken.set(key, value.row);
      else faults.push({ ...fault, otherRow });
    };
    take(codes, value.caseCode, { field: 'caseCode', kind: 'codeTwice', text: value.caseCode });
    if (value.serial !== null && faults.length === 0) {
      take(serials, bookPlace(value), { field: 'serial', kind: 'serialTwice', text: String(value.serial) });
    }
    const { nationalCode } = value;
    if (nationalCode !== null && faults.length === 0) {
      take(nationalCodes, nationalCode, { field: 'nationalCode', kind: 'codeTwice', text: nationalCode });
    }
    return faults.length === 0 ? understood : { isGood: false, row: value.row, faults };
  };
}

/** A serial further than this above all that speaks for it is a slip of the hand: it would burn the numbers between. */
const serialMargin = 10_000;

/**
 * The highest serial that each year of a file can give: above what the year's book holds and the rows that come to it, or, for
 * a part of a thicker book, above twice the serial in the middle of its own. Assumed: no counter skips ten thousand numbers.
 * @param given the last serial of each year's book so far.
 */
export function serialLimits(
  cases: readonly Pick<ImportedCase, 'receivedAt' | 'serial'>[],
  given: Readonly<Record<string, number>>,
): Map<string, number> {
  const years = Map.groupBy(cases, ({ receivedAt }) => receivedAt.slice(0, 4));
  return new Map(
    [...years].map(([year, rows]) => {
      const serials = rows.flatMap(({ serial }) => serial ?? []).sort((a, b) => a - b);
      // One number alone speaks for nothing but itself.
      const middle = serials.length > 1 ? (serials[Math.floor((serials.length - 1) / 2)] ?? 0) : 0;
      return [year, Math.max((given[year] ?? 0) + rows.length, 2 * middle) + serialMargin];
    }),
  );
}

/** "2024/17": year and serial of the register book. */
export function bookPlace({ receivedAt, serial }: Pick<ImportedCase, 'receivedAt' | 'serial'>): string {
  return `${receivedAt.slice(0, 4)}/${serial}`;
}
