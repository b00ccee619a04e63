import type { Hole } from '../../../shared/domain/register-book.ts';
import type { BookColumn } from '../../../shared/domain/register-book-columns.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Years and volumes of the register book, and the years that were closed. */

export interface Volume {
  volume: number;
  fromSerial: number;
  /** Null: the volume that goes on. */
  toSerial: number | null;
}

/**
 * The volume that the next case goes into. A year begins by itself with its first case, and a year that was closed goes
 * on in another volume, right after its last line, so that nobody is ever turned away by a book.
 */
export function openVolume(tx: Writer, year: number, at: string): number {
  const last = volumesOf(tx, year).at(-1);
  if (last?.toSerial === null) return last.volume;
  const volume = (last?.volume ?? 0) + 1;
  addVolume(tx, year, { volume, fromSerial: (last?.toSerial ?? 0) + 1 }, at);
  return volume;
}

/** The volume that a serial given elsewhere stands in, ended or not; a later one goes where the next case goes. */
export function volumeOf(tx: Writer, year: number, serial: number, at: string): number {
  const holding = volumesOf(tx, year).find(({ toSerial }) => toSerial !== null && serial <= toSerial);
  return holding?.volume ?? openVolume(tx, year, at);
}

/** Volumes as they were opened, the oldest first; none before the first case of the year. */
export function volumesOf(db: Reader, year: number): Volume[] {
  return prepared<Volume>(
    db,
    'SELECT volume, fromSerial, toSerial FROM books WHERE year = ? ORDER BY volume',
  ).all(year);
}

/** Ends the volume that goes on at the last serial of the year; one that holds nothing is taken away. */
export function endVolume(tx: Writer, year: number, lastSerial: number, at: string): void {
  const open = volumesOf(tx, year).at(-1);
  if (open?.toSerial !== null) return;
  if (open.fromSerial > lastSerial) {
    prepared(tx, 'DELETE FROM books WHERE year = ? AND volume = ?').run(year, open.volume);
  } else {
    prepared(tx, 'UPDATE books SET toSerial = ?, closedAt = ? WHERE year = ? AND volume = ?').run(
      lastSerial,
      at,
      year,
      open.volume,
    );
  }
}

export function addVolume(tx: Writer, year: number, volume: Omit<Volume, 'toSerial'>, at: string): void {
  prepared(tx, 'INSERT INTO books (year, volume, fromSerial, openedAt) VALUES (?, ?, ?, ?)').run(
    year,
    volume.volume,
    volume.fromSerial,
    at,
  );
}

/** Years that have a book, the newest first; found by jumps over the index, not by reading the cases. */
export function bookYears(db: Reader): number[] {
  return prepared<{ year: number }>(
    db,
    `WITH RECURSIVE years (year) AS (
       SELECT max(year) FROM cases
       UNION ALL SELECT (SELECT max(year) FROM cases WHERE year < years.year) FROM years WHERE year IS NOT NULL)
     SELECT year FROM years WHERE year IS NOT NULL`,
  )
    .all()
    .map(({ year }) => year);
}

/** Lines of a stretch of serials: how many, the first and the last; null when there is none. */
export function spanOf(
  db: Reader,
  year: number,
  from = 1,
  to: number | null = null,
): { lines: number; firstSerial: number; lastSerial: number } | null {
  const row = prepared<{ lines: number; firstSerial: number; lastSerial: number }>(
    db,
    `SELECT count(*) AS lines, min(serial) AS firstSerial, max(serial) AS lastSerial FROM cases
     WHERE year = @year AND serial BETWEEN @from AND @to`,
  ).get({ year, from, to: to ?? Number.MAX_SAFE_INTEGER });
  return row === undefined || row.lines === 0 ? null : row;
}

const mostHoles = 200;

/**
 * Serials from 1 to the last one given that no line has, at most 200 stretches. A reception never leaves one: they come
 * from a book that was brought in with numbers of its own, or from a hand past the door.
 */
export function holesOf(db: Reader, year: number): Hole[] {
  const span = spanOf(db, year);
  const given =
    prepared<{ value: number }>(db, 'SELECT value FROM counters WHERE name = ?').get(`book:${year}`)?.value ??
    0;
  const last = span?.lastSerial ?? 0;
  const tail = given > last ? [{ from: last + 1, to: given }] : [];
  if (span === null || span.lines === last) return tail;
  const inside = prepared<Hole>(
    db,
    `SELECT previous + 1 AS "from", serial - 1 AS "to" FROM (
       SELECT serial, lag(serial, 1, 0) OVER (ORDER BY serial) AS previous FROM cases WHERE year = ?)
     WHERE serial > previous + 1 LIMIT ${mostHoles}`,
  ).all(year);
  return [...inside, ...tail];
}

/** A closed year. */
export interface Closing {
  year: number;
  closedAt: string;
  closedBy: number;
  closedByName: string;
  lastSeq: number;
  lines: number;
  firstSerial: number;
  lastSerial: number;
  hash: string;
  linesFile: string;
  columns: BookColumn[];
}

export function findClosing(db: Reader, year: number): Closing | undefined {
  const row = prepared<Omit<Closing, 'columns'> & { columns: string }>(
    db,
    `SELECT bookClosings.*, people.name AS closedByName FROM bookClosings JOIN people ON people.id = closedBy
     WHERE year = ?`,
  ).get(year);
  return row && { ...row, columns: JSON.parse(row.columns) };
}

export function insertClosing(tx: Writer, { columns, closedByName: _, ...closing }: Closing): void {
  prepared(
    tx,
    `INSERT INTO bookClosings (year, closedAt, closedBy, lastSeq, lines, firstSerial, lastSerial, hash, linesFile, columns)
     VALUES (@year, @closedAt, @closedBy, @lastSeq, @lines, @firstSerial, @lastSerial, @hash, @linesFile, @columns)`,
  ).run({ ...closing, columns: JSON.stringify(columns) });
}

/** The newest entry of the journal: what a closing takes in. */
export function lastSeq(db: Reader): number {
  return prepared<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM journal').get()?.seq ?? 0;
}

export interface Addendum {
  year: number;
  number: number;
  at: string;
  byName: string;
  note: string;
  lines: number;
  file: string;
}

export function addendaOf(db: Reader, year: number): Addendum[] {
  return prepared<Addendum>(
    db,
    `SELECT year, number, at, people.name AS byName, note, lines, file FROM bookAddenda
     JOIN people ON people.id = personId WHERE year = ? ORDER BY number`,
  ).all(year);
}

export function insertAddendum(tx: Writer, addendum: Omit<Addendum, 'byName'> & { personId: number }): void {
  prepared(
    tx,
    `INSERT INTO bookAddenda (year, number, at, personId, note, lines, file)
     VALUES (@year, @number, @at, @personId, @note, @lines, @file)`,
  ).run(addendum);
}

/** A file of a printed closed book: a volume, or a part of a thick one. */
export interface BookPrint {
  part: number;
  volume: number;
  fromSerial: number;
  toSerial: number;
  file: string;
}

export function printsOf(db: Reader, year: number): BookPrint[] {
  return prepared<BookPrint>(
    db,
    'SELECT part, volume, fromSerial, toSerial, file FROM bookPrints WHERE year = ? ORDER BY part',
  ).all(year);
}

export function insertPrints(tx: Writer, year: number, prints: readonly BookPrint[]): void {
  for (const print of prints) {
    prepared(
      tx,
      `INSERT OR IGNORE INTO bookPrints (year, part, volume, fromSerial, toSerial, file)
       VALUES (@year, @part, @volume, @fromSerial, @toSerial, @file)`,
    ).run({ year, ...print });
  }
}
