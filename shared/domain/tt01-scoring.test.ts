import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agencyBand,
  agencyPoints,
  attitudePoints,
  caseScores,
  contactPoints,
  feedbackPoints,
  indexTenths,
  officerBand,
  oneStopPoints,
  onlinePoints,
  publicationPoints,
  scoreOf,
  type Tt01Case,
  timePoints,
  totalOf,
} from './tt01-scoring.ts';

describe('TT 01/2018 Đ13, each cell of the table', () => {
  test.each([
    ['shorter', 'early', 2],
    ['equal', 'onTime', 1],
    ['longer', 'late', 0],
    ['no date at all', 'noDeadline', null],
  ] as const)('Đ13.1 and Đ13.2, time %s', (_, timeliness, points) => {
    expect(timePoints(timeliness)).toBe(points);
  });

  test.each([
    [0, 2],
    [1, 1],
    [2, 0],
    [5, 0],
  ])('Đ13.3, contacts to complete the dossier: %i, and Đ13.4, agencies', (count, points) => {
    expect([contactPoints(count), agencyPoints(count)]).toEqual([points, points]);
  });

  test.each([
    ['onTheSpot', 2],
    ['here', 1],
    ['less', 0],
  ] as const)('Đ13.5, at one stop: %s', (oneStop, points) => {
    expect(oneStopPoints(oneStop)).toBe(points);
  });

  test.each([
    ['both', 2],
    ['one', 1],
    ['faulty', 0],
  ] as const)('Đ13.6, published: %s', (publication, points) => {
    expect(publicationPoints(publication)).toBe(points);
  });

  test.each([
    ['early, none', 'early', 'none', 2],
    ['on time, none', 'onTime', 'none', 1],
    ['late, none', 'late', 'none', 0],
    ['early, one', 'early', 'stands', 0],
    ['on time, one', 'onTime', 'stands', 0],
    ['without a date, one', 'noDeadline', 'stands', 0],
    ['without a date, none', 'noDeadline', 'none', null],
    ['early, one found false', 'early', 'unfounded', 2],
    ['on time, one found false', 'onTime', 'unfounded', 1],
  ] as const)('Đ13.7, complaints: %s', (_, timeliness, complaint, points) => {
    expect(attitudePoints(timeliness, complaint)).toBe(points);
  });

  test.each([
    ['none at all', 0, 0, 0, 2],
    ['all in time', 7, 7, 0, 2],
    ['90 % in time', 10, 9, 0, 1],
    ['just under 90 %', 100, 89, 0, 0],
    ['8 of 9', 9, 8, 0, 0],
    ['all answered in time, one prolonged', 8, 7, 1, 0],
    ['95 % in time, one prolonged', 20, 19, 1, 0],
  ])('Đ13.8, %s', (_, due, inTime, prolonged, points) => {
    expect(feedbackPoints({ due, inTime, prolonged })).toBe(points);
  });

  test.each([
    ['20 % of the procedures and 30 % of the cases', 100, 20, 100, 30, 0, 2],
    ['19 % of the procedures, 30 % of the cases', 100, 19, 100, 30, 0, 1],
    ['just under 30 % of the cases', 100, 50, 1000, 299, 0, 1],
    ['15 % of the cases', 100, 50, 100, 15, 0, 1],
    ['just under 15 %', 100, 50, 1000, 149, 0, 0],
    ['one late', 100, 50, 100, 90, 1, 0],
    ['none offered', 100, 0, 100, 0, 0, 0],
    ['none offered, no case', 100, 0, 0, 0, 0, 0],
    ['offered, no case', 100, 50, 0, 0, 0, null],
  ])('Đ13.9, %s', (_, procedures, onlineProcedures, cases, onlineCases, unresolvedOrLate, points) => {
    const counts = { procedures, onlineProcedures, cases, onlineCases, unresolvedOrLate };
    expect(onlinePoints(counts)).toBe(points);
  });
});

describe('TT 01/2018 Đ15.2, index = Σ points / number, one decimal', () => {
  test.each([
    [0, 3, 0],
    [1, 20, 1],
    [1, 21, 0],
    [3, 20, 2],
    [29, 20, 15],
    [2, 3, 7],
    [1, 3, 3],
    [39, 20, 20],
    [6, 3, 20],
  ])('%i points of %i cases', (points, cases, tenths) => {
    expect(indexTenths({ points, cases })).toBe(tenths);
  });

  test('no case has no index', () => {
    expect(indexTenths({ points: 0, cases: 0 })).toBeNull();
  });

  test('property: half up, within half a tenth of the quotient', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (cases, share) => {
          const points = Math.floor(share * cases);
          const tenths = BigInt(indexTenths({ points, cases }) ?? -1);
          // tenths - 1/2 <= 10 points / cases < tenths + 1/2, in whole numbers.
          const exact = 20n * BigInt(points);
          const step = BigInt(cases);
          expect((2n * tenths - 1n) * step <= exact && exact < (2n * tenths + 1n) * step).toBe(true);
        },
      ),
    );
  });
});

describe('TT 01/2018 Đ15.3, bands at their edges', () => {
  test.each([
    [100, 'completes'],
    [50, 'completes'],
    [49, 'mostly'],
    [35, 'mostly'],
    [34, 'below'],
    [0, 'below'],
  ])('an officer with %i tenths', (tenths, band) => {
    expect(officerBand(tenths)).toBe(band);
  });

  test.each([
    [180, 'excellent'],
    [150, 'excellent'],
    [149, 'good'],
    [120, 'good'],
    [119, 'fair'],
    [90, 'fair'],
    [89, 'average'],
    [60, 'average'],
    [59, 'weak'],
    [0, 'weak'],
  ])('an agency with %i tenths', (tenths, band) => {
    expect(agencyBand(tenths)).toBe(band);
  });
});

const usual: Tt01Case = {
  officer: { id: 2, name: 'Quàng Văn Hùng' },
  timeliness: 'early',
  ownTimeliness: 'early',
  supplements: 0,
  agencies: 1,
  complaint: 'none',
};

test('Đ14.1, the indices of some cases; one without a date is in no index of time', () => {
  const cases: Tt01Case[] = [
    usual,
    { ...usual, timeliness: 'late', supplements: 1 },
    { ...usual, timeliness: 'noDeadline', ownTimeliness: 'noDeadline', supplements: 2, agencies: 0 },
  ];
  const scores = caseScores(cases);
  expect(scores.map(({ index, tally, tenths }) => [index, tally.points, tally.cases, tenths])).toEqual([
    [1, 2, 2, 10],
    [2, 4, 2, 20],
    [3, 3, 3, 10],
    [4, 4, 3, 13],
    [7, 2, 2, 10],
  ]);
  expect(totalOf(scores)).toEqual({ tenths: 63, missing: [] });
});

test('an index without data is left out of the sum and named', () => {
  const scores = [...caseScores([usual]), scoreOf(6, [null]), scoreOf(8, [2])];
  expect(totalOf(scores)).toEqual({ tenths: 20 + 20 + 20 + 10 + 20 + 20, missing: [6] });
});
