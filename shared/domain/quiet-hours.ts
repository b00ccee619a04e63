import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from './calendar.ts';
import { clockMinutes } from './clock-time.ts';
import type { OpeningHours } from './opening-hours.ts';

/** When few people come, from the office's own receptions at the counter. It tells only what the data carry. */

/** Receptions of one day in one hour of the clock. */
export interface HourCount {
  day: string;
  hour: number;
  count: number;
}

/** One hour of the weekday: an hour that is open for part of it only is counted as if it were whole. */
export interface BusyCell {
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  hour: number;
  /** Receptions an hour, on average. */
  average: number;
  isQuiet: boolean;
}

export interface BusyHours {
  from: string;
  to: string;
  /** Working days and receptions that it rests on. */
  days: number;
  receptions: number;
  hours: number[];
  weekdays: number[];
  cells: BusyCell[];
  quiet: QuietSpan[];
}

/** Weekdays on which few people come between two hours. */
export interface QuietSpan {
  weekdays: number[];
  fromHour: number;
  toHour: number;
  /** It begins when the office opens, or lasts until it closes. */
  fromOpening: boolean;
  untilClosing: boolean;
}

/** The eight weeks before a day. */
export const weeksOfQuiet = 8;
/**
 * Assumed, so that chance does not speak: the weekday was worked at least 4 times and the whole has 100 receptions; an hour is
 * quiet where at most half as many come as in the average hour, and that on 3 of 4 of its days; two such hours in a row.
 */
const fewestDays = 4;
const fewestReceptions = 100;
const quietShare = 0.5;
const quietDaysShare = 0.75;
const fewestHours = 2;
const mostSpans = 3;

/** @param today the day after the last one that counts. @param counts of any days; others are left out. */
export function busyHoursOf(
  counts: readonly HourCount[],
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
  hours: OpeningHours,
): BusyHours {
  const first = today.subtract({ weeks: weeksOfQuiet });
  const from = first.toString();
  const to = today.subtract({ days: 1 }).toString();
  const known = counts.filter(({ day }) => day >= from && day <= to);
  // A register that is younger than eight weeks had no empty days before its first.
  const begun = known.reduce((least, { day }) => (day < least ? day : least), today.toString());
  const days = workedDays(Temporal.PlainDate.from(begun < from ? from : begun), today, calendar);
  const openHours = hoursOf(hours);
  const byHour = new Map(known.map(({ day, hour, count }) => [`${day} ${hour}`, count]));
  const rateOf = (day: string, { hour, share }: OpenHour) => (byHour.get(`${day} ${hour}`) ?? 0) / share;
  const rates = days.flatMap(({ day }) => openHours.map((hour) => rateOf(day, hour)));
  const receptions = days.reduce(
    (sum, { day }) =>
      sum + openHours.reduce((part, { hour }) => part + (byHour.get(`${day} ${hour}`) ?? 0), 0),
    0,
  );
  const usual = mean(rates);
  const weekdays = [...new Set(days.map(({ weekday }) => weekday))].sort();
  const cells = weekdays.flatMap((weekday) => {
    const ofWeekday = days.filter((day) => day.weekday === weekday);
    return openHours.map((hour): BusyCell => {
      const ofHour = ofWeekday.map(({ day }) => rateOf(day, hour));
      const quietDays = ofHour.filter((rate) => rate < usual).length;
      const isQuiet =
        receptions >= fewestReceptions &&
        ofWeekday.length >= fewestDays &&
        mean(ofHour) <= usual * quietShare &&
        quietDays >= ofWeekday.length * quietDaysShare;
      return { weekday, hour: hour.hour, average: mean(ofHour), isQuiet };
    });
  });
  return {
    from,
    to,
    days: days.length,
    receptions,
    hours: openHours.map(({ hour }) => hour),
    weekdays,
    cells,
    quiet: spansOf(cells, weekdays, openHours),
  };
}

interface OpenHour {
  hour: number;
  /** Of the hour the office is open. */
  share: number;
}

/** Hours of the clock in which the office is open for half an hour at least. */
function hoursOf({ morning, afternoon }: OpeningHours): OpenHour[] {
  const halves = [morning, afternoon].map(({ opensAt, closesAt }) => ({
    opens: clockMinutes(opensAt),
    closes: clockMinutes(closesAt),
  }));
  return Array.from({ length: 24 }, (_, hour) => {
    const open = halves.reduce(
      (sum, { opens, closes }) =>
        sum + Math.max(0, Math.min(closes, hour * 60 + 60) - Math.max(opens, hour * 60)),
      0,
    );
    return { hour, share: open / 60 };
  }).filter(({ share }) => share >= 0.5);
}

function workedDays(
  from: Temporal.PlainDate,
  before: Temporal.PlainDate,
  calendar: WorkCalendar,
): { day: string; weekday: number }[] {
  const days: { day: string; weekday: number }[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, before) < 0; day = day.add({ days: 1 })) {
    // A Saturday that is worked once in a while says nothing about Saturdays.
    if (calendar.dayKind(day) === 'working') days.push({ day: day.toString(), weekday: day.dayOfWeek });
  }
  return days;
}

/**
 * The longest run of quiet hours of each weekday, weekdays with the same one together. It ends at the midday break: nobody is to
 * come while the office is closed.
 */
function spansOf(
  cells: readonly BusyCell[],
  weekdays: readonly number[],
  hours: readonly OpenHour[],
): QuietSpan[] {
  const spans = new Map<string, QuietSpan & { length: number }>();
  for (const weekday of weekdays) {
    const isQuiet = hours.map(
      ({ hour }) => cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.isQuiet === true,
    );
    const run = longestRun(isQuiet, (index) => hours[index]?.hour === (hours[index - 1]?.hour ?? -1) + 1);
    const first = hours[run.from]?.hour;
    const last = hours[run.from + run.length - 1]?.hour;
    // Quiet from morning to evening is no hour to name.
    if (run.length < fewestHours || run.length === hours.length || first === undefined || last === undefined)
      continue;
    const key = `${first}-${last}`;
    const span = spans.get(key) ?? {
      weekdays: [],
      fromHour: first,
      toHour: last + 1,
      fromOpening: run.from === 0,
      untilClosing: run.from + run.length === hours.length,
      length: run.length,
    };
    span.weekdays.push(weekday);
    spans.set(key, span);
  }
  return [...spans.values()]
    .sort((a, b) => b.weekdays.length * b.length - a.weekdays.length * a.length)
    .slice(0, mostSpans)
    .map(({ length: _, ...span }) => span);
}

function longestRun(
  flags: readonly boolean[],
  followsOn: (index: number) => boolean,
): { from: number; length: number } {
  let best = { from: 0, length: 0 };
  let from = 0;
  for (const [index, flag] of flags.entries()) {
    if (!followsOn(index)) from = index;
    if (!flag) from = index + 1;
    else if (index - from + 1 > best.length) best = { from, length: index - from + 1 };
  }
  return best;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
