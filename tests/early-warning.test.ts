import { expect, test } from 'vitest';
import { estimate, learn } from '../shared/domain/early-warning/early-warning.ts';
import { isLate, isOpenOn } from '../shared/domain/early-warning/finishing-curve.ts';
import { readStandings } from '../shared/domain/early-warning/holder-pace.ts';
import { asKnownOn, pastWarnings } from '../shared/domain/early-warning/past-warnings.ts';
import { livedCases, yearDays } from './lived-cases.ts';

/** A case that was open on a Monday of the third year: what two ways of warning make of it, and how it ended. */
interface Judged {
  isLate: boolean;
  isWarned: boolean;
  chance: number;
  leftDays: number;
}

/**
 * Learned from two years, held unchanged through the third, each case with the holder and the date it had that day; what is due in its
 * last month has no end to compare with.
 */
function judged(seed: number): Judged[] {
  const cases = livedCases(seed, 3);
  const firstDay = 2 * yearDays + 1;
  const knownOn = (day: number) => cases.map((one) => asKnownOn(one, day));
  const model = learn(knownOn(firstDay), firstDay);
  if (model === null) throw new Error('Nothing was learned');
  const found: Judged[] = [];
  for (let monday = firstDay; monday <= 3 * yearDays - 25; monday += 5) {
    const known = knownOn(monday);
    const open = known.filter((one) => isOpenOn(one, monday));
    const standings = readStandings(known, open, monday, model);
    for (const [place, one] of known.entries()) {
      const inTheEnd = cases[place];
      if (inTheEnd === undefined || !isOpenOn(one, monday)) continue;
      const told = estimate(model, one, standings.get(one.holderId), monday);
      if (told === null) continue;
      found.push({
        isLate: isLate(inTheEnd),
        isWarned: told.chance >= model.threshold,
        chance: told.chance,
        leftDays: told.facts.leftDays,
      });
    }
  }
  return found;
}

const isDueSoon = ({ leftDays }: Judged) => leftDays <= 2;
const lateOf = (some: readonly Judged[]) => some.filter(({ isLate }) => isLate).length;

function score(all: readonly Judged[], isTold: (one: Judged) => boolean) {
  const told = all.filter(isTold);
  const precision = lateOf(told) / told.length;
  const recall = lateOf(told) / lateOf(all);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Of the most likely, as many as tell of the same share of the late: how many of them are late. */
function precisionAt(recall: number, all: readonly Judged[]): number {
  let late = 0;
  for (const [place, { isLate }] of all.toSorted((a, b) => b.chance - a.chance).entries()) {
    if (isLate) late += 1;
    if (late / lateOf(all) >= recall) return late / (place + 1);
  }
  return 0;
}

/** Mean of the precisions at each late case, most likely first. */
function averagePrecision(all: readonly Judged[], key: (one: Judged) => number): number {
  let [late, sum] = [0, 0];
  for (const [place, { isLate }] of all.toSorted((a, b) => key(b) - key(a)).entries()) {
    if (!isLate) continue;
    late += 1;
    sum += late / (place + 1);
  }
  return sum / late;
}

const percent = (part: number) => `${(100 * part).toFixed(1)} %`;

/** Both ways on the same cases; printed, so that the log has the figures. */
function compare(name: string, all: readonly Judged[]) {
  const rule = score(all, isDueSoon);
  const warning = score(all, ({ isWarned }) => isWarned);
  const atEqualRecall = precisionAt(rule.recall, all);
  const average = {
    rule: averagePrecision(all, ({ leftDays }) => -leftDays),
    warning: averagePrecision(all, ({ chance }) => chance),
  };
  process.stdout.write(
    `${name}: ${lateOf(all)} of ${all.length} late; at recall ${percent(rule.recall)} precision: rule ${percent(rule.precision)}, ` +
      `warning ${percent(atEqualRecall)}; F1: ${percent(rule.f1)}, ${percent(warning.f1)}; ` +
      `average precision: ${percent(average.rule)}, ${percent(average.warning)}\n`,
  );
  return { rule, warning, atEqualRecall, average };
}

const seeds = [101, 102, 103, 104, 105, 106];

test('in a year it never saw, the warning tells more than "due within 2 working days"', () => {
  const registers = seeds.map(judged);
  const each = registers.map((all, place) => compare(`register ${seeds[place]}`, all));
  const { rule, warning, atEqualRecall, average } = compare('all registers', registers.flat());
  expect(atEqualRecall).toBeGreaterThan(rule.precision + 0.15);
  expect(warning.f1).toBeGreaterThan(rule.f1 + 0.05);
  expect(average.warning).toBeGreaterThan(average.rule + 0.1);
  const better = each.filter((one) => one.average.warning > one.average.rule);
  expect(better.length).toBeGreaterThanOrEqual(seeds.length - 1);
});

// Of those it is surest of, some get a new date or are withdrawn: that is not foreseen.
test('a chance of so much comes true about so often', () => {
  const all = seeds.flatMap(judged);
  for (const [from, to] of [
    [0, 0.2],
    [0.2, 0.5],
    [0.5, 0.8],
    [0.8, 1.01],
  ] as const) {
    const band = all.filter(({ chance }) => chance >= from && chance < to);
    const told = band.reduce((sum, { chance }) => sum + chance, 0) / band.length;
    expect([from, Math.abs(told - lateOf(band) / band.length) < 0.25]).toEqual([from, true]);
  }
});

test('a day is looked back at without what came after it: a later date, another holder, a withdrawal', () => {
  const cases = livedCases(101, 3);
  const [from, to] = [2 * yearDays + 1, 2 * yearDays + 65];
  const past = pastWarnings(cases, from, to);
  const judgedByHindsight = pastWarnings(
    cases.filter(({ isGone }) => !isGone).map(({ moves, ...one }) => one),
    from,
    to,
  );
  process.stdout.write(
    `as known: ${JSON.stringify(past)}, by hindsight: ${JSON.stringify(judgedByHindsight)}\n`,
  );
  expect(past?.warned).not.toBe(judgedByHindsight?.warned);
});
