import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepared, type Reader, type Writer } from '../connection.ts';
import { raiseCounter } from '../counters.ts';
import {
  type EmergencyRange,
  type FirstEntry,
  firstEntryOf,
  isInRange,
  keptFirst,
  rangeStep,
} from '../emergency-range.ts';
import type { JournalRow } from '../journal.ts';
import { carveJournal } from './carve.ts';
import { openTorn } from './copy-tables.ts';
import { numbersIn } from './numbers-in.ts';
import { lostKind } from './rejoined-journal.ts';
import { listReplaced } from './set-aside.ts';
import { readTorn } from './torn-table.ts';

/** Numbers of an emergency register: its papers are told by them, so nobody else may ever have had them, nor get them. */

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
 * read whole, by what its pages and its journal still tell of numbers, and of where an emergency began.
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
  const know = (name: string, value: number) => known.set(name, Math.max(known.get(name) ?? 0, value));
  const ofBackup = backup === null ? [] : readTorn(backup, 'counters', false).rows;
  for (const { name, value } of ofBackup) know(String(name), Number(value));
  const files = listReplaced(folder)
    .map((place) => join(place, 'register.db'))
    .filter((file) => existsSync(file) && file !== source);
  for (const file of source === null ? files : [source, ...files]) {
    const read = numbersIn(file, null);
    for (const [name, value] of read.known) know(name, value);
    if (read.isWhole) continue;
    const first = file === source ? (keptIn(file) ?? firstEntryIn(carved)) : firstEntryInFile(file);
    if (first === undefined) mute += 1;
    else if (first) floor = Math.max(floor, first.from, ...Object.values(first.begins ?? {}));
  }
  return { known, floor, mute };
}

/**
 * Which emergency a file is that cannot be read whole; null of any other register, undefined where that is lost. Looks through its
 * pages unless what is kept of its first entry tells.
 */
export const firstEntryInFile = (file: string): FirstEntry | null | undefined =>
  keptIn(file) ?? firstEntryIn(carvedBeginning(file));

/** Whether a register that was put together again may be an emergency of an earlier version, of which nothing else is left. */
export function mayBeEmergency(db: Reader): boolean {
  const [first] = prepared<Pick<JournalRow, 'kind'>>(db, 'SELECT kind FROM journal WHERE seq = 1').all();
  if (first?.kind !== lostKind || firstEntryOf(db) !== undefined) return false;
  const counters = prepared<{ name: string; value: number }>(db, 'SELECT name, value FROM counters').all();
  return isInRange(counters.map(({ name, value }) => [name, value]));
}

/** What a file that cannot be read whole still keeps of its first entry. */
export function keptIn(file: string): FirstEntry | undefined {
  const torn = openTorn(file);
  try {
    return torn === null ? undefined : keptFirst(torn);
  } catch {
    return undefined;
  } finally {
    torn?.close();
  }
}

/** Entries from the pages with which a journal begins; none of a file that tells nothing. */
function carvedBeginning(file: string): ReadonlyMap<number, readonly JournalRow[]> {
  try {
    return carveJournal(file, (found) => found.has(1));
  } catch {
    return new Map();
  }
}

/** What the first entry of an emergency tells, null of any other register; undefined where the beginning of the journal is lost. */
function firstEntryIn(carved: ReadonlyMap<number, readonly JournalRow[]>): FirstEntry | null | undefined {
  const first = [1, 2, 3].flatMap((seq) => carved.get(seq) ?? []);
  const told = first.find(({ kind }) => kind === 'register.emergency');
  if (told)
    return { ...(JSON.parse(told.data) as EmergencyRange), at: told.at, mark: told.hash.toString('hex') };
  // Where a salvage did not find it either, another entry says so in its place.
  return carved.get(1)?.some(({ kind }) => kind !== lostKind) ? null : undefined;
}

/**
 * Lets every counter go on in a range of its own, behind what is known of it anywhere, behind every emergency of which only the
 * beginning is known, and behind every stretch of the year that was brought in. The stretches stay as they are. Answers where it
 * begins: what is not known yet, a new year, a day or a person's notes, begins at its base.
 */
export function beginRange(
  tx: Writer,
  year: string,
  { known, floor, mute }: GivenElsewhere,
): Required<EmergencyRange> {
  for (const [name, value] of known) raiseCounter(tx, name, value);
  const passed =
    prepared<{ value: number | null }>(
      tx,
      "SELECT max(value) AS value FROM counters WHERE name GLOB 'passed:*:' || ? || '*' OR name GLOB 'passed:[*]:*'",
    ).get(year)?.value ?? 0;
  const counters = prepared<{ name: string; value: number }>(
    tx,
    "SELECT name, value FROM counters WHERE name NOT GLOB 'passed:*'",
  ).all();
  const behind = (value: number) => rangeBehind(Math.max(value, floor, passed)) + mute * rangeStep;
  const base = behind(0);
  const begins: Record<string, number> = {};
  for (const { name, value } of counters) {
    const begin = behind(value);
    raiseCounter(tx, name, begin);
    if (begin > base) begins[name] = begin;
  }
  return { base, begins, from: (begins[`book:${year}`] ?? base) + 1 };
}
