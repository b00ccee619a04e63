import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { openOffice } from './deadline-fixture.ts';
import type { TimeLimit } from './time-limit.ts';

// Each rule × before, at and after 15:00 × five receptions; every date was counted by hand.
const { ask } = openOffice(holidays.years);

const receptions = {
  'an ordinary Friday': '2026-06-12', // 13-14/6 weekend
  'the eve of 30/4': '2025-04-29', // 30/4, 1/5 holidays, 2/5 swapped, 3-4/5 weekend
  'a make-up Saturday': '2026-08-22', // for 31/8; 23/8 Sunday
  'the eve of Tết': '2026-02-13', // Friday; 16-20/2 Tết, 21-22/2 weekend
  'the last day of the year': '2025-12-31', // 1/1 holiday, 2/1 swapped, 3-4/1 weekend
} as const;
const clocks = ['14:59', '15:00', '15:01'] as const;

type Dues = readonly [before: string | null, at: string | null, after: string | null];

const table: [rule: string, limit: TimeLimit, dues: Record<keyof typeof receptions, Dues>][] = [
  [
    'NĐ 23/2015 Đ7 same day, cut-off 15:00',
    { kind: 'sameDay', value: 0, cutoff: '15:00' },
    {
      'an ordinary Friday': ['2026-06-12T17:00', '2026-06-12T17:00', '2026-06-15T17:00'],
      'the eve of 30/4': ['2025-04-29T17:00', '2025-04-29T17:00', '2025-05-05T17:00'],
      'a make-up Saturday': ['2026-08-22T17:00', '2026-08-22T17:00', '2026-08-24T17:00'],
      'the eve of Tết': ['2026-02-13T17:00', '2026-02-13T17:00', '2026-02-23T17:00'],
      'the last day of the year': ['2025-12-31T17:00', '2025-12-31T17:00', '2026-01-05T17:00'],
    },
  ],
  [
    'same day without a cut-off',
    { kind: 'sameDay', value: 0 },
    {
      'an ordinary Friday': ['2026-06-12T17:00', '2026-06-12T17:00', '2026-06-12T17:00'],
      'the eve of 30/4': ['2025-04-29T17:00', '2025-04-29T17:00', '2025-04-29T17:00'],
      'a make-up Saturday': ['2026-08-22T17:00', '2026-08-22T17:00', '2026-08-22T17:00'],
      'the eve of Tết': ['2026-02-13T17:00', '2026-02-13T17:00', '2026-02-13T17:00'],
      'the last day of the year': ['2025-12-31T17:00', '2025-12-31T17:00', '2025-12-31T17:00'],
    },
  ],
  [
    'BLDS Đ147 2 working days',
    { kind: 'workingDays', value: 2 },
    {
      'an ordinary Friday': ['2026-06-16T14:59', '2026-06-16T15:00', '2026-06-16T15:01'],
      'the eve of 30/4': ['2025-05-06T14:59', '2025-05-06T15:00', '2025-05-06T15:01'],
      'a make-up Saturday': ['2026-08-25T14:59', '2026-08-25T15:00', '2026-08-25T15:01'],
      'the eve of Tết': ['2026-02-24T14:59', '2026-02-24T15:00', '2026-02-24T15:01'],
      'the last day of the year': ['2026-01-06T14:59', '2026-01-06T15:00', '2026-01-06T15:01'],
    },
  ],
  [
    'NĐ 63/2024 Đ7 2 working days, cut-off 15:00',
    { kind: 'workingDays', value: 2, cutoff: '15:00' },
    {
      'an ordinary Friday': ['2026-06-16T14:59', '2026-06-16T15:00', '2026-06-17T07:00'],
      'the eve of 30/4': ['2025-05-06T14:59', '2025-05-06T15:00', '2025-05-07T07:00'],
      'a make-up Saturday': ['2026-08-25T14:59', '2026-08-25T15:00', '2026-08-26T07:00'],
      'the eve of Tết': ['2026-02-24T14:59', '2026-02-24T15:00', '2026-02-25T07:00'],
      'the last day of the year': ['2026-01-06T14:59', '2026-01-06T15:00', '2026-01-07T07:00'],
    },
  ],
  [
    'BLDS Đ148.5 3 calendar days',
    { kind: 'days', value: 3 },
    {
      'an ordinary Friday': ['2026-06-15T14:59', '2026-06-15T15:00', '2026-06-15T15:01'],
      'the eve of 30/4': ['2025-05-05T14:59', '2025-05-05T15:00', '2025-05-05T15:01'],
      'a make-up Saturday': ['2026-08-25T14:59', '2026-08-25T15:00', '2026-08-25T15:01'],
      'the eve of Tết': ['2026-02-23T14:59', '2026-02-23T15:00', '2026-02-23T15:01'],
      'the last day of the year': ['2026-01-05T14:59', '2026-01-05T15:00', '2026-01-05T15:01'],
    },
  ],
  [
    'BLDS Đ147 4 working hours',
    { kind: 'hours', value: 4 },
    {
      'an ordinary Friday': ['2026-06-15T08:59', '2026-06-15T09:00', '2026-06-15T09:01'],
      'the eve of 30/4': ['2025-05-05T08:59', '2025-05-05T09:00', '2025-05-05T09:01'],
      'a make-up Saturday': ['2026-08-24T08:59', '2026-08-24T09:00', '2026-08-24T09:01'],
      'the eve of Tết': ['2026-02-23T08:59', '2026-02-23T09:00', '2026-02-23T09:01'],
      'the last day of the year': ['2026-01-05T08:59', '2026-01-05T09:00', '2026-01-05T09:01'],
    },
  ],
  [
    '4 hours of the clock, moved to the next opening',
    { kind: 'hours', value: 4, wallClock: true },
    {
      'an ordinary Friday': ['2026-06-15T07:00', '2026-06-15T07:00', '2026-06-15T07:00'],
      'the eve of 30/4': ['2025-05-05T07:00', '2025-05-05T07:00', '2025-05-05T07:00'],
      'a make-up Saturday': ['2026-08-24T07:00', '2026-08-24T07:00', '2026-08-24T07:00'],
      'the eve of Tết': ['2026-02-23T07:00', '2026-02-23T07:00', '2026-02-23T07:00'],
      'the last day of the year': ['2026-01-05T07:00', '2026-01-05T07:00', '2026-01-05T07:00'],
    },
  ],
  [
    'NĐ 118 Đ17.4 on the spot',
    { kind: 'onTheSpot' },
    {
      'an ordinary Friday': ['2026-06-12T14:59', '2026-06-12T15:00', '2026-06-12T15:01'],
      'the eve of 30/4': ['2025-04-29T14:59', '2025-04-29T15:00', '2025-04-29T15:01'],
      'a make-up Saturday': ['2026-08-22T14:59', '2026-08-22T15:00', '2026-08-22T15:01'],
      'the eve of Tết': ['2026-02-13T14:59', '2026-02-13T15:00', '2026-02-13T15:01'],
      'the last day of the year': ['2025-12-31T14:59', '2025-12-31T15:00', '2025-12-31T15:01'],
    },
  ],
  [
    'no rule',
    { kind: 'none' },
    {
      'an ordinary Friday': [null, null, null],
      'the eve of 30/4': [null, null, null],
      'a make-up Saturday': [null, null, null],
      'the eve of Tết': [null, null, null],
      'the last day of the year': [null, null, null],
    },
  ],
];

describe.each(table)('%s', (_rule, limit, dues) => {
  const rows = Object.entries(receptions).flatMap(([name, date]) =>
    clocks.map((clock, index) => [name, clock, date, dues[name as keyof typeof receptions][index]] as const),
  );
  it.each(rows)('received on %s at %s', (_name, clock, date, dueAt) => {
    expect(ask(`${date}T${clock}`, limit).dueAt).toBe(dueAt);
  });
});

describe('reception out of hours', () => {
  // T6 12/06/2026 and T7 13/06/2026; 2 working days; shift counts from T2 15/06 07:00, keep from the day itself.
  const rows: [name: string, receivedAt: string, shift: string, keep: string][] = [
    ['06:30, before opening', '2026-06-12T06:30', '2026-06-16T07:00', '2026-06-16T07:00'],
    ['11:30, the last minute of the morning', '2026-06-12T11:30', '2026-06-16T11:30', '2026-06-16T11:30'],
    ['11:31, in the break', '2026-06-12T11:31', '2026-06-16T13:30', '2026-06-16T13:30'],
    ['17:00, the last minute', '2026-06-12T17:00', '2026-06-16T17:00', '2026-06-16T17:00'],
    ['17:00:59, cut to the minute', '2026-06-12T17:00:59', '2026-06-16T17:00', '2026-06-16T17:00'],
    ['17:01, after closing', '2026-06-12T17:01', '2026-06-17T07:00', '2026-06-16T17:00'],
    ['Saturday 09:00', '2026-06-13T09:00', '2026-06-17T07:00', '2026-06-16T17:00'],
    ['Sunday 23:59', '2026-06-14T23:59', '2026-06-17T07:00', '2026-06-16T17:00'],
  ];
  it.each(rows)('BLDS Đ147 %s', (_name, receivedAt, shift, keep) => {
    const limit: TimeLimit = { kind: 'workingDays', value: 2 };
    expect(ask(receivedAt, limit).dueAt).toBe(shift);
    expect(ask(receivedAt, limit, { policies: { outOfHours: 'keep', supplement: 'restart' } }).dueAt).toBe(
      keep,
    );
  });

  it('a rest-day reception of a same-day case is never due on the rest day', () => {
    const sameDay: TimeLimit = { kind: 'sameDay', value: 0, cutoff: '15:00' };
    const keep = { outOfHours: 'keep', supplement: 'restart' } as const;
    expect(ask('2026-06-13T09:00', sameDay, { policies: keep }).dueAt).toBe('2026-06-15T17:00');
    expect(ask('2026-06-13T09:00', { kind: 'sameDay', value: 0 }, { policies: keep }).dueAt).toBe(
      '2026-06-15T17:00',
    );
  });
});
