import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedRatings } from './rating-figures.ts';
import { isSplittable, procedureOf, shownProcedures, splitBy, splitByField } from './rating-split.ts';

const row = (over: Partial<CountedRatings>): CountedRatings => ({
  month: '2025-04',
  stage: 'return',
  procedureCode: 'p1',
  procedureShortName: 'p1',
  field: 'f1',
  point: 'Quầy 1',
  clerkId: null,
  clerkName: null,
  source: 'ownScreen',
  scale: 5,
  mark: 5,
  isLow: 0,
  count: 1,
  ...over,
});
const procedure = (code: string, count: number, over: Partial<CountedRatings> = {}) =>
  row({ procedureCode: code, procedureShortName: code, count, ...over });
const shownOf = (rows: readonly CountedRatings[]) => {
  const { shown, joined } = splitBy(rows, 5, procedureOf);
  return [shown.map(({ n }) => n), joined.n];
};

test('only a whole month, quarter or year that is over is split', () => {
  const may = (from: string, to: string, today: string) => isSplittable({ from, to }, today);
  expect(may('2025-04-01', '2025-04-30', '2025-05-01')).toBe(true);
  expect(may('2025-01-01', '2025-03-31', '2025-05-01')).toBe(true);
  expect(may('2024-01-01', '2024-12-31', '2025-05-01')).toBe(true);
  expect(may('2024-02-01', '2024-02-29', '2025-05-01')).toBe(true);
  // Runs still.
  expect(may('2025-04-01', '2025-04-30', '2025-04-30')).toBe(false);
  // One day less or more would be told by the difference.
  expect(may('2025-04-01', '2025-04-29', '2025-05-02')).toBe(false);
  expect(may('2025-04-24', '2025-04-24', '2025-05-02')).toBe(false);
  expect(may('2025-04-02', '2025-04-30', '2025-05-02')).toBe(false);
  // A quarter that is none.
  expect(may('2025-02-01', '2025-04-30', '2025-05-02')).toBe(false);
  expect(may('2024-04-01', '2025-04-30', '2025-05-02')).toBe(false);
});

test('fewer than five answers are joined, and cannot be reckoned out', () => {
  const split = (...counts: number[]) => shownOf(counts.map((count, index) => procedure(`p${index}`, count)));
  expect(split(4)).toEqual([[], 4]);
  expect(split(9, 5)).toEqual([[9, 5], 0]);
  // Nine less the one shown would be the other's three.
  expect(split(6, 3)).toEqual([[], 9]);
  expect(split(8, 6, 3)).toEqual([[8], 9]);
  expect(split(8, 4, 4)).toEqual([[8], 8]);
});

test('a quarter less its months tells nobody: what a month joins stays joined', () => {
  const months = [
    procedure('p1', 6),
    procedure('p2', 7),
    procedure('p1', 9, { month: '2025-05' }),
    procedure('p2', 1, { month: '2025-05' }),
    procedure('p3', 4, { month: '2025-05' }),
  ];
  // Of p2 the quarter has eight; less April's seven that would be May's one.
  expect(shownOf(months)).toEqual([[15, 7], 5]);
  expect([...shownProcedures(months, 5, '2025-05-31')]).toEqual(['2025-04 p2', '2025-04 p1']);
});

test('a field less its procedures tells nobody', () => {
  const rows = [
    procedure('p1', 6),
    procedure('p2', 3),
    procedure('p3', 8, { field: 'f2' }),
    procedure('p4', 3, { field: 'f2' }),
  ];
  // Six and three: the three would be p2's; the procedures show one of 8 and join the others.
  const { shown, joined } = splitByField(rows, 5);
  expect([shown.map(({ key }) => key), joined.n]).toEqual([[], 20]);
});

test('in every month and quarter, whatever came: nothing below five is shown, left over, or left of a field', () => {
  const some = fc.record({
    month: fc.constantFrom('2025-04', '2025-05', '2025-06'),
    procedure: fc.integer({ min: 0, max: 5 }),
    count: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 14 }), (given) => {
      const rows = given.map((one) =>
        procedure(`p${one.procedure}`, one.count, { month: one.month, field: `f${one.procedure % 2}` }),
      );
      let [shownOfMonths, joinedOfMonths] = [0, 0];
      for (const ofMonth of Map.groupBy(rows, ({ month }) => month).values()) {
        const { shown, joined } = splitBy(ofMonth, 5, procedureOf);
        shownOfMonths += shown.reduce((sum, { n }) => sum + n, 0);
        joinedOfMonths += joined.n;
        expect(shown.every(({ n }) => n >= 5)).toBe(true);
        if (shown.length > 0 && joined.n > 0) expect(joined.n).toBeGreaterThanOrEqual(5);
        const names = new Set(shown.map(({ key }) => key));
        for (const field of splitByField(ofMonth, 5).shown) {
          const told = ofMonth
            .filter((one) => one.field === field.key && names.has(one.procedureCode))
            .reduce((sum, { count }) => sum + count, 0);
          expect([1, 2, 3, 4]).not.toContain(field.n - told);
        }
      }
      const quarter = splitBy(rows, 5, procedureOf);
      expect(quarter.shown.reduce((sum, { n }) => sum + n, 0)).toBe(shownOfMonths);
      expect(quarter.joined.n).toBe(joinedOfMonths);
    }),
  );
});
