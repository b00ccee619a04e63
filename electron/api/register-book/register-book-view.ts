import { Temporal } from 'temporal-polyfill';
import type { BookColumn } from '../../../shared/domain/register-book-columns.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BookView, BookVolume } from '../../../shared/views-book.ts';
import { loadCalendar } from '../../register/calendar.ts';
import {
  addendaOf,
  bookYears,
  type Closing,
  findClosing,
  holesOf,
  spanOf,
  type Volume,
  volumesOf,
} from '../../register/cases/books.ts';
import type { Reader } from '../../register/connection.ts';
import { countHappenings, type Stretch } from '../../register/register-book/register-book-lines.ts';
import { type QueryScope, requireSettings } from '../door.ts';

/** What the screen, the paper and the workbook of a book have in common. */

type BookScope = Pick<QueryScope, 'db' | 'now'>;

/** A year and its volumes; null while no case was ever received. Throws notFound for a year without a book. */
export function viewBook(scope: BookScope, asked: number | null): BookView | null {
  const { db } = scope;
  const years = bookYears(db).map((year) => ({ year, isClosed: findClosing(db, year) !== undefined }));
  const year = asked ?? years[0]?.year;
  if (year === undefined) return null;
  const span = spanOf(db, year);
  if (span === null) throw new AppError('notFound', { what: 'book' });
  const closing = findClosing(db, year);
  return {
    years,
    year,
    lines: span.lines,
    lastSerial: span.lastSerial,
    volumes: bookVolumes(db, year, closing),
    columns: columnsOf(scope, closing),
    holes: holesOf(db, year),
    mayCloseFrom: mayCloseFrom(db, year),
    closing: closing ? { ...closing, closedBy: closing.closedByName } : null,
    happenings: closing ? countHappenings(db, year, closing.lastSeq) : 0,
    addenda: addendaOf(db, year).map(({ number, at, byName, note, lines }) => ({
      number,
      at,
      by: byName,
      note,
      lines,
    })),
  };
}

/** Columns as they were closed with; a book that is open has today's. */
export function columnsOf({ db, now }: BookScope, closing: Closing | undefined): BookColumn[] {
  return closing?.columns ?? requireSettings(db, now).book.columns;
}

/** The last working day of the year. */
export function mayCloseFrom(db: Reader, year: number): string {
  return loadCalendar(db)
    .previousWorkingDay(Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 }))
    .toString();
}

/** Volumes with their lines. Cases that were brought in may belong to a year that nobody opened. */
function bookVolumes(db: Reader, year: number, closing: Closing | undefined): BookVolume[] {
  return volumesOrFirst(db, year).map((volume) => ({
    ...volume,
    lines: spanOf(db, year, volume.fromSerial, volume.toSerial)?.lines ?? 0,
    isFrozen: isFrozen(volume, closing),
  }));
}

export function volumesOrFirst(db: Reader, year: number): Volume[] {
  const volumes = volumesOf(db, year);
  return volumes.length > 0 ? volumes : [{ volume: 1, fromSerial: 1, toSerial: null }];
}

function isFrozen({ fromSerial }: Volume, closing: Closing | undefined): boolean {
  return closing !== undefined && fromSerial <= closing.lastSerial;
}

/** The lines of a volume: as closed, or as they are. Throws notFound. */
export function stretchOf(
  db: Reader,
  year: number,
  number: number,
): { stretch: Stretch; closing: Closing | undefined } {
  const closing = findClosing(db, year);
  const volume = volumesOrFirst(db, year).find((one) => one.volume === number);
  if (volume === undefined) throw new AppError('notFound', { what: 'book' });
  const frozen = isFrozen(volume, closing) ? closing : undefined;
  return {
    closing: frozen,
    stretch: { year, from: volume.fromSerial, to: volume.toSerial, lastSeq: frozen?.lastSeq ?? null },
  };
}
