import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepared, type Reader, type Writer } from '../connection.ts';
import { raiseCounter } from '../counters.ts';
import type { JournalRow } from '../journal.ts';
import { carveJournal } from './carve.ts';
import { openTorn } from './copy-tables.ts';
import { listReplaced } from './set-aside.ts';
import { readTorn } from './torn-table.ts';

/** Numbers of an emergency register: its papers are told by them, so nobody else may ever have had them, nor get them. */

/** So far from the last number that is known, an emergency register begins to count. */
const rangeStep = 5000;

/** The next multiple that lies at least half a step away: also what was received and is lost stays below it. */
export const rangeBehind = (known: number): number =>
  (Math.floor((known + rangeStep / 2) / rangeStep) + 1) * rangeStep;

/** What other registers of this office have given. */
export interface GivenElsewhere {
  /** The highest by counter. */
  known: ReadonlyMap<string, number>;
  /** No counter begins below it: where emergencies began of which only that is known. */
  floor: number;
  /** Files that tell nothing. Each may have been an emergency, which began a step further up. */
  mute: number;
}

/**
 * Reads what the registers that lie aside, the damaged one and a copy have given: each by its counters, and where those cannot be
 * read whole, by where its journal says that an emergency began.
 * @param carved entries of the damaged one, which is `source`.
 */
export function givenElsewhere(
  folder: string,
  source: string | null,
  carved: ReadonlyMap<number, readonly JournalRow[]>,
  backup: Reader | null,
): GivenElsewhere {
  const known = new Map<string, number>();
  let [floor, mute] = [0, 0];
  const learn = (db: Reader) => {
    const { rows, isTorn } = readTorn(db, 'counters', false);
    for (const { name, value } of rows)
      known.set(String(name), Math.max(known.get(String(name)) ?? 0, Number(value)));
    return !isTorn;
  };
  if (backup) learn(backup);
  const files = listReplaced(folder)
    .map((place) => join(place, 'register.db'))
    .filter((file) => existsSync(file) && file !== source);
  for (const file of source === null ? files : [source, ...files]) {
    const torn = openTorn(file);
    const isWhole = torn !== null && learn(torn);
    torn?.close();
    if (isWhole) continue;
    const began = beganAt(file === source ? carved : carvedOf(file));
    if (began === null) mute += 1;
    else floor = Math.max(floor, began);
  }
  return { known, floor, mute };
}

function carvedOf(file: string): ReadonlyMap<number, readonly JournalRow[]> {
  try {
    return carveJournal(file);
  } catch {
    return new Map();
  }
}

/** The first serial of an emergency, 0 of any other register; null where the beginning of the journal is lost. */
function beganAt(carved: ReadonlyMap<number, readonly JournalRow[]>): number | null {
  const first = [1, 2, 3].flatMap((seq) => carved.get(seq) ?? []);
  const told = first.find(({ kind }) => kind === 'register.emergency');
  if (told) return (JSON.parse(told.data) as { from: number }).from;
  return carved.has(1) ? 0 : null;
}

/**
 * Lets every counter go on in a range of its own, behind what is known of it anywhere, behind every emergency of which only the
 * beginning is known, and behind every stretch of the year that was brought in. The stretches stay as they are.
 */
export function beginRange(
  tx: Writer,
  names: readonly string[],
  year: string,
  { known, floor, mute }: GivenElsewhere,
): void {
  for (const [name, value] of known) raiseCounter(tx, name, value);
  for (const name of names) raiseCounter(tx, name, 1);
  const passed =
    prepared<{ value: number | null }>(
      tx,
      "SELECT max(value) AS value FROM counters WHERE name GLOB 'passed:*:' || ? || '*'",
    ).get(year)?.value ?? 0;
  const counters = prepared<{ name: string; value: number }>(
    tx,
    "SELECT name, value FROM counters WHERE name NOT GLOB 'passed:*'",
  ).all();
  for (const { name, value } of counters)
    raiseCounter(tx, name, rangeBehind(Math.max(value, floor, passed)) + mute * rangeStep);
}
