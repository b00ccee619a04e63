import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { days, type More, openOffice, strip } from './deadline-fixture.ts';
import type { TimeLimit } from './time-limit.ts';

// The 25 worked examples, each counted by hand; the calendar is the one shipped. Numbers are those of the examples.
const { ask } = openOffice(holidays.years);

const sameDay: TimeLimit = { kind: 'sameDay', value: 0, cutoff: '15:00' };
const workingDays = (value: number): TimeLimit => ({ kind: 'workingDays', value });
const calendarDays = (value: number): TimeLimit => ({ kind: 'days', value });
const keep = { policies: { outOfHours: 'keep', supplement: 'restart' } } as const satisfies More;

const rows: [
  name: string,
  receivedAt: string,
  limit: TimeLimit,
  dueAt: string,
  strip: string,
  more?: More,
][] = [
  [
    '1 NĐ 23/2015 Đ7: 14:59 is the same day',
    '2025-06-10T14:59',
    sameDay,
    '2025-06-10T17:00',
    '2025-06-10 start',
  ],
  [
    '1 NĐ 23/2015 Đ7: 15:00 exactly is the same day',
    '2025-06-10T15:00',
    sameDay,
    '2025-06-10T17:00',
    '2025-06-10 start',
  ],
  [
    '2 NĐ 23/2015 Đ7: after 15:00 on a Friday, Monday',
    '2025-06-06T15:01',
    sameDay,
    '2025-06-09T17:00',
    '2025-06-06 start | 2025-06-07 weekend | 2025-06-08 weekend | 2025-06-09 notCounted',
  ],
  [
    '3 after 15:00 on a Friday, the working Saturday',
    '2025-04-25T15:30',
    sameDay,
    '2025-04-26T17:00',
    '2025-04-25 start | 2025-04-26 notCounted workingSaturday',
  ],
  [
    '4 after 15:00 on the eve of 30/4',
    '2025-04-29T16:10',
    sameDay,
    '2025-05-05T17:00',
    '2025-04-29 start | 2025-04-30 holiday | 2025-05-01 holiday | 2025-05-02 swapped | 2025-05-03 weekend | 2025-05-04 weekend | 2025-05-05 notCounted',
  ],
  [
    '5 BLDS Đ147: 3 working days over a working Saturday',
    '2025-04-24T09:15',
    workingDays(3),
    '2025-04-28T09:15',
    '2025-04-24 start | 2025-04-25 1 | 2025-04-26 2 workingSaturday | 2025-04-27 weekend | 2025-04-28 3',
  ],
  [
    '6 BLLĐ Đ111.3: 5 working days over Tết 2024',
    '2024-02-07T08:40',
    workingDays(5),
    '2024-02-21T08:40',
    '2024-02-07 start | 2024-02-08 holiday | 2024-02-09 holiday | 2024-02-10 weekend | 2024-02-11 weekend | 2024-02-12 holiday | 2024-02-13 compensatory | 2024-02-14 compensatory | 2024-02-15 1 | 2024-02-16 2 | 2024-02-17 weekend | 2024-02-18 weekend | 2024-02-19 3 | 2024-02-20 4 | 2024-02-21 5',
  ],
  [
    '7 3 working days end on a working Saturday',
    '2024-04-26T14:00',
    workingDays(3),
    '2024-05-04T14:00',
    '2024-04-26 start | 2024-04-27 weekend | 2024-04-28 weekend | 2024-04-29 swapped | 2024-04-30 holiday | 2024-05-01 holiday | 2024-05-02 1 | 2024-05-03 2 | 2024-05-04 3 workingSaturday',
  ],
  [
    '8 7 working days over the turn of the year',
    '2025-12-31T10:20',
    workingDays(7),
    '2026-01-12T10:20',
    '2025-12-31 start | 2026-01-01 holiday | 2026-01-02 swapped | 2026-01-03 weekend | 2026-01-04 weekend | 2026-01-05 1 | 2026-01-06 2 | 2026-01-07 3 | 2026-01-08 4 | 2026-01-09 5 | 2026-01-10 6 workingSaturday | 2026-01-11 weekend | 2026-01-12 7',
  ],
  [
    '9 10 working days over a working Saturday and 02/9',
    '2026-08-20T08:00',
    workingDays(10),
    '2026-09-07T08:00',
    '2026-08-20 start | 2026-08-21 1 | 2026-08-22 2 workingSaturday | 2026-08-23 weekend | 2026-08-24 3 | 2026-08-25 4 | 2026-08-26 5 | 2026-08-27 6 | 2026-08-28 7 | 2026-08-29 weekend | 2026-08-30 weekend | 2026-08-31 swapped | 2026-09-01 holiday | 2026-09-02 holiday | 2026-09-03 8 | 2026-09-04 9 | 2026-09-05 weekend | 2026-09-06 weekend | 2026-09-07 10',
  ],
  [
    '10 BLDS Đ148.5: 15 calendar days end on a holiday and move',
    '2025-04-15T14:00',
    calendarDays(15),
    '2025-05-05T14:00',
    '2025-04-15 start | 2025-04-16 1 | 2025-04-17 2 | 2025-04-18 3 | 2025-04-19 4 weekend | 2025-04-20 5 weekend | 2025-04-21 6 | 2025-04-22 7 | 2025-04-23 8 | 2025-04-24 9 | 2025-04-25 10 | 2025-04-26 11 workingSaturday | 2025-04-27 12 weekend | 2025-04-28 13 | 2025-04-29 14 | 2025-04-30 15 holiday | 2025-05-01 holiday | 2025-05-02 swapped | 2025-05-03 weekend | 2025-05-04 weekend | 2025-05-05 notCounted',
  ],
  [
    '11 BLDS Đ148.5: a working Saturday is no rest day',
    '2025-04-11T09:00',
    calendarDays(15),
    '2025-04-26T09:00',
    '2025-04-11 start | 2025-04-12 1 weekend | 2025-04-13 2 weekend | 2025-04-14 3 | 2025-04-15 4 | 2025-04-16 5 | 2025-04-17 6 | 2025-04-18 7 | 2025-04-19 8 weekend | 2025-04-20 9 weekend | 2025-04-21 10 | 2025-04-22 11 | 2025-04-23 12 | 2025-04-24 13 | 2025-04-25 14 | 2025-04-26 15 workingSaturday',
  ],
  [
    '13 3 working days, before verification',
    '2026-04-20T09:00',
    { ...workingDays(3), maxWithVerification: { kind: 'workingDays', value: 8 } } as TimeLimit,
    '2026-04-23T09:00',
    '2026-04-20 start | 2026-04-21 1 | 2026-04-22 2 | 2026-04-23 3',
  ],
  [
    '13 8 working days with verification, over Giỗ Tổ on a Sunday and 30/4',
    '2026-04-20T09:00',
    { ...workingDays(3), maxWithVerification: { kind: 'workingDays', value: 8 } } as TimeLimit,
    '2026-05-05T09:00',
    '2026-04-20 start | 2026-04-21 1 | 2026-04-22 2 | 2026-04-23 3 | 2026-04-24 4 | 2026-04-25 weekend | 2026-04-26 weekend | 2026-04-27 compensatory | 2026-04-28 5 | 2026-04-29 6 | 2026-04-30 holiday | 2026-05-01 holiday | 2026-05-02 weekend | 2026-05-03 weekend | 2026-05-04 7 | 2026-05-05 8',
    { verification: true },
  ],
  [
    '14 5 working days, before verification',
    '2026-08-06T08:30',
    { ...workingDays(5), maxWithVerification: { kind: 'days', value: 25 } } as TimeLimit,
    '2026-08-13T08:30',
    '2026-08-06 start | 2026-08-07 1 | 2026-08-08 weekend | 2026-08-09 weekend | 2026-08-10 2 | 2026-08-11 3 | 2026-08-12 4 | 2026-08-13 5',
  ],
  [
    '15 BLDS Đ147: 8 working hours over 24/11',
    '2026-11-23T10:00',
    { kind: 'hours', value: 8 },
    '2026-11-25T10:00',
    '2026-11-23 start | 2026-11-24 holiday | 2026-11-25 counted',
  ],
  [
    '20 NĐ 118: appointment of commune 5 + department 5 working days over Tết 2026',
    '2026-02-02T08:00',
    {
      ...workingDays(10),
      phases: [
        { agency: 'commune', kind: 'workingDays', value: 5 },
        { agency: 'department', kind: 'workingDays', value: 5 },
      ],
    } as TimeLimit,
    '2026-02-23T08:00',
    '2026-02-02 start | 2026-02-03 1 | 2026-02-04 2 | 2026-02-05 3 | 2026-02-06 4 | 2026-02-07 weekend | 2026-02-08 weekend | 2026-02-09 5 | 2026-02-10 6 | 2026-02-11 7 | 2026-02-12 8 | 2026-02-13 9 | 2026-02-14 weekend | 2026-02-15 weekend | 2026-02-16 holiday | 2026-02-17 holiday | 2026-02-18 holiday | 2026-02-19 holiday | 2026-02-20 holiday | 2026-02-21 weekend | 2026-02-22 weekend | 2026-02-23 10',
  ],
  [
    '21 after closing on a Friday, shifted to Monday, 2 working days',
    '2026-06-12T17:20',
    workingDays(2),
    '2026-06-17T07:00',
    '2026-06-12 start | 2026-06-13 weekend | 2026-06-14 weekend | 2026-06-15 start | 2026-06-16 1 | 2026-06-17 2',
  ],
  [
    '21 after closing on a Friday, same day',
    '2026-06-12T17:20',
    sameDay,
    '2026-06-15T17:00',
    '2026-06-12 start | 2026-06-13 weekend | 2026-06-14 weekend | 2026-06-15 start',
  ],
  [
    '21 BLDS Đ147: after closing on a Friday, kept, 2 working days',
    '2026-06-12T17:20',
    workingDays(2),
    '2026-06-16T17:00',
    '2026-06-12 start | 2026-06-13 weekend | 2026-06-14 weekend | 2026-06-15 1 | 2026-06-16 2',
    keep,
  ],
  [
    '24 7 working days into a provisional year',
    '2026-12-24T09:00',
    workingDays(7),
    '2027-01-05T09:00',
    '2026-12-24 start | 2026-12-25 1 | 2026-12-26 weekend | 2026-12-27 weekend | 2026-12-28 2 | 2026-12-29 3 | 2026-12-30 4 | 2026-12-31 5 | 2027-01-01 holiday | 2027-01-02 weekend | 2027-01-03 weekend | 2027-01-04 6 | 2027-01-05 7',
  ],
  [
    '25 NĐ 63/2024 Đ7: after the cut-off the start moves',
    '2026-08-14T15:20',
    { kind: 'workingDays', value: 3, cutoff: '15:00' },
    '2026-08-20T07:00',
    '2026-08-14 start | 2026-08-15 weekend | 2026-08-16 weekend | 2026-08-17 start | 2026-08-18 1 | 2026-08-19 2 | 2026-08-20 3',
  ],
  [
    '25 NĐ 63/2024 Đ7: at the cut-off it does not',
    '2026-08-14T15:00',
    { kind: 'workingDays', value: 3, cutoff: '15:00' },
    '2026-08-19T15:00',
    '2026-08-14 start | 2026-08-15 weekend | 2026-08-16 weekend | 2026-08-17 1 | 2026-08-18 2 | 2026-08-19 3',
  ],
];

describe('worked examples', () => {
  it.each(rows)('%s', (_name, receivedAt, limit, dueAt, expected, more) => {
    const appointment = ask(receivedAt, limit, more);
    expect(appointment.dueAt).toBe(dueAt);
    expect(strip(appointment)).toEqual(days(expected));
    expect(appointment.trace.at(-1)).toMatchObject({ date: dueAt.slice(0, 10), isDue: true });
  });

  it('12 BLDS Đ148.5: 30 calendar days count Tết inside and leave the Sunday', () => {
    const appointment = ask('2026-01-23T10:00', calendarDays(30));
    expect(appointment.dueAt).toBe('2026-02-23T10:00');
    expect(strip(appointment)).toMatchObject(
      days(
        '2026-01-23 start | 2026-02-16 24 holiday | 2026-02-20 28 holiday | 2026-02-22 30 weekend | 2026-02-23 notCounted',
      ),
    );
    expect(appointment.trace).toHaveLength(32);
  });

  it('14 25 calendar days with verification, off 31/8 and 02/9', () => {
    const limit = { ...workingDays(5), maxWithVerification: { kind: 'days', value: 25 } } as TimeLimit;
    const appointment = ask('2026-08-06T08:30', limit, { verification: true });
    expect(appointment.dueAt).toBe('2026-09-03T08:30');
    expect(strip(appointment)).toMatchObject(
      days(
        '2026-08-30 24 weekend | 2026-08-31 25 swapped | 2026-09-01 holiday | 2026-09-02 holiday | 2026-09-03 notCounted',
      ),
    );
    expect(appointment.reasons).toContainEqual({
      code: 'restDayMoved',
      from: '2026-08-31',
      to: '2026-09-03',
    });
  });

  it('15 the hours of each day', () => {
    const { trace } = ask('2026-11-23T10:00', { kind: 'hours', value: 8 });
    expect(trace.map((day) => day.minutes)).toEqual([300, undefined, 180]);
  });
});
