import {
  ageOn,
  between,
  curveOf,
  type FinishingCurves,
  isLate,
  known,
  type LivedCase,
  lifeBefore,
} from './finishing-curve.ts';

/** How the person who holds a case is getting on: against what the curves expect of the same cases, and what lies before him. */

/** So many working days are "lately". */
export const latelyDays = 10;
/** So many working days say what is usual. */
const usualSpan = 120;
/** Assumed: so many expected cases weigh as much as the belief that a holder is like everybody. */
const trust = 8;
/** Assumed: the same for the last days alone; few cases finish in them. */
const latelyTrust = 2;

export interface HolderStanding {
  /** Cases he holds now, of every kind; and on a usual day. */
  readonly open: number;
  readonly usualOpen: number;
  /** Finished in the last days, and what is expected of him for the cases he held in them. */
  readonly finishedLately: number;
  readonly expectedLately: number;
  /** Finished for each expected lately; 1 when nothing tells. */
  readonly latePace: number;
  /** Of his cases that were due lately, those that were not finished in time; and their share, 0 to 1, leaning on none. */
  readonly dueLately: number;
  readonly lateLately: number;
  readonly lateShare: number;
  /** Cases a day: lately, leaning on what is usual. */
  readonly perDay: number;
  /** Days of the dates of what he holds, in order. */
  readonly dueDays: readonly number[];
}

/** What was known of each holder's speed at the beginning of `asOf`. */
export function readPaces(
  cases: Iterable<LivedCase>,
  curves: FinishingCurves,
  asOf: number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, { finished: number; expected: number }>();
  for (const one of cases) {
    if (one.receivedOn >= asOf) continue;
    const [age, isEnded] = lifeBefore(one, asOf);
    const sum = known(sums, one.holderId, () => ({ finished: 0, expected: 0 }));
    const count = one.standsFor ?? 1;
    sum.expected += count * (curveOf(curves, one).expected[age] ?? 0);
    if (isEnded) sum.finished += count;
  }
  return new Map(
    [...sums].map(([id, { finished, expected }]) => [id, (finished + trust) / (expected + trust)]),
  );
}

/**
 * How each holder stands at the beginning of a day.
 * @param open what is open then. @param paces as `readPaces`.
 */
export function readStandings(
  cases: Iterable<LivedCase>,
  open: readonly LivedCase[],
  day: number,
  { curves, paces }: { curves: FinishingCurves; paces: ReadonlyMap<number, number> },
): ReadonlyMap<number, HolderStanding> {
  const sums = new Map<number, Sums>();
  const sumsOf = (id: number) => known(sums, id, emptySums);
  const [lately, usually] = [day - latelyDays, day - usualSpan];
  let firstDay = day;
  for (const one of cases) {
    const { receivedOn, dueOn, endedOn, isGone, standsFor: count = 1 } = one;
    if (receivedOn < firstDay) firstDay = receivedOn;
    if (receivedOn >= day || (endedOn !== null && endedOn < usually)) continue;
    const sum = sumsOf(one.holderId);
    if (dueOn !== null && dueOn >= lately && dueOn < day && (isLate(one) || !isGone)) {
      sum.dueLately += count;
      if (isLate(one)) sum.lateLately += count;
    }
    // Held from the day of reception, or of the span, to the last before this one.
    const until = endedOn === null || endedOn >= day ? day : endedOn;
    sum.heldDays += count * (until - Math.max(receivedOn, usually));
    if (endedOn !== null && endedOn < day && !isGone) sum.finished += count;
    if (endedOn !== null && endedOn < lately) continue;
    const from = ageOn(one, Math.max(receivedOn, lately));
    const { expected } = curveOf(curves, one);
    const [to, isFinished] = lifeBefore(one, day);
    sum.expectedLately += count * between(expected, from, to) * (paces.get(one.holderId) ?? 1);
    if (isFinished) sum.finishedLately += count;
  }
  for (const { holderId, dueOn, standsFor: count = 1 } of open) {
    const sum = sumsOf(holderId);
    sum.open += count;
    if (dueOn !== null) for (let each = 0; each < count; each += 1) sum.dueDays.push(dueOn);
  }
  const days = Math.max(Math.min(usualSpan, day - firstDay), 1);
  return new Map([...sums].map(([id, sum]) => [id, standingOf(sum, days)]));
}

interface Sums {
  open: number;
  heldDays: number;
  finished: number;
  finishedLately: number;
  expectedLately: number;
  dueLately: number;
  lateLately: number;
  dueDays: number[];
}

const emptySums = (): Sums => ({
  open: 0,
  heldDays: 0,
  finished: 0,
  finishedLately: 0,
  expectedLately: 0,
  dueLately: 0,
  lateLately: 0,
  dueDays: [],
});

function standingOf(sum: Sums, days: number): HolderStanding {
  const { open, finishedLately, expectedLately, dueLately, lateLately } = sum;
  const usualPerDay = sum.finished / days;
  return {
    open,
    usualOpen: sum.heldDays / days,
    finishedLately,
    expectedLately,
    latePace: (finishedLately + latelyTrust) / (expectedLately + latelyTrust),
    dueLately,
    lateLately,
    lateShare: lateLately / (dueLately + latelyTrust),
    perDay: (finishedLately + usualPerDay * latelyDays) / (2 * latelyDays),
    dueDays: sum.dueDays.toSorted((a, b) => a - b),
  };
}

/** Cases he holds with an earlier date. */
export function countAhead({ dueDays }: HolderStanding, dueOn: number): number {
  let [low, high] = [0, dueDays.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dueDays[middle] ?? 0) < dueOn) low = middle + 1;
    else high = middle;
  }
  return low;
}
