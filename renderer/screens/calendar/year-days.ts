import type { CalendarYear } from '../../../shared/domain/calendar-year.ts';
import { formatDayMonthPadded } from '../../../shared/format.ts';

/** What is special about a date of a year. Plain working days and weekends are not listed. */
export interface SpecialDay {
  date: string;
  kind: 'holiday' | 'swapped' | 'compensatory' | 'weekendHoliday' | 'workingSaturday' | 'undecided';
  /** "Ngày Chiến thắng", "làm bù cho 02/05". */
  words: string;
}

/** Every special day of the year, in order. */
export function specialDays(year: CalendarYear): SpecialDay[] {
  const off = year.offDays.map((day): SpecialDay => {
    const words =
      day.kind === 'swapped' ? `Nghỉ hoán đổi, làm bù ${formatDayMonthPadded(day.workedOn)}` : day.name;
    return { date: day.date, kind: day.kind, words };
  });
  const weekends = year.weekendHolidays.map(
    ({ date, name }): SpecialDay => ({ date, kind: 'weekendHoliday', words: name }),
  );
  const worked = year.workingSaturdays.map(
    ({ date, inPlaceOf }): SpecialDay => ({
      date,
      kind: 'workingSaturday',
      words: `Làm bù cho ${formatDayMonthPadded(inPlaceOf)}`,
    }),
  );
  const listed = new Set([...off, ...weekends, ...worked].map(({ date }) => date));
  const undecided = (year.undecided ?? [])
    .flatMap(({ dates }) => dates)
    .filter((date) => !listed.has(date))
    .map((date): SpecialDay => ({ date, kind: 'undecided', words: 'Chưa chốt, chờ thông báo' }));
  return [...off, ...weekends, ...worked, ...undecided].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Days in a row under one name: "27/01–31/01 Tết Âm lịch". */
export interface DayRun {
  from: string;
  to: string;
  kind: SpecialDay['kind'];
  words: string;
}

/** The special days as a person would tell them: runs of one holiday together, weekends inside them too. */
export function dayRuns(days: readonly SpecialDay[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const { date, kind, words } of days) {
    const name = words.replace(/\s*\(.*\)$/, '').replace(/^Nghỉ bù /, '');
    const run = runs.at(-1);
    if (run && run.words === name && nextDay(run.to) === date) run.to = date;
    else runs.push({ from: date, to: date, kind, words: kind === 'compensatory' ? words : name });
  }
  return runs;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The weeks of a month, Monday first; null outside the month. Dates YYYY-MM-DD. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const pad = (value: number) => String(value).padStart(2, '0');
  const cells: (string | null)[] = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length }, (_, index) => `${year}-${pad(month)}-${pad(index + 1)}`),
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Working days of a year: Monday to Friday without those off, and the worked Saturdays. */
export function workingDayCount(year: CalendarYear): number {
  let weekdays = 0;
  for (let month = 1; month <= 12; month++) {
    for (const week of weeksOf(year.year, month)) weekdays += week.slice(0, 5).filter(Boolean).length;
  }
  return weekdays - year.offDays.length + year.workingSaturdays.length;
}
