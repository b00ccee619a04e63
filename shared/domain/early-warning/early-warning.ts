import {
  ageOn,
  between,
  curveOf,
  curveOfProcedure,
  type FinishingCurves,
  isLate,
  isOpenOn,
  type LivedCase,
  readCurves,
  usualDays,
} from './finishing-curve.ts';
import { countAhead, type HolderStanding, latelyDays, readPaces, readStandings } from './holder-pace.ts';
import {
  type Corrections,
  chanceOf,
  noCorrections,
  readCorrections,
  type Sample,
} from './warning-corrections.ts';

/**
 * Which open cases will likely be late (F52), from the register's own history and nothing else:
 *
 * 1. a curve of its procedure, as its holder works it, says which share of the cases that are open on this day of their life is
 *    still open after the last day of the limit;
 * 2. the share is raised to the pace of the holder (half the pace: its square root);
 * 3. its odds are corrected by how it turned out in the last year where the holder had been late as often lately, had got on as
 *    lately, and had as much to finish before the case;
 * 4. it is warned of from the chance on that keeps the best balance between false warnings and missed cases.
 */
export interface EarlyWarning {
  readonly curves: FinishingCurves;
  readonly paces: ReadonlyMap<number, number>;
  readonly corrections: Corrections;
  /** Warned of from this chance on. */
  readonly threshold: number;
}

export interface Estimate {
  /** Chance to be late, 0 to 1. */
  readonly chance: number;
  readonly facts: EstimateFacts;
}

/** What the chance was read from, for the words beside it. Days are working days. */
export interface EstimateFacts {
  /** Half of the procedure's cases are done by then. */
  readonly usualDays: number;
  readonly elapsedDays: number;
  /** Days after today; 0 is due today. */
  readonly leftDays: number;
  readonly ahead: number;
  /** Of the holder; the last days against what is expected of him for what he held. */
  readonly open: number;
  readonly usualOpen: number;
  readonly finishedLately: number;
  readonly expectedLately: number;
  /** Of his cases that were due in the last days, those not finished in time. */
  readonly dueLately: number;
  readonly lateLately: number;
  readonly pace: number;
}

/** Fewer finished cases are no history: no warning, not a guess. */
export const leastCases = 30;
/** The same for a field, which a procedure with few cases leans on. */
const leastOfField = 10;
/** Corrections are read from the last year, and at most from half of what is known. */
const correctionDays = 250;
/** It is looked at every fourth day; of twice as many cases at half as many days. All days of the week come around. */
const correctionStep = 4;
const casesEachStep = 10_000;

/** What can be learned from what was known at the beginning of `asOf`; null without history. */
export function learn(cases: readonly LivedCase[], asOf: number): EarlyWarning | null {
  const curves = readCurves(cases, asOf);
  if (curves.overall.cases < leastCases) return null;
  const paces = readPaces(cases, curves, asOf);
  const first = cases.reduce((day, { receivedOn }) => Math.min(day, receivedOn), asOf);
  const from = Math.max(asOf - correctionDays, Math.floor((first + asOf) / 2));
  return { curves, paces, ...readCorrections(samplesOf(cases, from, asOf)) };
}

/** How cases stood on days of the past, as it could be told from what was known before `from`, and whether they were late. */
function samplesOf(cases: readonly LivedCase[], from: number, asOf: number): Sample[] {
  const curves = readCurves(cases, from);
  if (curves.overall.cases < leastCases) return [];
  const before = { curves, paces: readPaces(cases, curves, from), corrections: noCorrections, threshold: 1 };
  const samples: Sample[] = [];
  const step = correctionStep * Math.ceil(cases.length / casesEachStep);
  for (let day = from; day < asOf; day += step % 5 === 0 ? step + 1 : step) {
    const open = cases.filter((one) => isOpenOn(one, day));
    const standings = readStandings(cases, open, day, before);
    for (const one of open) {
      // What is not due yet is no case to learn from, however it ended: the slow ones are still missing.
      if (one.dueOn === null || one.dueOn < day || one.dueOn >= asOf) continue;
      const standing = standings.get(one.holderId);
      if (standing === undefined || !isKnownEnough(before, one)) continue;
      samples.push({
        isLate: isLate(one),
        count: one.standsFor ?? 1,
        ...soundings(before, one, one.dueOn, standing, day),
      });
    }
  }
  return samples;
}

/**
 * The chance that a case which is open at the beginning of `day` will be finished after its date. Null where nothing may be
 * said: no date, its date has passed, or no history of its field.
 */
export function estimate(
  model: EarlyWarning,
  one: LivedCase,
  standing: HolderStanding | undefined,
  day: number,
): Estimate | null {
  const { dueOn } = one;
  if (dueOn === null || dueOn < day || standing === undefined || !isKnownEnough(model, one)) return null;
  return {
    chance: chanceOf(soundings(model, one, dueOn, standing, day), model.corrections),
    facts: {
      usualDays: usualDays(curveOfProcedure(model.curves, one)),
      elapsedDays: ageOn(one, day),
      leftDays: dueOn - day,
      ahead: countAhead(standing, dueOn),
      open: standing.open,
      usualOpen: standing.usualOpen,
      finishedLately: standing.finishedLately,
      expectedLately: standing.expectedLately,
      dueLately: standing.dueLately,
      lateLately: standing.lateLately,
      pace: model.paces.get(one.holderId) ?? 1,
    },
  };
}

/** The chance by curve and pace, as −ln, and the signs around the case. */
function soundings(
  { curves, paces }: Pick<EarlyWarning, 'curves' | 'paces'>,
  one: LivedCase,
  dueOn: number,
  standing: HolderStanding,
  day: number,
): Pick<Sample, 'stays' | 'signs'> {
  const { spent } = curveOf(curves, one);
  const { lateShare, latePace, perDay } = standing;
  // Who finished nothing for long is not infinitely slow.
  const workDays = countAhead(standing, dueOn) / Math.max(perDay, 1 / (4 * latelyDays));
  return {
    stays: between(spent, ageOn(one, day), ageOn(one, dueOn)) * (paces.get(one.holderId) ?? 1),
    signs: { lateShare, latePace, pressure: workDays / (dueOn - day + 1) },
  };
}

function isKnownEnough({ curves }: Pick<EarlyWarning, 'curves'>, one: LivedCase): boolean {
  return (curves.byField.get(one.field)?.cases ?? 0) >= leastOfField;
}
