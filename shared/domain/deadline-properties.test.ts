import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { type CalendarYear, makeCalendar } from './calendar.ts';
import { computeAppointment, type Policies } from './deadline.ts';
import { on, openOffice } from './deadline-fixture.ts';
import { addWorkingMinutes, defaultOpeningHours, workingMinutesBetween } from './opening-hours.ts';
import type { TimeLimit } from './time-limit.ts';

const { calendar } = openOffice(holidays.years);
const hours = defaultOpeningHours;

const instant = fc
  .integer({ min: 0, max: 365 * 3 * 1440 })
  .map((minutes) => Temporal.PlainDateTime.from('2024-01-02').add({ minutes }));
const policies: fc.Arbitrary<Policies> = fc.record({
  outOfHours: fc.constantFrom('shift', 'keep'),
  supplement: fc.constantFrom('restart', 'pause'),
});
const cutoff = fc.constantFrom(undefined, '15:00', '10:00').map((clock) => (clock ? { cutoff: clock } : {}));
const sameDay = cutoff.map((rest): TimeLimit => ({ kind: 'sameDay', value: 0, ...rest }));
const workingDays = fc
  .tuple(fc.integer({ min: 1, max: 40 }), cutoff)
  .map(([value, rest]): TimeLimit => ({ kind: 'workingDays', value, ...rest }));
const calendarDays = fc.integer({ min: 1, max: 60 }).map((value): TimeLimit => ({ kind: 'days', value }));
const workingHours = fc.integer({ min: 1, max: 200 }).map((value): TimeLimit => ({ kind: 'hours', value }));
const counted = fc.oneof(sameDay, workingDays, workingHours);
const anyLimit = fc.oneof(sameDay, workingDays, calendarDays, workingHours);

function due(receivedAt: Temporal.PlainDateTime, limit: TimeLimit, by: Policies, over = calendar): string {
  return computeAppointment({ receivedAt, limit, calendar: over, hours, policies: by }).dueAt ?? '';
}

/** A second counting, straight from the file and minute by minute or day by day. */
const off = new Set(holidays.years.flatMap((year) => year.offDays.map((day) => day.date)));
const worked = new Set(holidays.years.flatMap((year) => year.workingSaturdays.map((day) => day.date)));
function isWorked(day: Temporal.PlainDate): boolean {
  return worked.has(day.toString()) || (day.dayOfWeek <= 5 && !off.has(day.toString()));
}

describe('properties of every due date', () => {
  it('a later reception is never due earlier', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 20_000 }),
        counted,
        policies,
        (receivedAt, minutes, limit, by) => {
          expect(due(receivedAt, limit, by) <= due(receivedAt.add({ minutes }), limit, by)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('a later reception is never due on an earlier date under a calendar-day rule', () => {
    // By date only: a date moved off a rest day keeps its own hour (BLDS Đ148.5 and the appointed hour).
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 20_000 }),
        calendarDays,
        policies,
        (receivedAt, minutes, limit, by) => {
          const earlier = due(receivedAt, limit, by).slice(0, 10);
          expect(earlier <= due(receivedAt.add({ minutes }), limit, by).slice(0, 10)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('BLDS Đ148.5: never on a rest day, never outside the hours', () => {
    fc.assert(
      fc.property(instant, anyLimit, policies, (receivedAt, limit, by) => {
        const at = Temporal.PlainDateTime.from(due(receivedAt, limit, by));
        expect(isWorked(at.toPlainDate())).toBe(true);
        const clock = at.toString().slice(11, 16);
        expect((clock >= '07:00' && clock <= '11:30') || (clock >= '13:30' && clock <= '17:00')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('another holiday never moves a date earlier', () => {
    const holiday = fc
      .integer({ min: 0, max: 365 * 3 })
      .map((days) => on('2024-01-02').add({ days }))
      .filter((day) => day.dayOfWeek <= 5 && !off.has(day.toString()));
    fc.assert(
      fc.property(instant, anyLimit, policies, holiday, (receivedAt, limit, by, day) => {
        const years = calendar.years.map(
          (year): CalendarYear =>
            year.year === day.year
              ? { ...year, offDays: [...year.offDays, { date: day.toString(), kind: 'holiday', name: 'Lễ' }] }
              : year,
        );
        // By date only under a calendar-day rule: who comes on the holiday counts from the next opening, and keeps that hour.
        const timeOf = (at: string) => (limit.kind === 'days' ? at.slice(0, 10) : at);
        const [before, after] = [
          due(receivedAt, limit, by),
          due(receivedAt, limit, by, makeCalendar(years, 2)),
        ];
        expect(timeOf(before) <= timeOf(after)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('the trace adds up: every date once, 1…N, the last is due', () => {
    fc.assert(
      fc.property(instant, anyLimit, policies, (receivedAt, limit, by) => {
        const { trace, dueAt } = computeAppointment({ receivedAt, limit, calendar, hours, policies: by });
        expect(trace[0]?.date).toBe(receivedAt.toPlainDate().toString());
        for (const [index, day] of trace.entries()) {
          expect(day.date).toBe(receivedAt.toPlainDate().add({ days: index }).toString());
          expect(day.isDue ?? false).toBe(index === trace.length - 1);
          expect(['working', 'workingSaturday'].includes(day.kind)).toBe(isWorked(on(day.date)));
          if (limit.kind !== 'days' && day.mark === 'counted') expect(isWorked(on(day.date))).toBe(true);
        }
        expect(trace.at(-1)?.date).toBe(dueAt?.slice(0, 10));
        if (limit.kind === 'workingDays' || limit.kind === 'days') {
          const numbers = trace.filter((day) => day.mark === 'counted').map((day) => day.number);
          expect(numbers).toEqual(Array.from({ length: limit.value }, (_, index) => index + 1));
        }
        if (limit.kind === 'hours') {
          expect(trace.reduce((sum, day) => sum + (day.minutes ?? 0), 0)).toBe(limit.value * 60);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with a second, plain counting of working days', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (receivedAt, value) => {
        const within = addWorkingMinutes(receivedAt, 0, calendar, hours);
        let day = within.toPlainDate();
        for (let left = value; left > 0; ) {
          day = day.add({ days: 1 });
          if (isWorked(day)) left--;
        }
        const by: Policies = { outOfHours: 'shift', supplement: 'restart' };
        expect(due(receivedAt, { kind: 'workingDays', value }, by)).toBe(
          day.toPlainDateTime(within.toPlainTime()).toString({ smallestUnit: 'minute' }),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('properties of working time', () => {
  it('adding and measuring agree', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 20_000 }), (from, minutes) => {
        const to = addWorkingMinutes(from, minutes, calendar, hours);
        expect(workingMinutesBetween(from, to, calendar, hours)).toBe(minutes);
        expect(workingMinutesBetween(to, from, calendar, hours)).toBe(minutes === 0 ? 0 : -minutes);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with counting the minutes one by one', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 6000 }), (from, span) => {
        let minutes = 0;
        for (let index = 0; index < span; index++) {
          const at = from.add({ minutes: index });
          const minute = at.hour * 60 + at.minute;
          const isOpen = (minute >= 420 && minute < 690) || (minute >= 810 && minute < 1020);
          if (isOpen && isWorked(at.toPlainDate())) minutes++;
        }
        expect(workingMinutesBetween(from, from.add({ minutes: span }), calendar, hours)).toBe(minutes);
      }),
      { numRuns: 60 },
    );
  });
});
