import { describe, expect, it } from 'vitest';
import {
  meets,
  paceOf,
  type Standing,
  type Target,
  targetSchema,
  targetsFor,
  targetsSchema,
} from './target.ts';

const year: Target = {
  id: 'a',
  indicator: 'online',
  scope: {},
  from: '2025-01-01',
  to: '2025-12-31',
  unit: 'share',
  value: 8000,
};
const count: Target = { ...year, indicator: 'received', unit: 'count', value: 3650 };
const share = (numerator: number, of: number): Standing => ({ count: numerator, of, better: 'high' });
const bare = (numerator: number): Standing => ({ count: numerator, of: null, better: 'high' });

describe('the pace of a target', () => {
  it.each([
    // A count grows with the days: 73 of 365 days gone.
    [
      'on its way',
      count,
      bare(730),
      '2025-03-14',
      {
        daysGone: 73,
        forecast: 3650,
        willReach: true,
        isReached: false,
        rest: { kind: 'perWeek', count: 70 },
      },
    ],
    [
      'behind',
      count,
      bare(729),
      '2025-03-14',
      { forecast: 3645, willReach: false, isReached: false, rest: { kind: 'perWeek', count: 71 } },
    ],
    ['reached early', count, bare(3650), '2025-03-14', { isReached: true, rest: null }],
    [
      'missed on the last day',
      count,
      bare(3649),
      '2025-12-31',
      { daysGone: 365, forecast: 3649, willReach: false, rest: null },
    ],
    [
      'the last days ask for all that is missing',
      count,
      bare(3640),
      '2025-12-29',
      { rest: { kind: 'perWeek', count: 10 } },
    ],
    ['before its first day', count, bare(0), '2024-12-31', { daysGone: 0, forecast: null, willReach: null }],
    ['long after', count, bare(3649), '2026-06-01', { daysGone: 365, rest: null }],
    // A share of what comes in stays what it is; the rest of the year has to be better.
    [
      'a share below',
      year,
      share(70, 100),
      '2025-07-02',
      { actual: 7000, forecast: 7000, willReach: false, rest: { kind: 'share', hundredths: 9006 } },
    ],
    ['a share out of reach', year, share(10, 100), '2025-07-02', { rest: { kind: 'outOfReach' } }],
    [
      'a share that is one case short',
      { ...year, value: 10_000 },
      share(3716, 3717),
      '2025-07-02',
      { actual: 9997, isReached: false, rest: { kind: 'outOfReach' } },
    ],
    [
      'a share of nothing',
      year,
      share(0, 0),
      '2025-07-02',
      { actual: null, isReached: false, forecast: null, rest: null },
    ],
    // People stay as many as they are.
    [
      'a share of people',
      { ...year, value: 7000 },
      { ...share(350, 1000), ofStays: true },
      '2025-07-02',
      { forecast: 6980, willReach: false, rest: { kind: 'perWeek', count: 14 } },
    ],
    // Who had it before the target began came at no pace of it.
    [
      'people who were there before',
      { ...count, value: 8000 },
      { ...bare(6074), of: null, ofStays: true, within: 10 },
      '2025-01-10',
      { actual: 6074, forecast: 6064 + 365, willReach: false, isReached: false },
    ],
    [
      'a share of people who were there before',
      { ...year, value: 8000 },
      { ...share(6074, 8045), ofStays: true, within: 0 },
      '2025-01-10',
      { actual: 7550, forecast: 7550, willReach: false },
    ],
    // Fewer is better: what is open now foretells nothing.
    [
      'a stock',
      { ...count, value: 5 },
      { count: 7, of: null, better: 'low' },
      '2025-07-02',
      { isReached: false, forecast: null, rest: null },
    ],
    [
      'a share that should be low',
      { ...year, value: 100 },
      { count: 1, of: 200, better: 'low' },
      '2025-07-02',
      { isReached: true, willReach: true },
    ],
  ] as const)('%s', (_, target, standing, today, expected) => {
    expect(paceOf(target, standing, today)).toMatchObject(expected);
  });

  it.each([
    // Shown as 0 %, 1 % and 99,99 %.
    [{ count: 1, of: 20_000 }, 0, 'low', false],
    [{ count: 10_099, of: 1_000_000 }, 100, 'low', false],
    [{ count: 1, of: 100 }, 100, 'low', true],
    [{ count: 99_999, of: 100_000 }, 10_000, 'high', false],
    [{ count: 0, of: 0 }, 0, 'low', null],
    [{ count: 3, of: null }, 0, 'low', null],
  ] as const)('%j against %i hundredths, better %s, is judged exactly: %s', (part, value, better, isMet) => {
    const target = { ...year, value };
    expect(meets(target, part, better)).toBe(isMet);
    const { isReached, willReach } = paceOf(target, { ...part, better }, '2025-07-02');
    expect([isReached, willReach]).toEqual([isMet === true, part.of === null ? null : isMet]);
  });

  it('a target of the year judges its months, of the same cases alone', () => {
    const month = { ...year, id: 'b', from: '2025-04-01', to: '2025-04-30' };
    const ofField = { ...year, id: 'c', scope: { field: 'Hộ tịch' } };
    const ids = (from: string, to: string, scope = {}) =>
      targetsFor([year, month, ofField], 'online', { from, to, scope }).map(({ id }) => id);
    expect(ids('2025-04-01', '2025-04-30')).toEqual(['b', 'a']);
    expect(ids('2025-01-01', '2025-12-31')).toEqual(['a']);
    expect(ids('2024-12-01', '2025-01-31')).toEqual([]);
    expect(ids('2025-04-01', '2025-04-30', { field: 'Hộ tịch', point: undefined })).toEqual(['c']);
  });

  it('no share is over 100 %, no period ends before it begins', () => {
    expect(targetSchema.safeParse({ ...year, value: 10_001 }).success).toBe(false);
    expect(targetSchema.safeParse({ ...year, to: '2024-12-31' }).success).toBe(false);
    for (const indicator of ['digital.vneid', 'digital.step:sim', 'cashless', 'satisfaction', 'open'])
      expect(targetSchema.safeParse({ ...year, indicator }).success).toBe(true);
    for (const indicator of ['happiness', 'constructor', 'digital.', 'digital.a b'])
      expect(targetSchema.safeParse({ ...year, indicator }).success).toBe(false);
  });

  it('no two targets have one id', () => {
    expect(targetsSchema.safeParse([year, { ...year, id: 'b' }]).success).toBe(true);
    expect(targetsSchema.safeParse([year, count]).error?.issues[0]).toMatchObject({ path: [1, 'id'] });
  });
});
