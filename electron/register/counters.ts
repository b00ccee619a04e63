import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';
import { refuseHeldNumbers } from './held-numbers.ts';

/**
 * The next value of a counter, from 1, never given twice. The increment belongs to the transaction that uses
 * the number: a rolled-back reception gives it back, so there is no gap either.
 */
export function nextValue(tx: Writer, name: string): number {
  refuseHeldNumbers(tx);
  const row = prepared<{ value: number }>(
    tx,
    `INSERT INTO counters (name, value) VALUES (?, 1)
     ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
  ).get(name);
  if (row === undefined) throw new Error(`Counter ${name} gave no value`);
  const last = lastPassed(tx, name, row.value);
  if (last === null) return row.value;
  raiseCounter(tx, name, last);
  return nextValue(tx, name);
}

/** The last of the stretch that a value lies in; a counter that was raised may come into the midst of one. */
function lastPassed(tx: Writer, name: string, value: number): number | null {
  const found = prepared<{ value: number | null }>(
    tx,
    `SELECT max(value) AS value FROM counters
     WHERE name >= @from AND name < @to AND value >= @value AND CAST(substr(name, length(@from) + 1) AS INTEGER) <= @value`,
  ).get({ from: `passed:${name}:`, to: `passed:${name};`, value });
  return found?.value ?? null;
}

/** Where a stretch of numbers begins that was given elsewhere: the row holds its last. */
const passedName = (name: string, first: number): string => `passed:${name}:${first}`;

/** A stretch of numbers that is on paper already, further up: whoever counts up to it goes on behind it. */
export function passRange(tx: Writer, name: string, first: number, last: number): void {
  raiseCounter(tx, passedName(name, first), last);
}

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
