import { z } from 'zod';
import { managers, requiredText } from '../../../shared/domain/person.ts';
import { bookSchema } from '../../../shared/domain/register-book-columns.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BookCheck, BookFile, BookHappening, BookPage, BookView } from '../../../shared/views-book.ts';
import { addVolume, endVolume, findClosing, spanOf, volumesOf } from '../../register/cases/books.ts';
import { happeningsAfter, pageBefore, readLines } from '../../register/register-book/register-book-lines.ts';
import { saveSetting } from '../../register/settings.ts';
import { command, longCommand, query, seated } from '../door.ts';
import type { ListFile } from '../lists/list-file.ts';
import { checkBook } from './register-book-check.ts';
import { addToBook, closeBook } from './register-book-closing.ts';
import { exportVolume, printVolume } from './register-book-paper.ts';
import { stretchOf, viewBook, volumesOrFirst } from './register-book-view.ts';

const keepers = ['clerk', ...managers] as const;

const yearSchema = z.object({ year: z.int().min(1900).max(2200) });
const volumeSchema = yearSchema.extend({ volume: z.int().min(1).max(9999) });
const pageLines = 100;

export const registerBookRoutes = {
  /** A year's book, the newest one for null; null while there is none. */
  view: query(
    seated,
    yearSchema.shape.year.nullable().transform((year) => ({ year })),
    (scope, { year }): BookView | null => viewBook(scope, year),
  ),

  /** At most a hundred lines from a serial on; only these cases are folded. */
  page: query(
    seated,
    volumeSchema.extend({ from: z.int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    ({ db, seen }, { year, volume, from }): BookPage => {
      const { stretch } = stretchOf(db, year, volume);
      const start = Math.max(from, stretch.from);
      const lines = readLines(db, { ...stretch, from: start }, pageLines + 1);
      seen('seen.list', 'books', { year, from: start });
      return {
        lines: lines.slice(0, pageLines),
        previousFrom: pageBefore(db, year, start, stretch.from, pageLines),
        nextFrom: lines[pageLines]?.serial ?? null,
      };
    },
  ),

  /** What happened to cases of a closed year since, the oldest first, after a given entry. */
  happenings: query(
    seated,
    yearSchema.extend({ after: z.int().min(0).default(0) }),
    ({ db }, { year, after }): BookHappening[] => {
      const closing = findClosing(db, year);
      if (closing === undefined) return [];
      return happeningsAfter(db, year, Math.max(after, closing.lastSeq), pageLines).map(
        ({ event, ...row }) => ({
          ...row,
          kind: event.kind,
          at: event.at,
          by: event.by.name,
        }),
      );
    },
  ),

  /** Columns from today on; a closed book keeps those it was closed with. */
  saveColumns: command(managers, ['cases'], bookSchema, (scope, book): void => {
    saveSetting(scope.tx, 'book', book, scope.now.today);
    scope.record('settings.changed', 'settings', { book });
  }),

  /** Ends the volume: the next case opens the one after it. Refuses with bookEmpty, bookClosed. */
  startVolume: command(keepers, ['cases'], yearSchema, (scope, { year }): { volume: number } => {
    const { tx, now } = scope;
    if (findClosing(tx, year)) throw new AppError('bookClosed', { year });
    const last = volumesOrFirst(tx, year).at(-1);
    const span = last && spanOf(tx, year, last.fromSerial);
    if (!last || !span) throw new AppError('bookEmpty', { year });
    if (volumesOf(tx, year).length === 0) addVolume(tx, year, last, now.officeTime);
    endVolume(tx, year, span.lastSerial, now.officeTime);
    const next = { volume: last.volume + 1, fromSerial: span.lastSerial + 1 };
    addVolume(tx, year, next, now.officeTime);
    scope.record('book.volumeStarted', `book:${year}`, { year, ...next, lastSerial: span.lastSerial });
    return { volume: next.volume };
  }),

  /** Freezes a year (khóa sổ). Refuses with bookStillRuns before its last working day, bookClosed, bookEmpty. */
  close: longCommand(
    managers,
    ['cases'],
    yearSchema,
    (scope, { year }): Promise<BookFile[]> => closeBook(scope, year),
  ),

  /** Holds a closed book against its file and against what the register says now. Throws notFound while it is open. */
  check: longCommand(
    seated,
    [],
    yearSchema,
    (scope, { year }): Promise<BookCheck> => scope.snapshot((inner) => checkBook(inner, year)),
  ),

  /** Keeps what differs from a closed book, with a note; the book itself stays as it is. Refuses with bookFileFault. */
  addendum: longCommand(
    managers,
    ['cases'],
    yearSchema.extend({ note: requiredText(500) }),
    (scope, { year, note }): Promise<{ number: number }> => addToBook(scope, year, note),
  ),

  print: longCommand(
    seated,
    [],
    volumeSchema,
    (scope, { year, volume }): Promise<BookFile[]> => printVolume(scope, year, volume),
  ),

  export: longCommand(
    seated,
    [],
    volumeSchema,
    (scope, { year, volume }): Promise<ListFile> => exportVolume(scope, year, volume),
  ),
};
