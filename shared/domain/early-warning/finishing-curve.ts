/**
 * How long cases take, read from those that went before: of the cases of a procedure that were still open on a day of their
 * life, how many finished on it. Days are working days, counted from reception (the day itself is 0).
 */

/** A case as it is known; days are numbers of working days from one common day. */
export interface LivedCase {
  readonly procedureCode: string;
  readonly field: string;
  readonly holderId: number;
  readonly receivedOn: number;
  /** Null without a date; such a case is somebody's work too, but is never late. */
  readonly dueOn: number | null;
  /** Null while it is open. */
  readonly endedOn: number | null;
  /** It was withdrawn or stopped: it ended, but nobody finished it. */
  readonly isGone?: boolean;
  /** So many cases like it, where not all were read; else 1. */
  readonly standsFor?: number;
}

/** By day of life: the sums from the day 0 on, so that any span is one subtraction. */
export interface FinishingCurve {
  /** Finished cases it was read from. */
  readonly cases: number;
  /** The chance to finish on the day when still open, 0 to 1. */
  readonly chances: Float64Array;
  /** Of what finishes up to the day, the sum of chances. */
  readonly expected: Float64Array;
  /** −ln of the share still open after the day. */
  readonly spent: Float64Array;
}

export interface FinishingCurves {
  readonly overall: FinishingCurve;
  readonly byField: ReadonlyMap<string, FinishingCurve>;
  readonly byProcedure: ReadonlyMap<string, FinishingCurve>;
  /** By procedure, then by who holds the case. */
  readonly byHolder: ReadonlyMap<string, ReadonlyMap<number, FinishingCurve>>;
}

/** Longer lives are counted on the last day. */
const lastDay = 250;
/** Assumed: what twenty cases at risk say of a day weighs as much as what the wider circle says. */
const trust = 20;
/** Assumed: no day finishes everything that is still open, however few were seen. */
const mostAtOnce = 0.97;

/** Day of life on a day. */
export function ageOn({ receivedOn }: LivedCase, day: number): number {
  return Math.min(Math.max(day - receivedOn, 0), lastDay);
}

/** Its date passed and it had not ended, as every figure counts it. */
export function isLate({ dueOn, endedOn }: LivedCase): boolean {
  return dueOn !== null && (endedOn === null || endedOn > dueOn);
}

/** Whether it was known before the day, and open at its beginning. */
export function isOpenOn({ receivedOn, endedOn }: LivedCase, day: number): boolean {
  return receivedOn < day && (endedOn === null || endedOn >= day);
}

/**
 * What was known at the beginning of `asOf`: cases that finished before it, and those still open then by how long they had been.
 * Where few cases of a procedure are known of a person, he leans on the procedure, day by day; it on its field, the field on all.
 */
export function readCurves(cases: Iterable<LivedCase>, asOf: number): FinishingCurves {
  const overall = new Lives();
  const fields = new Map<string, Lives>();
  const procedures = new Map<string, { field: string; lives: Lives; holders: Map<number, Lives> }>();
  for (const one of cases) {
    if (one.receivedOn >= asOf) continue;
    const [age, isEnded] = lifeBefore(one, asOf);
    const { lives, holders } = known(procedures, one.procedureCode, () => ({
      field: one.field,
      lives: new Lives(),
      holders: new Map(),
    }));
    const field = known(fields, one.field, () => new Lives());
    const holder = known(holders, one.holderId, () => new Lives());
    for (const circle of [overall, field, lives, holder]) circle.add(age, isEnded, one.standsFor ?? 1);
  }
  const widest = overall.curve(null);
  const byField = mapped(fields, (lives) => lives.curve(widest));
  const byProcedure = mapped(procedures, ({ field, lives }) => lives.curve(byField.get(field) ?? widest));
  const byHolder = mapped(procedures, ({ holders }, code) =>
    mapped(holders, (lives) => lives.curve(byProcedure.get(code) ?? widest)),
  );
  return { overall: widest, byField, byProcedure, byHolder };
}

/** How old it got by the beginning of a day, and whether it was finished then. */
export function lifeBefore(one: LivedCase, day: number): [age: number, isEnded: boolean] {
  const { endedOn, isGone } = one;
  return endedOn !== null && endedOn < day ? [ageOn(one, endedOn), !isGone] : [ageOn(one, day - 1), false];
}

/** The closest curve there is for a case. */
export function curveOf(
  curves: FinishingCurves,
  one: Pick<LivedCase, 'procedureCode' | 'field' | 'holderId'>,
): FinishingCurve {
  return curves.byHolder.get(one.procedureCode)?.get(one.holderId) ?? curveOfProcedure(curves, one);
}

/** The same, whoever holds it. */
export function curveOfProcedure(
  { overall, byField, byProcedure }: FinishingCurves,
  one: Pick<LivedCase, 'procedureCode' | 'field'>,
): FinishingCurve {
  return byProcedure.get(one.procedureCode) ?? byField.get(one.field) ?? overall;
}

/** Sum over the days of life `from` to `to`, both within; 0 when none is left. */
export function between(sums: Float64Array, from: number, to: number): number {
  if (to < from) return 0;
  const upTo = sums[Math.min(to, lastDay)] ?? 0;
  return upTo - (from > 0 ? (sums[Math.min(from, lastDay + 1) - 1] ?? 0) : 0);
}

/** The day of life by which half have finished. */
export function usualDays({ spent }: FinishingCurve): number {
  const day = spent.findIndex((sum) => sum >= Math.LN2);
  return day === -1 ? lastDay : day;
}

/** Ends and stays by day of life. */
class Lives {
  readonly #ended = new Float64Array(lastDay + 1);
  readonly #left = new Float64Array(lastDay + 1);
  #cases = 0;

  add(age: number, isEnded: boolean, count: number): void {
    this.#left[age] = (this.#left[age] ?? 0) + count;
    if (!isEnded) return;
    this.#ended[age] = (this.#ended[age] ?? 0) + count;
    this.#cases += count;
  }

  curve(wider: FinishingCurve | null): FinishingCurve {
    const chances = new Float64Array(lastDay + 1);
    const expected = new Float64Array(lastDay + 1);
    const spent = new Float64Array(lastDay + 1);
    let atRisk = this.#left.reduce((sum, count) => sum + count, 0);
    let [sum, logs] = [0, 0];
    for (let day = 0; day <= lastDay; day += 1) {
      // Where nobody ever was, what is open yesterday stays so.
      const believed = wider?.chances[day] ?? chances[day - 1] ?? 0;
      const chance = Math.min(((this.#ended[day] ?? 0) + trust * believed) / (atRisk + trust), mostAtOnce);
      atRisk -= this.#left[day] ?? 0;
      sum += chance;
      logs -= Math.log1p(-chance);
      chances[day] = chance;
      expected[day] = sum;
      spent[day] = logs;
    }
    return { cases: this.#cases, chances, expected, spent };
  }
}

function mapped<Key, From, To>(
  map: ReadonlyMap<Key, From>,
  make: (from: From, key: Key) => To,
): Map<Key, To> {
  return new Map([...map].map(([key, from]) => [key, make(from, key)]));
}

/** The value of a key, made when it is first asked for. */
export function known<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
