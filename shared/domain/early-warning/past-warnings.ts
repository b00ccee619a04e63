import { type EarlyWarning, estimate, learn } from './early-warning.ts';
import { isLate, isOpenOn, type LivedCase } from './finishing-curve.ts';
import { readStandings } from './holder-pace.ts';

/** How warnings turned out, in cases. */
export interface PastWarnings {
  /** Warned of at least once, and due or ended since. */
  readonly warned: number;
  readonly warnedLate: number;
  /** All that became late, also what could not be seen before it did. */
  readonly late: number;
}

/** A case with what was known of it while it was open. */
export interface RememberedCase extends LivedCase {
  /** Who held it and until when it was to be done, oldest first; none where that never changed. */
  readonly moves?: readonly CaseMove[];
}

export interface CaseMove {
  /** The day of the change: it was known from the day after it. */
  readonly on: number;
  readonly holderId: number;
  readonly dueOn: number | null;
}

/** Of so many cases every day is looked back at; of twice as many every second day. */
const casesEachDay = 10_000;

/** The case as it stood at the beginning of a day; as it is now where it had ended. */
export function asKnownOn(one: RememberedCase, day: number): LivedCase {
  const { moves, endedOn } = one;
  if (moves === undefined || (endedOn !== null && endedOn < day)) return one;
  const { holderId, dueOn } = moves.findLast(({ on }) => on < day) ?? moves[0] ?? one;
  return { ...one, holderId, dueOn };
}

/**
 * What would have been warned of in the working days from `from` to the day before `to`, with what was known before `from`, and how
 * cases and holders stood at the beginning of each day; of the cases that came due in these days, or were withdrawn or stopped
 * before. Late is what is late by the date that counted in the end. Null without history before.
 */
export function pastWarnings(
  cases: readonly RememberedCase[],
  from: number,
  to: number,
): PastWarnings | null {
  const model = learn(asKnown(cases, from), from);
  if (model === null) return null;
  const warned = new Set<RememberedCase>();
  const step = Math.ceil(cases.length / casesEachDay);
  for (let day = from; day < to; day += step) {
    for (const one of warnedOn(model, cases, day)) if (isJudged(one, to)) warned.add(one);
  }
  return {
    warned: countAll([...warned]),
    warnedLate: countAll([...warned].filter(isLate)),
    late: countAll(
      cases.filter((one) => one.dueOn !== null && one.dueOn >= from && isJudged(one, to) && isLate(one)),
    ),
  };
}

function isJudged({ dueOn, endedOn, isGone }: LivedCase, day: number): boolean {
  return (dueOn !== null && dueOn < day) || (isGone === true && endedOn !== null && endedOn < day);
}

function warnedOn(model: EarlyWarning, cases: readonly RememberedCase[], day: number): RememberedCase[] {
  const known = asKnown(cases, day);
  const standings = readStandings(
    known,
    known.filter((one) => isOpenOn(one, day)),
    day,
    model,
  );
  return cases.filter((_, place) => {
    const one = known[place];
    if (one === undefined || !isOpenOn(one, day)) return false;
    const found = estimate(model, one, standings.get(one.holderId), day);
    return found !== null && found.chance >= model.threshold;
  });
}

const asKnown = (cases: readonly RememberedCase[], day: number) => cases.map((one) => asKnownOn(one, day));

const countAll = (cases: readonly LivedCase[]) =>
  cases.reduce((sum, { standsFor }) => sum + (standsFor ?? 1), 0);
