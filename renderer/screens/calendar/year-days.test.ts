import { describe, expect, it } from 'vitest';
import holidays from '../../../resources/holidays.json' with { type: 'json' };
import { calendarYearSchema } from '../../../shared/domain/calendar-year.ts';
import { dayRuns, specialDays, weeksOf, workingDayCount } from './year-days.ts';

const years = holidays.years.map((year) => calendarYearSchema.parse(year));
const of = (wanted: number) => {
  const found = years.find(({ year }) => year === wanted);
  if (!found) throw new Error(String(wanted));
  return found;
};

describe('year days', () => {
  it('lays out months from Monday', () => {
    expect(weeksOf(2025, 4)[0]).toEqual([
      null,
      '2025-04-01',
      '2025-04-02',
      '2025-04-03',
      '2025-04-04',
      '2025-04-05',
      '2025-04-06',
    ]);
    for (let month = 1; month <= 12; month++) {
      expect(weeksOf(2024, month).flat().filter(Boolean)).toHaveLength(new Date(2024, month, 0).getDate());
    }
  });

  it('names swapped days and the Saturdays worked for them', () => {
    const days = specialDays(of(2025));
    expect(days.find(({ date }) => date === '2025-05-02')?.words).toBe('Nghỉ hoán đổi, làm bù 26/04');
    expect(days.find(({ date }) => date === '2025-04-26')).toMatchObject({
      kind: 'workingSaturday',
      words: 'Làm bù cho 02/05',
    });
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted());
  });

  it('marks what a provisional year has not decided', () => {
    expect(
      specialDays(of(2027))
        .filter(({ kind }) => kind === 'undecided')
        .map(({ date }) => date),
    ).toContain('2027-09-01');
  });

  it('tells a holiday of many days in one line', () => {
    const runs = dayRuns(specialDays(of(2024)));
    expect(runs[1]).toEqual({ from: '2024-02-08', to: '2024-02-14', kind: 'holiday', words: 'Tết Âm lịch' });
    expect(dayRuns(specialDays(of(2026))).find(({ from }) => from === '2026-04-26')).toMatchObject({
      to: '2026-04-27',
      words: 'Giỗ Tổ Hùng Vương',
    });
    for (const year of years) expect(dayRuns(specialDays(year)).length).toBeLessThan(15);
  });

  it('counts working days', () => {
    expect(workingDayCount(of(2025))).toBe(261 - 12 + 1);
  });
});
