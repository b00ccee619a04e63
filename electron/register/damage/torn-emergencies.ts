import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { prepared, type Reader } from '../connection.ts';
import { everyCounter, type GivenRange, isInRange, rangeStep, rangesPossible } from '../emergency-range.ts';
import { entriesOf } from '../journal.ts';
import { firstEntryInFile, rangeBehind } from './emergency-numbers.ts';
import { numbersIn } from './numbers-in.ts';
import { listAside, listReplaced } from './set-aside.ts';

/** Registers that lie aside and cannot be read whole: what an emergency among them can have given. */

export interface Span {
  /** Which emergency; null where that is lost, so that it may have been none. */
  mark: string | null;
  openedAt: string | null;
  /** The folder that it lies in. */
  place: string;
  ranges: GivenRange[];
}

/** Of one that was none, which is told as well, so that nobody need look through it again. */
const none = (place: string): Span => ({ mark: null, openedAt: null, place, ranges: [] });

/** Of one that tells whether it was an emergency, and where it began; undefined where that is lost. */
export function spanOfTorn(file: string, place: string): Span | undefined {
  const first = firstEntryInFile(file);
  if (first === undefined) return undefined;
  if (first === null) return none(place);
  const ranges = rangesPossible(first);
  const { mark, at: openedAt } = first;
  return { mark, openedAt, place, ranges: [...ranges, ...givenBeyond(file, ranges)] };
}

/** What its counters, its pages and its journal tell, as far as they can be read, that lies behind the step. */
function givenBeyond(file: string, ranges: readonly GivenRange[]): GivenRange[] {
  return [...numbersIn(file, null).known].flatMap(([name, value]) => {
    const own = ranges.find((range) => range.name === name) ?? ranges.find(isOfEvery);
    return own && !name.startsWith('passed:') && value > own.last
      ? [{ name, first: own.last + 1, last: value }]
      : [];
  });
}

const isOfEvery = ({ name }: GivenRange): boolean => name === everyCounter;

/**
 * Of one that tells nothing: wherever an emergency can have begun that was opened in its place. What was put aside before anything
 * else is the register itself, for an emergency is opened in the place of one, unless its counters stand as those of one: what lay
 * there before may have been removed.
 */
export function spanOfMute(db: Reader, folder: string, place: string): Span {
  const isFirst = place === listAside(folder).at(-1);
  if (isFirst && !isInRange(numbersIn(join(place, 'register.db'), null).known)) return none(basename(place));
  const files = listReplaced(folder).map((each) => join(each, 'register.db'));
  const last = rangeBehind(0) + files.filter((file) => existsSync(file)).length * rangeStep;
  const every = { name: everyCounter, first: rangeStep + 1, last };
  const counters = prepared<{ name: string; value: number }>(
    db,
    "SELECT name, value FROM counters WHERE name NOT GLOB 'passed:*' AND value >= ?",
  ).all(rangeStep / 4);
  const own = counters.map(({ name, value }) => {
    const step = Math.floor(value / rangeStep) * rangeStep;
    return { name, first: step + rangeStep + 1, last: step + last + rangeStep };
  });
  const without = own
    .filter(({ first }) => first > every.first)
    .map(({ name }) => ({ name, first: every.first, last: every.first - 1 }));
  return { mark: null, openedAt: null, place: basename(place), ranges: [every, ...own, ...without] };
}

/** What was said of one when it was passed over, by its folder: it need not be read again. */
export const toldSpans = (db: Reader): ReadonlyMap<string, Span> =>
  new Map(
    entriesOf(db, 'register')
      .filter(({ kind }) => kind === 'register.passedOver')
      .map(({ data }) => data as Span)
      .flatMap((span) => (span.place === undefined ? [] : [[span.place, span] as const])),
  );
