import { prepared, type Reader, type Writer } from './connection.ts';
import type { JournalRow } from './journal.ts';

/** The numbers of an emergency register lie in a range of their own, in which also those begin that nobody had given before. */

/** So far from the last number that is known, an emergency register begins to count. */
export const rangeStep = 5000;

/** What the first entry of an emergency tells. */
export interface EmergencyRange {
  /** Its first serial in the book of the year. */
  from: number;
  /** Behind this number every counter begins. Emergencies of earlier versions do not tell it. */
  base?: number;
  /** Counters that begin further up, because more was given of them. */
  begins?: Record<string, number>;
}

export interface FirstEntry extends EmergencyRange {
  /** Instant at which it was opened. */
  at: string;
  /** Hash of its first entry: which emergency it is. */
  mark: string;
}

/** Which emergency a register is, by its first entry, or where that is lost by what is kept of it. Undefined of any other. */
export const firstEntryOf = (db: Reader): FirstEntry | undefined => writtenFirst(db) ?? keptFirst(db);

function writtenFirst(db: Reader): FirstEntry | undefined {
  const row = prepared<Pick<JournalRow, 'at' | 'hash' | 'data'>>(
    db,
    "SELECT at, hash, data FROM journal WHERE seq <= 3 AND kind = 'register.emergency' ORDER BY seq LIMIT 1",
  ).get();
  return row && { ...(JSON.parse(row.data) as EmergencyRange), at: row.at, mark: row.hash.toString('hex') };
}

/** Among the settings, which nobody asks by this name: whatever page of the journal is lost, it tells. */
const keptName = 'emergency';

/** What is kept of the first entry of an emergency; undefined of any other register, and of one that an earlier version made. */
export function keptFirst(db: Reader): FirstEntry | undefined {
  const row = prepared<{ value: string }>(
    db,
    'SELECT value FROM settings WHERE name = ? ORDER BY effectiveFrom DESC LIMIT 1',
  ).get(keptName);
  return row && (JSON.parse(row.value) as FirstEntry);
}

/** Whether its first entry stands in the journal alone. */
export function isFirstUnkept(db: Reader): boolean {
  const first = writtenFirst(db);
  return first !== undefined && keptFirst(db)?.mark !== first.mark;
}

/** Keeps what the first entry of an emergency tells where no lost page takes both; what came along of another one goes. */
export function keepFirst(tx: Writer): void {
  const first = writtenFirst(tx);
  prepared(tx, 'DELETE FROM settings WHERE name = ?').run(keptName);
  if (first === undefined) return;
  prepared(tx, 'INSERT INTO settings (name, effectiveFrom, value) VALUES (?, ?, ?)').run(
    keptName,
    first.at.slice(0, 10),
    JSON.stringify(first),
  );
}

/** Whether counters stand as those of an emergency do: every one begins in its range, and no office gives a day so many slips. */
export function isInRange(counters: Iterable<readonly [name: string, value: number]>): boolean {
  const values = [...counters].filter(([name]) => name.startsWith('slip:'));
  return values.length > 0 && values.every(([, value]) => value >= rangeStep);
}

/** The number behind which every counter of a register begins: 0, and of an emergency that of its range. */
export function baseOf(db: Reader): number {
  const first = firstEntryOf(db);
  return first === undefined ? 0 : (first.base ?? rangeStep);
}

/** Stands for the name of a counter: also for those that nobody here has heard of. */
export const everyCounter = '*';

/** A stretch of numbers that an emergency has given, as far as it can have. One whose last lies before its first is empty. */
export interface GivenRange {
  /** Of its counter, or `everyCounter`. */
  name: string;
  first: number;
  last: number;
}

/** What an emergency has given, by counter. */
export function rangesGiven(source: Reader): GivenRange[] {
  const range = firstEntryOf(source);
  if (range === undefined) return [];
  return prepared<{ name: string; value: number }>(
    source,
    "SELECT name, value FROM counters WHERE name NOT GLOB 'passed:*' ORDER BY name",
  )
    .all()
    .map(({ name, value }) => ({ name, first: beginOf(range, name, value) + 1, last: value }))
    .filter(({ first, last }) => first <= last);
}

/** All that an emergency can have given of which only the first entry is known: a step from each of its beginnings. */
export function rangesPossible({ base, begins = {}, from }: EmergencyRange): GivenRange[] {
  const last = base ?? Math.floor((from - 1) / rangeStep) * rangeStep;
  const every = { name: everyCounter, first: (base ?? rangeStep) + 1, last: last + rangeStep };
  const own = Object.entries(begins).map(([name, begin]) => ({
    name,
    first: begin + 1,
    last: begin + rangeStep,
  }));
  return [every, ...own, ...own.map(({ name }) => ({ name, first: every.first, last: every.first - 1 }))];
}

function beginOf({ base, begins }: EmergencyRange, name: string, value: number): number {
  if (base !== undefined) return begins?.[name] ?? base;
  return Math.max(rangeStep, Math.floor((value - 1) / rangeStep) * rangeStep);
}
