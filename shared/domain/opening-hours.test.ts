import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { at, openOffice } from './deadline-fixture.ts';
import {
  addWorkingMinutes,
  defaultOpeningHours,
  effectiveStart,
  openingHoursSchema,
  workingMinutesBetween,
  workingMinutesPerDay,
} from './opening-hours.ts';

const { calendar } = openOffice(holidays.years);
const hours = defaultOpeningHours;

describe('opening hours', () => {
  it('are 8 hours by default', () => {
    expect(openingHoursSchema.parse(hours)).toEqual(hours);
    expect(workingMinutesPerDay(hours)).toBe(480);
  });
  it.each([
    [
      'a half-day that closes before it opens',
      { ...hours, morning: { opensAt: '11:30', closesAt: '07:00' } },
    ],
    ['half-days that overlap', { ...hours, afternoon: { opensAt: '11:29', closesAt: '17:00' } }],
    ['a time that is none', { ...hours, morning: { opensAt: '7:00', closesAt: '11:30' } }],
    ['24:00', { ...hours, afternoon: { opensAt: '13:30', closesAt: '24:00' } }],
  ])('refuse %s', (_name, broken) => {
    expect(openingHoursSchema.safeParse(broken).success).toBe(false);
  });
});

describe('effective start', () => {
  it.each([
    ['2026-06-12T06:59', '2026-06-12T07:00', '2026-06-12T07:00'],
    ['2026-06-12T11:30:59', '2026-06-12T11:30', '2026-06-12T11:30'],
    ['2026-06-12T12:00', '2026-06-12T13:30', '2026-06-12T13:30'],
    ['2026-06-12T17:00', '2026-06-12T17:00', '2026-06-12T17:00'],
    ['2026-06-12T17:20', '2026-06-15T07:00', '2026-06-12T17:00'],
    ['2026-06-13T05:00', '2026-06-15T07:00', '2026-06-13T17:00'],
    ['2025-04-26T08:00', '2025-04-26T08:00', '2025-04-26T08:00'],
    ['2025-04-29T17:01', '2025-05-05T07:00', '2025-04-29T17:00'],
  ])('of %s', (receivedAt, shift, keep) => {
    expect(effectiveStart(at(receivedAt), calendar, hours, 'shift').toString()).toBe(`${shift}:00`);
    expect(effectiveStart(at(receivedAt), calendar, hours, 'keep').toString()).toBe(`${keep}:00`);
  });
});

describe('working minutes', () => {
  it('refuse to go backwards', () => {
    expect(() => addWorkingMinutes(at('2026-03-09T09:00'), -1, calendar, hours)).toThrow(RangeError);
    expect(() => addWorkingMinutes(at('2026-03-09T09:00'), 0.5, calendar, hours)).toThrow(RangeError);
  });
  it.each([
    ['2026-03-09T07:00', '2026-03-09T17:00', 480],
    ['2026-03-09T11:30', '2026-03-09T13:30', 0],
    ['2026-03-13T17:00', '2026-03-16T07:00', 0],
    ['2025-04-29T16:00', '2025-05-05T08:00', 120],
    ['2025-05-05T08:00', '2025-04-29T16:00', -120],
    ['2025-04-25T16:00', '2025-04-28T07:30', 60 + 480 + 30],
    ['2025-01-01T00:00', '2026-01-01T00:00', 250 * 480],
  ])('between %s and %s', (from, to, minutes) => {
    expect(workingMinutesBetween(at(from), at(to), calendar, hours)).toBe(minutes);
  });
  it('of a year take no longer than those of a day', () => {
    const started = performance.now();
    for (let index = 0; index < 10_000; index++) {
      workingMinutesBetween(at('2025-01-02T09:00'), at('2025-12-30T15:00'), calendar, hours);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
