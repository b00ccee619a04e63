import { useNavigate, useSearchParams } from 'react-router';
import type { BookView, BookVolume } from '../../../shared/views-book.ts';

/** Which year, volume and page of the book is open: all of it in the address. */
export interface BookPlace {
  year: number | null;
  volume: number | null;
  from: number | null;
  /** The serial that was asked for, to be marked. */
  serial: number | null;
  /** What happened after the year was closed, in place of the lines. */
  after: boolean;
}

const pageLines = 100;
const names = { year: 'nam', volume: 'quyen', from: 'tu', serial: 'so' } as const;

export function useBookPlace(): [BookPlace, (next: Partial<BookPlace>) => void] {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const number = (name: string): number | null => {
    const value = Number(params.get(name));
    return Number.isSafeInteger(value) && value > 0 ? value : null;
  };
  const place: BookPlace = {
    year: number(names.year),
    volume: number(names.volume),
    from: number(names.from),
    serial: number(names.serial),
    after: params.has('sau-khoa-so'),
  };
  const go = (next: Partial<BookPlace>) => {
    const search = new URLSearchParams();
    const { after, ...numbers } = { ...place, from: null, serial: null, after: false, ...next };
    for (const [name, value] of Object.entries(numbers)) {
      if (value !== null) search.set(names[name as keyof typeof names], String(value));
    }
    if (after) search.set('sau-khoa-so', '1');
    void navigate({ search: search.toString() }, { replace: true });
  };
  return [place, go];
}

/** The volume that is open: the one asked for, else the newest, where one writes. */
export function volumeAt(book: BookView, place: BookPlace): BookVolume | undefined {
  const asked = book.volumes.find(({ volume }) => volume === place.volume);
  return asked ?? (place.serial === null ? book.volumes.at(-1) : volumeOfSerial(book, place.serial));
}

/** The serial the page begins at: a volume that goes on opens at its end, a finished one at its beginning. */
export function pageStart(book: BookView, volume: BookVolume, place: BookPlace): number {
  const { fromSerial, toSerial } = volume;
  const at = place.serial ?? place.from;
  const end = Math.max(fromSerial, book.lastSerial);
  const asked = at ?? (toSerial === null ? end : fromSerial);
  if (place.serial === null && place.from !== null) return place.from;
  return fromSerial + Math.floor(Math.max(0, asked - fromSerial) / pageLines) * pageLines;
}

/** The volume that holds a serial. */
export function volumeOfSerial(book: BookView, serial: number): BookVolume | undefined {
  return book.volumes.findLast(({ fromSerial }) => fromSerial <= serial);
}
