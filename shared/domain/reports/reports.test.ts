import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedCase, isInSet } from '../case-membership.ts';
import { caseSets, type Period } from '../statistics.ts';
import { type OfficialColumn, officialReport } from './figures.ts';
import { checkIdentities, type OfficialFigures } from './identities.ts';
import { dayBefore, kindOfPeriod, periodName, periodOf } from './period.ts';

const dayArbitrary = fc
  .integer({ min: 0, max: 80 })
  .map((days) => new Date(Date.UTC(2025, 1, 10 + days)).toISOString().slice(0, 10));
const timeArbitrary = fc
  .tuple(dayArbitrary, fc.constantFrom('00:00', '08:15', '16:59', '23:59'))
  .map(([day, hour]) => `${day}T${hour}`);

/** Whatever a fold may say of a case: with a date or without one, open, waiting, ended in each way. */
const caseArbitrary: fc.Arbitrary<CountedCase> = fc
  .record({
    accepted: timeArbitrary,
    due: fc.option(timeArbitrary, { freq: 4 }),
    ended: fc.option(timeArbitrary, { freq: 2 }),
    waits: fc.boolean(),
    isHours: fc.boolean(),
    status: fc.constantFrom(
      'resolved' as const,
      'returned' as const,
      'withdrawn' as const,
      'stopped' as const,
    ),
    channel: fc.constantFrom('direct' as const, 'online' as const, 'postal' as const),
  })
  .map(({ accepted, due, ended, waits, isHours, status, channel }) => {
    const endedAt = ended === null || ended < accepted ? null : ended;
    const awaits = endedAt === null && waits;
    const timeliness = (() => {
      if (endedAt === null) return null;
      if (due === null) return 'noDeadline';
      if (isHours && endedAt > due) return 'late';
      if (endedAt.slice(0, 10) > due.slice(0, 10)) return 'late';
      return endedAt.slice(0, 10) < due.slice(0, 10) ? 'early' : 'onTime';
    })();
    return {
      acceptedAt: accepted,
      dueAt: due,
      measuredDueAt: awaits ? null : due,
      endedAt,
      timeliness,
      limitKind: due === null ? 'none' : isHours ? 'hours' : 'workingDays',
      status: endedAt === null ? (awaits ? 'awaitingSupplement' : 'processing') : status,
      channel,
      digitised: false,
      digitalResult: false,
      fullOnline: false,
    };
  });

function figuresOf(cases: readonly CountedCase[], period: Period, now: string): OfficialFigures {
  const count = (set: keyof typeof caseSets) =>
    cases.filter((one) => isInSet(caseSets[set], one, period, now)).length;
  return Object.fromEntries(
    officialReport.columns.map(({ name, set }) => [name, count(set)]),
  ) as OfficialFigures;
}

test('whatever the cases and the period, every identity of the official report holds', () => {
  fc.assert(
    fc.property(
      fc.array(caseArbitrary, { maxLength: 25 }),
      dayArbitrary,
      fc.integer({ min: 0, max: 30 }),
      timeArbitrary,
      (cases, from, days, now) => {
        const to = periodOf('day', from, days).to;
        const total = figuresOf(cases, { from, to }, now);
        const halves = [
          {
            label: 'Có',
            figures: figuresOf(
              cases.filter((_, index) => index % 2 === 0),
              { from, to },
              now,
            ),
          },
          {
            label: 'Không',
            figures: figuresOf(
              cases.filter((_, index) => index % 2 === 1),
              { from, to },
              now,
            ),
          },
        ];
        const before = figuresOf(cases, dayBefore({ from, to }), now).open;
        const left = { open: before, at: `${from}T07:00`, by: 'Mai' };
        expect(checkIdentities({ rows: halves, total }, left).flatMap(({ broken }) => broken)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

const sound: OfficialFigures = {
  taken: 1010,
  online: 3,
  atCounter: 5,
  before: 1002,
  settled: 1007,
  early: 1001,
  onTime: 4,
  late: 2,
  open: 3,
  openInTime: 2,
  openLate: 1,
};
const left = { open: 1002, at: '2025-04-01T09:00', by: 'Lò Thị Mai' };
const broken = (change: Partial<OfficialFigures>, openBefore = 1002) => {
  const total = { ...sound, ...change };
  return checkIdentities(
    { rows: [{ label: 'Hộ tịch', figures: total }], total },
    { ...left, open: openBefore },
  )
    .filter((check) => check.broken.length > 0)
    .map(({ identity }) => identity);
};

test('each identity is found broken when it is, and only that one, with its numbers', () => {
  expect(broken({})).toEqual([]);
  expect(broken({ online: 4 })).toEqual(['(3) = (4) + (5) + (6)']);
  expect(broken({ early: 1000 })).toEqual(['(7) = (8) + (9) + (10)']);
  expect(broken({ openLate: 0 })).toEqual(['(11) = (12) + (13)']);
  expect(broken({ taken: 1011, online: 4 })).toEqual(['(3) = (7) + (11)']);
  expect(broken({}, 1001)).toEqual(['(6) = (11) của kỳ trước']);
  const total = { ...sound };
  const checks = checkIdentities({ rows: [], total }, left);
  expect(checks.at(-1)).toMatchObject({ identity: 'Tổng các dòng = dòng tổng số' });
  expect(checks.at(-1)?.broken[0]).toBe('Cột (3): 0 ≠ 1.010');
  expect(checks.slice(0, -1).flatMap((check) => check.broken)).toEqual([]);
  expect(checks.at(-2)?.against).toEqual(left);
  // Where no report left for the period before, nothing is checked, and nothing is said to be right.
  const first = checkIdentities({ rows: [{ label: 'Hộ tịch', figures: total }], total }, undefined);
  expect(first.find(({ against }) => against === null)?.broken).toEqual([]);
});

test('every column of the official form is numbered as the form is', () => {
  const names = officialReport.columns.map(({ name }) => name as OfficialColumn);
  expect(names.indexOf('taken') + 3).toBe(3);
  expect(names.indexOf('openLate') + 3).toBe(13);
});

test('a period is named by what it is', () => {
  expect(periodOf('quarter', '2025-05-12')).toEqual({ from: '2025-04-01', to: '2025-06-30' });
  expect(periodOf('month', '2024-01-31', 1)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(periodOf('year', '2024-02-29', -1)).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  expect(['2025-04-24', '2025-04-01'].map((from) => kindOfPeriod({ from, to: '2025-04-24' }))).toEqual([
    'day',
    'free',
  ]);
  expect(periodName(periodOf('quarter', '2025-12-31'))).toBe('Quý IV/2025');
  expect(periodName(periodOf('month', '2025-04-24'))).toBe('Tháng 4/2025');
  expect(periodName({ from: '2023-01-01', to: '2024-06-30' })).toBeNull();
});
