import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { at, days, on, openOffice, strip } from './deadline-fixture.ts';
import { latestExtensionOn } from './extension.ts';
import { defaultOpeningHours, workingMinutesBetween } from './opening-hours.ts';
import { supplementClosing } from './supplement.ts';
import type { TimeLimit } from './time-limit.ts';

const { ask, calendar } = openOffice(holidays.years);
const workingDays = (value: number): TimeLimit => ({ kind: 'workingDays', value });
const sameDay: TimeLimit = { kind: 'sameDay', value: 0, cutoff: '15:00' };
const restart = { outOfHours: 'shift', supplement: 'restart' } as const;
const pause = { outOfHours: 'shift', supplement: 'pause' } as const;

/** Asked and completed, under one policy. */
function supplemented(
  receivedAt: string,
  limit: TimeLimit,
  policies: typeof restart | typeof pause,
  requestedAt: string,
  completedAt: string,
) {
  const supplements = [{ requestedAt: at(requestedAt), completedAt: at(completedAt) }];
  return ask(receivedAt, limit, { policies, supplements });
}

describe('after a supplement', () => {
  type Row = [string, string, TimeLimit, string, string, restart: string, pause: string];
  const rows: Row[] = [
    // 9/3/2026 is a Monday; the first due date of 5 working days is 16/3 09:00.
    [
      '17',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-11T10:00',
      '2026-03-18T14:00',
      '2026-03-25T14:00',
      '2026-03-23T14:00',
    ],
    [
      'asked and completed the same day',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-11T08:00',
      '2026-03-11T16:00',
      '2026-03-18T16:00',
      '2026-03-16T09:00',
    ],
    [
      'completed on a Saturday',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-11T10:00',
      '2026-03-21T10:00',
      '2026-03-30T07:00',
      '2026-03-25T10:00',
    ],
    [
      'completed after closing',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-11T10:00',
      '2026-03-18T17:30',
      '2026-03-26T07:00',
      '2026-03-23T17:00',
    ],
    [
      'completed in the break',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-11T10:00',
      '2026-03-18T12:10',
      '2026-03-25T13:30',
      '2026-03-23T13:30',
    ],
    [
      'asked on the day of reception',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-09T16:00',
      '2026-03-11T10:00',
      '2026-03-18T10:00',
      '2026-03-18T10:00',
    ],
    [
      'asked on the due day, no day left',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-16T15:00',
      '2026-03-18T14:00',
      '2026-03-25T14:00',
      '2026-03-18T17:00',
    ],
    [
      'no day left, completed on a Sunday',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-16T15:00',
      '2026-03-22T08:00',
      '2026-03-30T07:00',
      '2026-03-23T17:00',
    ],
    [
      'asked after the due date',
      '2026-03-09T09:00',
      workingDays(5),
      '2026-03-17T08:00',
      '2026-03-18T14:00',
      '2026-03-25T14:00',
      '2026-03-16T09:00',
    ],
    [
      'calendar days',
      '2025-04-11T09:00',
      { kind: 'days', value: 15 },
      '2025-04-14T09:00',
      '2025-04-17T14:00',
      '2025-05-05T14:00',
      '2025-04-29T14:00',
    ],
    [
      'calendar days, moved off 30/4',
      '2025-04-11T09:00',
      { kind: 'days', value: 15 },
      '2025-04-14T09:00',
      '2025-04-18T14:00',
      '2025-05-05T14:00',
      '2025-05-05T14:00',
    ],
    [
      'working hours',
      '2026-03-09T08:00',
      { kind: 'hours', value: 8 },
      '2026-03-09T10:00',
      '2026-03-09T15:00',
      '2026-03-10T15:00',
      '2026-03-10T11:00',
    ],
    [
      'same day',
      '2026-03-09T08:00',
      sameDay,
      '2026-03-09T09:00',
      '2026-03-10T10:00',
      '2026-03-10T17:00',
      '2026-03-10T17:00',
    ],
    [
      'same day, completed after 15:00',
      '2026-03-09T08:00',
      sameDay,
      '2026-03-09T09:00',
      '2026-03-10T15:01',
      '2026-03-11T17:00',
      '2026-03-11T17:00',
    ],
  ];
  it.each(rows)(
    'NĐ 118 Đ19.5 %s',
    (_name, receivedAt, limit, requestedAt, completedAt, restarted, paused) => {
      expect(supplemented(receivedAt, limit, restart, requestedAt, completedAt).dueAt).toBe(restarted);
      expect(supplemented(receivedAt, limit, pause, requestedAt, completedAt).dueAt).toBe(paused);
    },
  );

  it('a promised hour is not carried over to the new date', () => {
    const supplements = [{ requestedAt: at('2026-03-09T09:00'), completedAt: at('2026-03-10T14:00') }];
    for (const policies of [restart, pause]) {
      const appointment = ask('2026-03-09T08:00', sameDay, { supplements, policies, promisedClock: '10:30' });
      expect(appointment).toMatchObject({ dueAt: '2026-03-10T17:00', originalDueAt: '2026-03-09T10:30' });
    }
  });

  it('after a restart only the reasons of the new date remain', () => {
    const appointment = supplemented(
      '2026-03-09T15:30',
      sameDay,
      restart,
      '2026-03-09T16:00',
      '2026-03-11T10:00',
    );
    expect(appointment.dueAt).toBe('2026-03-11T17:00');
    expect(appointment.reasons.map((reason) => reason.code)).toEqual(['supplementRestart']);
  });

  it('the strip of a restart, as on the case page', () => {
    const appointment = supplemented(
      '2025-04-14T09:00',
      workingDays(5),
      restart,
      '2025-04-16T10:30',
      '2025-04-22T08:20',
    );
    expect(appointment).toMatchObject({ dueAt: '2025-04-28T08:20', originalDueAt: '2025-04-21T09:00' });
    expect(strip(appointment)).toEqual(
      days(
        '2025-04-14 start | 2025-04-15 cancelled 1 | 2025-04-16 cancelled 2 | 2025-04-17 paused | 2025-04-18 paused | 2025-04-19 weekend | 2025-04-20 weekend | 2025-04-21 paused | 2025-04-22 start | 2025-04-23 1 | 2025-04-24 2 | 2025-04-25 3 | 2025-04-26 4 workingSaturday | 2025-04-27 weekend | 2025-04-28 5',
      ),
    );
    expect(appointment.trace[0]?.time).toBe('09:00');
    expect(appointment.trace[8]?.time).toBe('08:20');
    const { dueAt, effectiveStartAt } = appointment;
    expect(latestExtensionOn({ kind: 'workingDays', dueAt, effectiveStartAt, calendar })).toBe('2025-04-26');
    expect(supplementClosing(on('2025-04-16'), calendar).lastDayOn).toBe('2025-05-05');
    // "còn 2 ngày 7 giờ làm việc": 2 × 8 h + 7 h 05.
    const left = workingMinutesBetween(
      at('2025-04-24T09:15'),
      at('2025-04-28T08:20'),
      calendar,
      defaultOpeningHours,
    );
    expect(left).toBe(23 * 60 + 5);
  });

  it('under pause the date moves by exactly the waiting working days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        (day, value, askedAfter, waited) => {
          const receivedOn = calendar.nextWorkingDay(on('2024-01-02').add({ days: day }));
          const requestedOn = receivedOn.add({ days: askedAfter });
          const first = calendar.addWorkingDays(receivedOn, value);
          fc.pre(calendar.workingDaysBetween(receivedOn, requestedOn) < value);
          const completedOn = requestedOn.add({ days: waited });
          const { dueAt, trace } = supplemented(
            `${receivedOn}T09:00`,
            workingDays(value),
            pause,
            `${requestedOn}T10:00`,
            `${completedOn}T14:00`,
          );
          const waiting = calendar.workingDaysBetween(requestedOn, completedOn);
          const expected = waiting === 0 ? first : calendar.addWorkingDays(first, waiting);
          expect(dueAt).toBe(`${expected}T14:00`);
          const numbers = trace.filter((cell) => cell.mark === 'counted').map((cell) => cell.number);
          expect(numbers).toEqual(Array.from({ length: value }, (_, index) => index + 1));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
