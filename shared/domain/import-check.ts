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

/** "2024/17": year and serial of the register book. */
export function bookPlace({ receivedAt, serial }: Pick<ImportedCase, 'receivedAt' | 'serial'>): string {
  return `${receivedAt.slice(0, 4)}/${serial}`;
}
