import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedRatings, ratingFigures, ratingWarnings } from './rating-figures.ts';

const row = (over: Partial<CountedRatings>): CountedRatings => ({
  stage: 'return',
  procedureCode: '1.004873',
  procedureShortName: 'Xác nhận hôn nhân',
  field: 'Hộ tịch',
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

const clerks = (...counts: number[]) =>
  counts.map((count, index) => row({ clerkId: index + 1, clerkName: `Cán bộ ${index + 1}`, count }));

test('an index stands on all answers, and says what they come from', () => {
  const { all, ownScreen, paper, scales } = ratingFigures(
    [
      row({ mark: 5, count: 6 }),
      row({ mark: 3, count: 2 }),
      row({ mark: 1, isLow: 1, source: 'paper' }),
      row({ scale: 3, mark: 2, count: 4, source: 'paper' }),
    ],
    5,
  );
  expect(all).toMatchObject({ n: 13, satisfied: 10, low: 1 });
  expect([ownScreen, paper]).toEqual([8, 5]);
  expect(scales).toEqual([
    {
      scale: 5,
      n: 9,
      marks: [5, 4, 3, 2, 1].map((mark) => ({ mark, count: { 5: 6, 3: 2, 1: 1 }[mark] ?? 0 })),
    },
    { scale: 3, n: 4, marks: [3, 2, 1].map((mark) => ({ mark, count: mark === 2 ? 4 : 0 })) },
  ]);
});

test('nothing answered is nothing, not an error', () => {
  expect(ratingFigures([], 5)).toMatchObject({ all: { n: 0 }, scales: [], byProcedure: [] });
});

test('fewer than five answers are not split by clerk, and cannot be reckoned out', () => {
  const split = (...counts: number[]) => {
    const { shown, notSplit } = ratingFigures(clerks(...counts), 5).byClerk;
    return [shown.map(({ n }) => n), notSplit];
  };
  expect(split(4)).toEqual([[], { clerks: 1, n: 4 }]);
  expect(split(5, 9)).toEqual([[5, 9], { clerks: 0, n: 0 }]);
  // Nine less the one shown would be the other's three.
  expect(split(6, 3)).toEqual([[], { clerks: 2, n: 9 }]);
  expect(split(8, 6, 3)).toEqual([[8], { clerks: 2, n: 9 }]);
  expect(split(8, 4, 4)).toEqual([[8], { clerks: 2, n: 8 }]);
});

test('whoever is hidden is hidden among at least five answers and another clerk', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (counts) => {
      const { shown, notSplit } = ratingFigures(clerks(...counts), 5).byClerk;
      expect(shown.every(({ n }) => n >= 5)).toBe(true);
      if (shown.length === 0 || notSplit.clerks === 0) return;
      expect(notSplit.clerks).toBeGreaterThanOrEqual(2);
      expect(notSplit.n).toBeGreaterThanOrEqual(5);
    }),
  );
});

test('bursts are told by day, one clerk alone by name only with enough answers', () => {
  const pulse = (minute: string, clerkId: number, answers: number) => ({
    minute,
    clerkId,
    clerkName: clerkId === 0 ? null : `Cán bộ ${clerkId}`,
    answers,
    outOfHours: 0 as const,
  });
  expect(
    ratingWarnings(
      [
        pulse('2025-04-24T09:15', 1, 6),
        pulse('2025-04-24T10:00', 1, 4),
        pulse('2025-04-25T10:00', 1, 2),
        pulse('2025-04-25T10:00', 2, 2),
        pulse('2025-04-26T24:00', 0, 3),
      ],
      5,
    ),
  ).toEqual([
    { kind: 'outOfHours', day: '2025-04-26', answers: 3 },
    { kind: 'burst', day: '2025-04-25', answers: 4, oneClerk: false, clerkName: null },
    { kind: 'burst', day: '2025-04-24', answers: 6, oneClerk: true, clerkName: 'Cán bộ 1' },
    { kind: 'burst', day: '2025-04-24', answers: 4, oneClerk: true, clerkName: null },
  ]);
});
