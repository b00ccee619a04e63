import type { Reader } from '../connection.ts';
import type { KnownPast } from '../known-past.ts';
import { readTorn } from './torn-table.ts';

/** How far a damaged register had come, where its end is lost: what is said of that elsewhere than at the end. */
export interface Reached {
  /** Number of the last entry. */
  entries: number;
  /** The last id by table, as SQLite counts them. */
  ids: ReadonlyMap<string, number>;
}

/** Further than this behind what was found it is no number of ours, but damage. */
const farthest = 1_000_000;

/** @param found number of the last entry that was found. */
export function reachedBy(torn: Reader | null, past: KnownPast | null, found: number): Reached {
  const rows = torn === null ? [] : readTorn(torn, 'sqlite_sequence', true).rows;
  const ids = new Map(
    rows.flatMap(({ name, seq }): [string, number][] =>
      typeof name === 'string' && Number.isSafeInteger(Number(seq)) ? [[name, Number(seq)]] : [],
    ),
  );
  const points = [...(past?.held ?? []).map(({ seq }) => seq), past?.last ?? 0];
  const told = [...points, ids.get('journal') ?? 0].filter((seq) => seq <= found + farthest);
  return { entries: Math.max(0, ...told), ids };
}

/** Ids up to the last that nothing tells of any more. @param known those of which something does. @param from where to begin. */
export function untoldIds(reached: number, known: ReadonlySet<number>, from: number): number[] {
  const last = Math.max(0, ...known);
  const to = reached <= last + farthest ? Math.max(reached, last) : last;
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + 1 + index).filter(
    (id) => !known.has(id),
  );
}
