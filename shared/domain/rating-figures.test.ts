import { expect, test } from 'vitest';
import { type CountedRatings, ratingFigures, ratingWarnings } from './rating-figures.ts';

const row = (over: Partial<CountedRatings>): CountedRatings => ({
  month: '2025-04',
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

test('an index stands on all answers, and says what they come from', () => {
  const { all, ownScreen, paper, uncoded, scales, splits } = ratingFigures(
    [
      row({ mark: 5, count: 6 }),
      row({ mark: 3, count: 2 }),
      row({ mark: 1, isLow: 1, source: 'paper' }),
      row({ scale: 3, mark: 2, count: 4, source: 'uncodedPaper' }),
    ],
    5,
    false,
  );
  expect(all).toMatchObject({ n: 13, satisfied: 10, low: 1 });
  expect([ownScreen.n, ownScreen.satisfied, paper.n, paper.satisfied, uncoded]).toEqual([8, 6, 5, 4, 4]);
  expect(splits).toBeNull();
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
  expect(ratingFigures([], 5, true)).toMatchObject({
    all: { n: 0 },
    scales: [],
    splits: { byProcedure: { shown: [], joined: { n: 0 } } },
  });
});

const figures = (n: number, uncoded = 0) => ({
  all: { key: '', name: '', n, satisfied: n, low: 0 },
  uncoded,
});

test('bursts are told by day, one clerk’s share by name only with enough answers', () => {
  const pulse = (minute: string, clerkId: number, answers: number) => ({
    minute,
    clerkId,
    clerkName: clerkId === 0 ? null : `Cán bộ ${clerkId}`,
    answers,
    outOfHours: 0 as const,
  });
  const pulses = [
    pulse('2025-04-24T09:15', 0, 7),
    pulse('2025-04-24T09:15', 1, 6),
    pulse('2025-04-24T10:00', 0, 4),
    pulse('2025-04-24T10:00', 1, 4),
    pulse('2025-04-25T10:00', 0, 4),
    pulse('2025-04-26T24:00', 0, 3),
  ];
  expect(ratingWarnings(pulses, figures(20), 5)).toEqual([
    { kind: 'outOfHours', day: '2025-04-26', answers: 3 },
    { kind: 'burst', day: '2025-04-25', answers: 4, ofOne: 0, clerkName: null },
    { kind: 'burst', day: '2025-04-24', answers: 7, ofOne: 6, clerkName: 'Cán bộ 1' },
    { kind: 'burst', day: '2025-04-24', answers: 4, ofOne: 4, clerkName: null },
  ]);
});

test('papers without a code are a warning once they are more than one answer in five', () => {
  expect(ratingWarnings([], figures(10, 2), 5)).toEqual([]);
  expect(ratingWarnings([], figures(10, 3), 5)).toEqual([{ kind: 'uncodedPaper', answers: 3, of: 10 }]);
});
