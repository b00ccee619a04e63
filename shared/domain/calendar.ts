import type { Temporal } from 'temporal-polyfill';
import type { CalendarYear } from './calendar-year.ts';
import { epochDayOf, epochDayOfIso, fromEpochDay, isoWeekdayOf, weekdaysUpTo } from './epoch-day.ts';

export { type CalendarYear, calendarYearSchema } from './calendar-year.ts';

/** What a date is for the counter; only `working` and `workingSaturday` are worked. */
export const dayKinds = [
  'working',
  'workingSaturday',
  'weekend',
  'holiday',
  'swapped',
  'compensatory',
] as const;
export type DayKind = (typeof dayKinds)[number];

/** Which days are worked, and why not. Immutable; `version` is stored with every date computed from it. */
export interface WorkCalendar {
  readonly version: number;
  readonly years: readonly CalendarYear[];
  dayKind(day: Temporal.PlainDate): DayKind;
  isWorkingDay(day: Temporal.PlainDate): boolean;
  /** 'Ngày Chiến thắng'; also the name of a holiday that falls on a weekend (its kind stays `weekend`). */
  dayName(day: Temporal.PlainDate): string | undefined;
  /** Of a working Saturday the date it stands in for; of a swapped day the Saturday it is worked on. */
  swapFor(day: Temporal.PlainDate): string | undefined;
  /** Of a compensatory day the holiday that fell on a weekly rest day (BLLĐ Đ111.3). */
  compensates(day: Temporal.PlainDate): string | undefined;
  /** True when the year's notice has not been issued, or the year is not known at all. */
  isProvisional(year: number): boolean;
  /** The first working day strictly after. */
  nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate;
  /** The last working day strictly before. */
  previousWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate;
  /**
   * The `count`-th working day strictly after `day` (BLDS Đ147: the day itself is not counted).
   * @throws RangeError unless `count` is a whole number ≥ 1.
   */
  addWorkingDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate;
  /** Working days in (after, upTo]; negative when `upTo` is before `after`. */
  workingDaysBetween(after: Temporal.PlainDate, upTo: Temporal.PlainDate): number;
}

interface Entry {
  readonly kind: DayKind;
  readonly name?: string;
  readonly swapFor?: string;
  readonly compensates?: string;
}

/** @throws RangeError when a year comes twice or a date is listed twice. */
export function makeCalendar(years: readonly CalendarYear[], version: number): WorkCalendar {
  const entries = listEntries(years);
  const confirmed = new Set(years.filter((year) => year.status === 'confirmed').map((year) => year.year));
  // Weekdays off and Saturdays worked, sorted: how many lie up to a day is a binary search.
  const off = sortedDays(entries, (kind) => kind !== 'workingSaturday' && kind !== 'weekend');
  const worked = sortedDays(entries, (kind) => kind === 'workingSaturday');

  const kindOf = (epochDay: number): DayKind =>
    entries.get(epochDay)?.kind ?? (isoWeekdayOf(epochDay) <= 5 ? 'working' : 'weekend');
  const isWorked = (epochDay: number): boolean => {
    const kind = kindOf(epochDay);
    return kind === 'working' || kind === 'workingSaturday';
  };
  const step = (epochDay: number, direction: 1 | -1): number => {
    let day = epochDay + direction;
    while (!isWorked(day)) day += direction;
    return day;
  };
  const workedUpTo = (epochDay: number): number =>
    weekdaysUpTo(epochDay) - countUpTo(off, epochDay) + countUpTo(worked, epochDay);

  return {
    version,
    years,
    dayKind: (day) => kindOf(epochDayOf(day)),
    isWorkingDay: (day) => isWorked(epochDayOf(day)),
    dayName: (day) => entries.get(epochDayOf(day))?.name,
    swapFor: (day) => entries.get(epochDayOf(day))?.swapFor,
    compensates: (day) => entries.get(epochDayOf(day))?.compensates,
    isProvisional: (year) => !confirmed.has(year),
    nextWorkingDay: (day) => fromEpochDay(step(epochDayOf(day), 1)),
    previousWorkingDay: (day) => fromEpochDay(step(epochDayOf(day), -1)),
    addWorkingDays: (day, count) => {
      if (!Number.isSafeInteger(count) || count < 1)
        throw new RangeError(`Cannot count ${count} working days`);
      let at = epochDayOf(day);
      for (let counted = 0; counted < count; counted++) at = step(at, 1);
      return fromEpochDay(at);
    },
    workingDaysBetween: (after, upTo) => workedUpTo(epochDayOf(upTo)) - workedUpTo(epochDayOf(after)),
  };
}

function listEntries(years: readonly CalendarYear[]): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  const add = (date: string, entry: Entry) => {
    const epochDay = epochDayOfIso(date);
    if (entries.has(epochDay)) throw new RangeError(`The calendar lists ${date} twice`);
    entries.set(epochDay, entry);
  };
  const seen = new Set<number>();
  for (const year of years) {
    if (seen.has(year.year)) throw new RangeError(`The calendar lists the year ${year.year} twice`);
    seen.add(year.year);
    for (const day of year.offDays) {
      add(day.date, {
        kind: day.kind,
        name: day.name,
        ...(day.kind === 'swapped' && { swapFor: day.workedOn }),
        ...(day.kind === 'compensatory' && { compensates: day.compensates }),
      });
    }
    for (const day of year.weekendHolidays) add(day.date, { kind: 'weekend', name: day.name });
    for (const day of year.workingSaturdays)
      add(day.date, { kind: 'workingSaturday', swapFor: day.inPlaceOf });
  }
  return entries;
}

function sortedDays(entries: ReadonlyMap<number, Entry>, wanted: (kind: DayKind) => boolean): Float64Array {
  const days = [...entries].filter(([, entry]) => wanted(entry.kind)).map(([epochDay]) => epochDay);
  return Float64Array.from(days).sort();
}

/** How many elements of a sorted list are ≤ `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
