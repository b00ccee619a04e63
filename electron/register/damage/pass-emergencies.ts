import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Reader } from '../connection.ts';
import { isPassed, passRange } from '../counters.ts';
import { firstEntryOf, isFirstUnkept, keepFirst, rangesGiven } from '../emergency-range.ts';
import { appendEntry } from '../journal.ts';
import type { Register } from '../register.ts';
import { reading } from './emergencies.ts';
import { listReplaced } from './set-aside.ts';
import { type Span, spanOfMute, spanOfTorn, toldSpans } from './torn-emergencies.ts';

/**
 * What an emergency that lies aside has given is on paper, whether it is brought in or not: a register that opens beside it passes
 * over its numbers, and where it is torn over all that it can have given. They are final, for nothing is written any more where it
 * lies, so that nothing is written here either once they are passed; a torn one that was no emergency is told once, too, for it takes
 * long to find out. One that opens itself as an emergency of an earlier version keeps now which one it is. @param instant of the
 * opening.
 */
export function passEmergencies(
  { folder, read: db, transact }: Pick<Register, 'folder' | 'read' | 'transact'>,
  instant: string,
): void {
  if (isFirstUnkept(db)) transact(keepFirst);
  const told = toldSpans(db);
  for (const span of spansAside(folder, db, told)) {
    const ranges = span.ranges.filter((range) => !isPassed(db, range));
    const isNone = span.mark === null && span.ranges.length === 0;
    if (isNone ? told.has(span.place ?? '') : ranges.length === 0) continue;
    transact((tx) => {
      for (const { name, first, last } of ranges) passRange(tx, name, first, last);
      const by = {
        at: instant,
        personId: null,
        device: '',
        kind: 'register.passedOver',
        subject: 'register',
      };
      appendEntry(tx, { ...by, data: span });
    });
  }
}

type Aside = Omit<Span, 'place'> & Partial<Pick<Span, 'place'>>;

function spansAside(folder: string, db: Reader, told: ReadonlyMap<string, Span>): Aside[] {
  const own = firstEntryOf(db)?.mark;
  const places = listReplaced(folder).filter((place) => existsSync(join(place, 'register.db')));
  return places.flatMap((place) => {
    const span = told.get(basename(place)) ?? spanOf(db, folder, place);
    return span === null || (span.mark !== null && span.mark === own) ? [] : [span];
  });
}

/** Null of a register that was no emergency. */
function spanOf(db: Reader, folder: string, place: string): Aside | null {
  const file = join(place, 'register.db');
  const whole = reading(file, (source) => {
    const first = firstEntryOf(source);
    return { span: first && { mark: first.mark, openedAt: first.at, ranges: rangesGiven(source) } };
  });
  if (whole !== undefined) return whole.span ?? null;
  return spanOfTorn(file, basename(place)) ?? spanOfMute(db, folder, place);
}
