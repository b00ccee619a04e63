import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { type CalendarYear, calendarYearSchema, type DayKind, makeCalendar } from './calendar.ts';
import { on, openOffice } from './deadline-fixture.ts';
import { epochDayOf, fromEpochDay, isoWeekdayOf } from './epoch-day.ts';

const { calendar } = openOffice(holidays.years);

describe('the shipped calendar', () => {
  it('is read unchanged', () => {
    expect(holidays.years.map((year) => calendarYearSchema.parse(year))).toEqual(holidays.years);
  });

  it.each<[string, DayKind, boolean, string | undefined]>([
    ['2026-03-09', 'working', true, undefined],
    ['2026-03-14', 'weekend', false, undefined],
    ['2025-04-26', 'workingSaturday', true, undefined],
    ['2025-04-30', 'holiday', false, 'Ngày Chiến thắng'],
    ['2025-05-02', 'swapped', false, 'Nghỉ hoán đổi'],
    ['2024-02-13', 'compensatory', false, 'Nghỉ bù Tết Âm lịch'],
    ['2024-02-10', 'weekend', false, 'Tết Âm lịch (mùng 1)'],
    ['2026-11-24', 'holiday', false, 'Ngày Văn hóa Việt Nam'],
    ['2025-11-24', 'working', true, undefined],
  ])('BLLĐ Đ111-112 %s is %s', (date, kind, isWorked, name) => {
    expect(calendar.dayKind(on(date))).toBe(kind);
    expect(calendar.isWorkingDay(on(date))).toBe(isWorked);
    expect(calendar.dayName(on(date))).toBe(name);
  });

  it('knows what a day is exchanged with', () => {
    expect(calendar.swapFor(on('2025-04-26'))).toBe('2025-05-02');
    expect(calendar.swapFor(on('2025-05-02'))).toBe('2025-04-26');
    expect(calendar.compensates(on('2026-04-27'))).toBe('2026-04-26');
    expect(calendar.swapFor(on('2025-04-30'))).toBeUndefined();
  });

  it('a year without a notice, or unknown, is provisional', () => {
    expect([2023, 2024, 2026, 2027, 2028].map((year) => calendar.isProvisional(year))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  it('steps over rest days and counts in both directions', () => {
    expect(calendar.nextWorkingDay(on('2025-04-29')).toString()).toBe('2025-05-05');
    expect(calendar.previousWorkingDay(on('2025-05-05')).toString()).toBe('2025-04-29');
    expect(calendar.workingDaysBetween(on('2025-04-24'), on('2025-05-05'))).toBe(5);
    expect(calendar.workingDaysBetween(on('2025-05-05'), on('2025-04-24'))).toBe(-5);
    expect(() => calendar.addWorkingDays(on('2025-05-05'), 0)).toThrow(RangeError);
  });

  it('counts as many working days as there are, over four years', () => {
    let day = on('2023-12-20');
    const first = day;
    for (let counted = 0; day.year < 2028; day = day.add({ days: 1 })) {
      expect(calendar.workingDaysBetween(first.subtract({ days: 1 }), day.subtract({ days: 1 }))).toBe(
        counted,
      );
      if (calendar.isWorkingDay(day)) counted++;
    }
  });
});

describe('a calendar with mistakes', () => {
  const year = (over: Partial<CalendarYear>): CalendarYear => ({
    year: 2026,
    status: 'confirmed',
    notices: [],
    offDays: [],
    weekendHolidays: [],
    workingSaturdays: [],
    ...over,
  });
  const monday = { date: '2026-03-09', kind: 'holiday', name: 'Lễ' } as const;
  it.each<[string, CalendarYear]>([
    ['a day of another year', year({ offDays: [{ ...monday, date: '2025-03-10' }] })],
    ['a wrong weekday', year({ offDays: [{ ...monday, weekday: 'Tue' }] })],
    ['a day off at the weekend', year({ offDays: [{ ...monday, date: '2026-03-14' }] })],
    ['a weekend holiday in the week', year({ weekendHolidays: [monday] })],
    [
      'a working Saturday on a Sunday',
      year({ workingSaturdays: [{ date: '2026-03-15', inPlaceOf: '2026-03-09' }] }),
    ],
    ['a day listed twice', year({ offDays: [monday, monday] })],
    ['no date', year({ offDays: [{ ...monday, date: '2026-02-30' }] })],
  ])('is refused: %s', (_name, broken) => {
    expect(calendarYearSchema.safeParse(broken).success).toBe(false);
  });
  it('throws when a year or a day comes twice', () => {
    expect(() => makeCalendar([year({}), year({})], 1)).toThrow(/2026/);
    expect(() => makeCalendar([year({ offDays: [monday, monday] })], 1)).toThrow(/2026-03-09/);
  });
});

describe('epoch days', () => {
  it('go there and back for two centuries', () => {
    let day = on('1899-12-30');
    for (let epochDay = epochDayOf(day); epochDay < epochDayOf(on('2101-01-03')); epochDay += 1) {
      expect(fromEpochDay(epochDay).equals(day)).toBe(true);
      expect(isoWeekdayOf(epochDay)).toBe(day.dayOfWeek);
      day = day.add({ days: 1 });
    }
  });
});
