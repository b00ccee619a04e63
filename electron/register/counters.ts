import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';
import { baseOf, everyCounter, type GivenRange } from './emergency-range.ts';
import { refuseHeldNumbers } from './held-numbers.ts';

/**
 * The next value of a counter, from 1, or of an emergency from where its range begins, never given twice. The increment
 * belongs to the transaction that uses the number: a rolled-back reception gives it back, so there is no gap either.
 */
export function nextValue(tx: Writer, name: string): number {
  refuseHeldNumbers(tx);
  const row = prepared<{ value: number }>(
    tx,
    `INSERT INTO counters (name, value) VALUES (@name, @base + 1)
     ON CONFLICT (name) DO UPDATE SET value = max(value, @base) + 1 RETURNING value`,
  ).get({ name, base: baseOf(tx) });
  if (row === undefined) throw new Error(`Counter ${name} gave no value`);
  const last = lastPassed(tx, name, row.value);
  if (last === null) return row.value;
  raiseCounter(tx, name, last);
  return nextValue(tx, name);
}

/**
 * The last of the stretch that a value lies in; a counter that was raised may come into the midst of one. A stretch of every counter
 * is none of those that have one of their own from the same number on.
 */
function lastPassed(tx: Writer, name: string, value: number): number | null {
  const found = prepared<{ value: number | null }>(
    tx,
    `SELECT max(value) AS value FROM (
       SELECT value, CAST(substr(name, length(@own) + 1) AS INTEGER) AS first FROM counters
       WHERE name >= @own AND name < @ownEnd AND value >= @value
       UNION ALL
       SELECT value, CAST(substr(name, length(@every) + 1) AS INTEGER) AS first FROM counters AS stretch
       WHERE name >= @every AND name < @everyEnd AND value >= @value
         AND NOT EXISTS (SELECT 1 FROM counters WHERE name = @own || substr(stretch.name, length(@every) + 1))
     ) WHERE first <= @value`,
  ).get({
    own: passedName(name, ''),
    ownEnd: `passed:${name};`,
    every: passedName(everyCounter, ''),
    everyEnd: `passed:${everyCounter};`,
    value,
  });
  return found?.value ?? null;
}

/** Where a stretch of numbers begins that was given elsewhere: the row holds its last. */
const passedName = (name: string, first: number | ''): string => `passed:${name}:${first}`;

/** A stretch of numbers that is on paper already, further up: whoever counts up to it goes on behind it. */
export function passRange(tx: Writer, name: string, first: number, last: number): void {
  raiseCounter(tx, passedName(name, first), last);
}

/** Whether that was done. */
export const isPassed = (db: Reader, { name, first, last }: GivenRange): boolean =>
  prepared(db, 'SELECT 1 FROM counters WHERE name = ? AND value >= ?').get(passedName(name, first), last) !==
  undefined;

/** The last serial given in each year's book. */
export function givenSerials(db: Reader): Record<string, number> {
  const rows = prepared<{ name: string; value: number }>(
    db,
    "SELECT name, value FROM counters WHERE name GLOB 'book:*'",
  ).all();
  return Object.fromEntries(rows.map(({ name, value }) => [name.slice('book:'.length), value]));
}

/** Lets the counter go on after a value that came from elsewhere, so that it never gives it again. */
export function raiseCounter(tx: Writer, name: string, value: number): void {
  prepared(
    tx,
    `INSERT INTO counters (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)`,
  ).run(name, value);
}
