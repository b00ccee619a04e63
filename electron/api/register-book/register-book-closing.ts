import { AppError } from '../../../shared/errors.ts';
import type { BookFile } from '../../../shared/views-book.ts';
import {
  addendaOf,
  addVolume,
  type Closing,
  endVolume,
  findClosing,
  holesOf,
  insertAddendum,
  insertClosing,
  lastSeq,
  spanOf,
  volumesOf,
} from '../../register/cases/books.ts';
import { storeFile } from '../../register/files.ts';
import { canonicalJson } from '../../register/journal.ts';
import { storeFrozen } from '../../register/register-book/register-book-file.ts';
import { canonicalLine, lineHash, linePortions } from '../../register/register-book/register-book-lines.ts';
import { type CommandScope, type LongScope, requirePerson } from '../door.ts';
import { checkBook } from './register-book-check.ts';
import { printVolume } from './register-book-paper.ts';
import { columnsOf, mayCloseFrom } from './register-book-view.ts';

/** A year is closed once; what comes later stands beside it (TT 01/2018/TT-VPCP Điều 10.2). */

/**
 * Closes the year in one transaction, then prints its volumes. A print that fails leaves the year closed: it is made when
 * somebody asks for it.
 * @returns the files; none of a book so thick that nobody should wait for them.
 */
export async function closeBook(scope: LongScope, year: number): Promise<BookFile[]> {
  const span = spanOf(scope.db, year);
  refuseToClose(scope, year);
  await scope.writeInChunks('book', span?.lines ?? 0, (inner) => freeze(inner, year));
  const printing = printYear(scope, year);
  return (span?.lines ?? 0) > printedAtOnce ? [] : printing;
}

/** A thicker book is printed while its keeper goes on: its files are there when they are made. */
const printedAtOnce = 5000;

async function printYear(scope: LongScope, year: number): Promise<BookFile[]> {
  const files: BookFile[] = [];
  try {
    for (const { volume } of volumesOf(scope.db, year))
      files.push(...(await printVolume(scope, year, volume)));
  } catch (error) {
    scope.context.log(`book ${year}: ${String(error)}`);
  }
  return files;
}

function refuseToClose({ db, now }: Pick<LongScope, 'db' | 'now'>, year: number): void {
  if (findClosing(db, year)) throw new AppError('bookClosed', { year });
  if (spanOf(db, year) === null) throw new AppError('bookEmpty', { year });
  const from = mayCloseFrom(db, year);
  if (now.today < from) throw new AppError('bookStillRuns', { year, from });
}

/** Inside the transaction nobody else writes, so that all lines are of one moment. */
function* freeze(scope: CommandScope, year: number): Generator<number, void> {
  const { tx, now, context } = scope;
  refuseToClose({ db: tx, now }, year);
  const span = spanOf(tx, year);
  if (span === null) throw new AppError('bookEmpty', { year });
  const seq = lastSeq(tx);
  const hash = lineHash();
  const texts: string[] = [];
  for (const portion of linePortions(tx, { year, from: 1, to: null, lastSeq: seq })) {
    for (const line of portion) {
      const text = canonicalLine(line);
      hash.add(text);
      texts.push(text);
    }
    yield texts.length;
  }
  const { id: closedBy, name: closedByName } = requirePerson(scope);
  const facts = { year, closedAt: now.officeTime, ...span, lines: texts.length, hash: hash.hex() };
  const linesFile = storeFrozen(
    context.register.folder,
    { format: 1, ...facts, closedBy: closedByName },
    texts,
  );
  if (volumesOf(tx, year).length === 0) {
    addVolume(tx, year, { volume: 1, fromSerial: 1 }, now.officeTime);
  }
  endVolume(tx, year, span.lastSerial, now.officeTime);
  const columns = columnsOf({ db: tx, now }, undefined);
  const closing: Closing = { ...facts, closedBy, closedByName, lastSeq: seq, linesFile, columns };
  insertClosing(tx, closing);
  scope.record('book.closed', `book:${year}`, {
    ...facts,
    linesFile,
    closedBy: closedByName,
    holes: holesOf(tx, year),
  });
}

/**
 * The differences of this moment, stored with a note under the next number of the year. Refuses with bookFileFault where
 * there is nothing to hold the register against: "no difference" would be kept for ever as something that was seen.
 */
export async function addToBook(scope: LongScope, year: number, note: string): Promise<{ number: number }> {
  const { fault, changed, tampered } = await scope.snapshot((inner) => checkBook(inner, year));
  if (fault !== null) throw new AppError('bookFileFault', { year, fault });
  const lines = [...tampered, ...changed];
  return scope.write((inner) => {
    const { tx, now, context } = inner;
    const { id: personId, name: by } = requirePerson(inner);
    const number = addendaOf(tx, year).length + 1;
    const content = { format: 1, year, number, at: now.officeTime, by, note, lines };
    const file = storeFile(context.register.folder, Buffer.from(canonicalJson(content), 'utf8'), 'json');
    insertAddendum(tx, { year, number, at: now.officeTime, personId, note, lines: lines.length, file });
    inner.record('book.addendum', `book:${year}`, { year, number, note, lines: lines.length, file });
    return { number };
  });
}
