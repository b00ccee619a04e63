import { setImmediate as breathe } from 'node:timers/promises';
import { type BookLine, changedFields, fieldsBesideErased } from '../../../shared/domain/register-book.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BookCheck, BookDifference } from '../../../shared/views-book.ts';
import { findClosing } from '../../register/cases/books.ts';
import { entriesOf } from '../../register/journal.ts';
import { parseLine, readFrozen } from '../../register/register-book/register-book-file.ts';
import {
  erasedSerials,
  linePortions,
  type Stretch,
} from '../../register/register-book/register-book-lines.ts';
import type { LongScope } from '../door.ts';

/**
 * Holds a closed book against its stored lines, twice: as the journal tells it up to the closing, where nothing may
 * differ, and as the register tells it now, where every difference is listed. Throws notFound while the year is open.
 */
export async function checkBook(scope: LongScope, year: number): Promise<BookCheck> {
  const { db, context } = scope;
  const closing = findClosing(db, year);
  if (closing === undefined) throw new AppError('notFound', { what: 'book' });
  const stored = readFrozen(context.register.folder, closing.linesFile);
  const { lines } = closing;
  if (stored.fault !== null)
    return { fault: stored.fault, hashHolds: false, lines, tampered: [], changed: [] };
  const frozen = new Map<number, BookLine>();
  for (const text of stored.lines) {
    const line = parseLine(text);
    frozen.set(line.serial, line);
    if (frozen.size % 500 === 0) await breathe();
  }
  const recorded = entriesOf(db, `book:${year}`).filter(({ kind }) => kind === 'book.closed');
  const whole: Stretch = { year, from: 1, to: closing.lastSerial, lastSeq: closing.lastSeq };
  const tampered = await differences(scope, frozen, whole);
  const known = new Set(tampered.map(({ serial }) => serial));
  const changed = await differences(scope, frozen, { ...whole, to: null, lastSeq: null });
  return {
    fault: null,
    hashHolds:
      stored.hash === closing.hash &&
      recorded.length === 1 &&
      recorded.every(({ data }) => (data as { hash?: unknown }).hash === closing.hash),
    lines,
    tampered,
    changed: changed.filter(({ serial }) => !known.has(serial)),
  };
}

async function differences(
  { db }: LongScope,
  frozen: ReadonlyMap<number, BookLine>,
  stretch: Stretch,
): Promise<BookDifference[]> {
  const found: BookDifference[] = [];
  const erased = erasedSerials(db, stretch.year);
  const missing = new Set(frozen.keys());
  for (const portion of linePortions(db, stretch)) {
    for (const after of portion) {
      const { serial } = after;
      const before = frozen.get(serial) ?? null;
      missing.delete(serial);
      // An erased case differs from its closed line by the names that went: that is an act, and the journal has it.
      const changed = erased.has(serial) ? fieldsBesideErased : changedFields;
      if (before === null || changed(before, after).length > 0) found.push({ serial, before, after });
    }
    await breathe();
  }
  for (const serial of missing) found.push({ serial, before: frozen.get(serial) ?? null, after: null });
  return found.sort((a, b) => a.serial - b.serial);
}
