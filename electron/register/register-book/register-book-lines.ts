import { createHash } from 'node:crypto';
import { type CaseEvent, fold } from '../../../shared/domain/case-flow.ts';
import { type BookLine, bookLineOf } from '../../../shared/domain/register-book.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { canonicalJson } from '../journal.ts';

/** The lines of a book, read a page at a time: only the cases of that page are folded. */

export interface Stretch {
  year: number;
  from: number;
  to: number | null;
  /** Only what the journal held up to this entry: the book as it was closed. Null: as it is. */
  lastSeq: number | null;
}

const endless = Number.MAX_SAFE_INTEGER;

/** At most `limit` lines from a serial on, in order of their serials. */
export function readLines(
  db: Reader,
  { year, from, to, lastSeq }: Stretch,
  limit: number,
): (BookLine & { caseId: number })[] {
  const serials = prepared<{ serial: number }>(
    db,
    'SELECT serial FROM cases WHERE year = @year AND serial BETWEEN @from AND @to ORDER BY serial LIMIT @limit',
  ).all({ year, from, to: to ?? endless, limit });
  const last = serials.at(-1);
  if (last === undefined) return [];
  const rows = prepared<{ id: number; data: string }>(
    db,
    `SELECT cases.id, journal.data FROM cases CROSS JOIN journal ON journal.subject = 'case:' || cases.id
     WHERE cases.year = @year AND cases.serial BETWEEN @from AND @last
       AND journal.kind GLOB 'case.*' AND journal.seq <= @lastSeq
     ORDER BY cases.serial, journal.seq`,
  ).all({ year, from, last: last.serial, lastSeq: lastSeq ?? endless });
  const cases = new Map<number, CaseEvent[]>();
  for (const { id, data } of rows) {
    const events = cases.get(id);
    if (events) events.push(JSON.parse(data));
    else cases.set(id, [JSON.parse(data)]);
  }
  return [...cases].map(([caseId, events]) => ({ ...bookLineOf(fold(events)), caseId }));
}

/** Serials of a year whose cases were erased. */
export function erasedSerials(db: Reader, year: number): ReadonlySet<number> {
  const rows = prepared<{ serial: number }>(
    db,
    'SELECT serial FROM cases WHERE year = ? AND erasedArea IS NOT NULL',
  ).all(year);
  return new Set(rows.map(({ serial }) => serial));
}

const portion = 200;

/** All lines of a stretch in portions; the caller lets others in between two of them. */
export function* linePortions(db: Reader, stretch: Stretch): Generator<BookLine[]> {
  let from = stretch.from;
  for (;;) {
    const lines = readLines(db, { ...stretch, from }, portion);
    const last = nextSerial(db, stretch, from);
    // The id is the register's own and no part of a book.
    if (lines.length > 0) yield lines.map(({ caseId: _, ...line }) => line);
    if (last === null) return;
    from = last;
  }
}

/** Where the portion after this one begins; by the cases, not by the lines, of which a closed book may have fewer. */
function nextSerial(db: Reader, { year, to }: Stretch, from: number): number | null {
  const row = prepared<{ serial: number }>(
    db,
    `SELECT serial FROM cases WHERE year = @year AND serial BETWEEN @from AND @to
     ORDER BY serial LIMIT 1 OFFSET ${portion}`,
  ).get({ year, from, to: to ?? endless });
  return row?.serial ?? null;
}

/** The serial a page before this one begins at; null when nothing comes before. */
export function pageBefore(
  db: Reader,
  year: number,
  from: number,
  least: number,
  size: number,
): number | null {
  const rows = prepared<{ serial: number }>(
    db,
    'SELECT serial FROM cases WHERE year = ? AND serial < ? AND serial >= ? ORDER BY serial DESC LIMIT ?',
  ).all(year, from, least, size);
  return rows.at(-1)?.serial ?? null;
}

/** One text for one line, whoever writes it. */
export function canonicalLine(line: BookLine): string {
  return canonicalJson(line);
}

/** SHA-256 over canonical lines, each ended by a line feed. */
export function lineHash(): { add(text: string): void; hex(): string } {
  const hash = createHash('sha256');
  return { add: (text) => hash.update(text).update('\n'), hex: () => hash.digest('hex') };
}

/** What happened to a case of a closed year afterwards. */
export interface Happening {
  seq: number;
  serial: number;
  caseId: number;
  caseCode: string;
  event: CaseEvent;
}

/** Acts on cases of a year after an entry of the journal, the oldest first. */
export function happeningsAfter(db: Reader, year: number, seq: number, limit: number): Happening[] {
  return prepared<Omit<Happening, 'event'> & { data: string }>(
    db,
    `SELECT journal.seq, cases.serial, cases.id AS caseId, cases.caseCode, journal.data
     FROM cases CROSS JOIN journal ON journal.subject = 'case:' || cases.id AND journal.seq > @seq
     WHERE cases.year = @year AND journal.kind GLOB 'case.*' ORDER BY journal.seq LIMIT @limit`,
  )
    .all({ year, seq, limit })
    .map(({ data, ...row }) => ({ ...row, event: JSON.parse(data) }));
}

export function countHappenings(db: Reader, year: number, seq: number): number {
  return (
    prepared<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM cases CROSS JOIN journal
         ON journal.subject = 'case:' || cases.id AND journal.seq > @seq
       WHERE cases.year = @year AND journal.kind GLOB 'case.*'`,
    ).get({ year, seq })?.count ?? 0
  );
}
