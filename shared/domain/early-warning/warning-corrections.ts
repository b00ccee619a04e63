/** What stands around a case on a day; each is put into bands. */
export interface Signs {
  /** Of the holder's cases that were due lately, the share that was late. */
  readonly lateShare: number;
  /** What he finished lately, for each that was expected of him. */
  readonly latePace: number;
  /** Days of his work that lie before it, for each day that is left. */
  readonly pressure: number;
}

/** A case on a day of the past, whose end is known now. */
export interface Sample {
  readonly isLate: boolean;
  /** Cases like it. */
  readonly count: number;
  /** −ln of the chance to be late, by curve and pace alone. */
  readonly stays: number;
  readonly signs: Signs;
}

/** How much higher the odds of being in time are than by curve and pace alone; 1 as high. */
export type Corrections = (signs: Signs) => number;

/** Upper ends of the bands of each sign, the last band without one; in the order they correct. */
const bands: Record<keyof Signs, readonly number[]> = {
  lateShare: [0.05, 0.15, 0.3, 0.5, 0.7],
  latePace: [0.35, 0.6, 0.85, 1.15],
  pressure: [0.25, 0.5, 0.75, 1, 1.5, 2.5],
};
const order = Object.keys(bands) as (keyof Signs)[];
/** Assumed: fewer cases of a band say nothing of their own. */
const leastOfBand = 25;
/** Assumed: fewer late cases choose no threshold; then it is "rather late than not". */
const leastLate = 5;
const usualThreshold = 0.5;

export const noCorrections: Corrections = () => 1;

/** Which end of a sign is the bad one: more work before a case never makes it earlier, whatever few cases seemed to say. */
const isWorse: Record<keyof Signs, 'high' | 'low'> = { lateShare: 'high', latePace: 'low', pressure: 'high' };

/** What the samples teach: the corrections, and the chance from which on to warn. */
export function readCorrections(samples: readonly Sample[]): { corrections: Corrections; threshold: number } {
  let corrections = noCorrections;
  for (const sign of order) {
    const before = corrections;
    const found = factors(sign, samples, before);
    const kept = neverFaster(found, isWorse[sign]);
    corrections = (signs) => before(signs) * (kept[bandOf(bands[sign], signs[sign])] ?? 1);
  }
  return { corrections, threshold: thresholdOf(samples, corrections) };
}

/** The chance to be late. Of a chance exp(−stays) the odds against it are expm1(stays). */
export function chanceOf(
  { stays, signs }: Pick<Sample, 'stays' | 'signs'>,
  corrections: Corrections,
): number {
  return 1 / (1 + Math.expm1(stays) * corrections(signs));
}

/** No band has a better factor than the one beside it on the good side. */
function neverFaster(factors: readonly number[], worse: 'high' | 'low'): number[] {
  return factors.map((_, band) =>
    Math.min(...(worse === 'high' ? factors.slice(0, band + 1) : factors.slice(band))),
  );
}

function bandOf(ends: readonly number[], value: number): number {
  const band = ends.findIndex((end) => value < end);
  return band === -1 ? ends.length : band;
}

/** For each band of a sign the factor with which as many are expected to be late as were. */
function factors(sign: keyof Signs, samples: readonly Sample[], before: Corrections): number[] {
  const ends = bands[sign];
  const byBand = Map.groupBy(samples, ({ signs }) => bandOf(ends, signs[sign]));
  return [...ends, Number.POSITIVE_INFINITY].map((_, band) => {
    const own = byBand.get(band) ?? [];
    if (own.length < leastOfBand) return 1;
    return factorFor(
      own.map(({ stays, signs, count }) => ({ odds: Math.expm1(stays) * before(signs), count })),
      countLate(own),
    );
  });
}

/** The factor on the odds with which the chances add up to what was late: found by halving, between a twentieth and twenty. */
function factorFor(inTime: readonly { odds: number; count: number }[], late: number): number {
  let [low, high] = [Math.log(1 / 20), Math.log(20)];
  for (let step = 0; step < 14; step += 1) {
    const middle = (low + high) / 2;
    const factor = Math.exp(middle);
    const expected = inTime.reduce((sum, { odds, count }) => sum + count / (1 + odds * factor), 0);
    if (expected > late) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/**
 * The chance from which on warnings have the best balance of those that come true and late cases that are told of (F1). For chances
 * that come true as often as they say, it is half of the best F1 there is: steadier than the chance at which the samples had it.
 */
function thresholdOf(samples: readonly Sample[], corrections: Corrections): number {
  const late = countLate(samples);
  if (late < leastLate) return usualThreshold;
  const sorted = samples
    .map((sample) => ({ ...sample, chance: chanceOf(sample, corrections) }))
    .sort((a, b) => b.chance - a.chance);
  let best = 0;
  let [told, toldLate] = [0, 0];
  for (const { isLate, count } of sorted) {
    told += count;
    if (isLate) toldLate += count;
    best = Math.max(best, (2 * toldLate) / (told + late));
  }
  return best / 2;
}

function countLate(samples: readonly Sample[]): number {
  return samples.reduce((sum, { isLate, count }) => sum + (isLate ? count : 0), 0);
}
