import { dayPlus, epochDayOfIso } from './epoch-day.ts';
import type { Period } from './statistics.ts';

/** Periods that belong to a period: the one it is compared with, and its months. */

const isLastOfMonth = (day: string) => dayPlus(day, 1).endsWith('-01');

/** Months since the year 0 of 'YYYY-MM-…', and the first day of one. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOf = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** As many months just before it where it is whole months, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  const before = dayPlus(from, -1);
  if (from.endsWith('-01') && isLastOfMonth(to))
    return { from: firstOf(2 * monthOf(from) - monthOf(to) - 1), to: before };
  return { from: dayPlus(before, epochDayOfIso(from) - epochDayOfIso(to)), to: before };
}

/** Its months in order, or the parts of them that lie within. */
export function monthsOf({ from, to }: Period): Period[] {
  return Array.from({ length: monthOf(to) - monthOf(from) + 1 }, (_, index) => {
    const first = firstOf(monthOf(from) + index);
    const last = dayPlus(firstOf(monthOf(from) + index + 1), -1);
    return { from: first < from ? from : first, to: last > to ? to : last };
  });
}
