import { type EarlyWarning, estimate, learn } from './early-warning.ts';
import { isOpenOn, type LivedCase } from './finishing-curve.ts';
import { readStandings } from './holder-pace.ts';

/** How warnings turned out, in cases. */
export interface PastWarnings {
  /** Warned of at least once, and due since. */
  readonly warned: number;
  readonly warnedLate: number;
  /** All that became late, also what could not be seen before it did. */
  readonly late: number;
}

/** Of so many cases every day is looked back at; of twice as many every second day. */
const casesEachDay = 10_000;

/**
 * What would have been warned of in the working days from `from` to the day before `to`, with what was known before `from` and how
 * the holders stood at the beginning of each day; of the cases whose date lies in these days. Null without history before.
 */
export function pastWarnings(cases: readonly LivedCase[], from: number, to: number): PastWarnings | null {
  const model = learn(cases, from);
  if (model === null) return null;
  const warned = new Set<LivedCase>();
  const step = Math.ceil(cases.length / casesEachDay);
  for (let day = from; day < to; day += step) {
    for (const one of warnedOn(model, cases, day)) if (isDueBefore(one, to)) warned.add(one);
  }
  const isLate = ({ dueOn, endedOn }: LivedCase) => dueOn !== null && (endedOn === null || endedOn > dueOn);
  return {
    warned: warned.size,
    warnedLate: [...warned].filter(isLate).length,
    late: cases.filter(
      (one) => one.dueOn !== null && one.dueOn >= from && isDueBefore(one, to) && isLate(one),
    ).length,
  };
}

const isDueBefore = ({ dueOn }: LivedCase, day: number): boolean => dueOn !== null && dueOn < day;

function warnedOn(model: EarlyWarning, cases: readonly LivedCase[], day: number): LivedCase[] {
  const open = cases.filter((one) => isOpenOn(one, day));
  const standings = readStandings(cases, open, day, model);
  return open.filter((one) => {
    const found = estimate(model, one, standings.get(one.holderId), day);
    return found !== null && found.chance >= model.threshold;
  });
}
