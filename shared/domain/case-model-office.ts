import { Temporal } from 'temporal-polyfill';
import { type CalendarYear, calendarYearSchema, makeCalendar } from './calendar.ts';
import { WallCalendar } from './case-model.ts';

// For tests only: chance, a calendar that changes, and an office clock, for the model of a case.

export type Random = ReturnType<typeof randomOf>;

/** mulberry32: the same seed plays the same day again. */
export function randomOf(start: number) {
  let state = start;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new RangeError('Nothing to pick from');
    return found;
  };
  return { below, pick, chance: (share: number) => next() < share };
}

/** The office's calendar and the wall calendar beside it, worked out from the file's plain lists. */
export class Calendars {
  #years: CalendarYear[];
  #version = 1;
  calendar;
  wall;

  /** @param years of the holiday file, unparsed. */
  constructor(years: readonly unknown[]) {
    this.#years = years.map((year) => calendarYearSchema.parse(year));
    this.calendar = makeCalendar(this.#years, 1);
    this.wall = this.#hang();
  }

  /** A day off that nobody knew of before. */
  addHoliday(day: string): void {
    this.#years = this.#years.map((year) =>
      year.year === Number(day.slice(0, 4))
        ? calendarYearSchema.parse({
            ...year,
            offDays: [...year.offDays, { date: day, name: 'Nghỉ đột xuất', kind: 'holiday' }],
          })
        : year,
    );
    this.#version += 1;
    this.calendar = makeCalendar(this.#years, this.#version);
    this.wall = this.#hang();
  }

  #hang(): WallCalendar {
    const off = new Set(this.#years.flatMap((year) => year.offDays.map(({ date }) => date)));
    const saturdays = new Set(this.#years.flatMap((year) => year.workingSaturdays.map(({ date }) => date)));
    const worked: string[] = [];
    for (let day = Temporal.PlainDate.from('2024-01-01'); day.year < 2028; day = day.add({ days: 1 })) {
      const text = day.toString();
      if ((day.dayOfWeek < 6 && !off.has(text)) || saturdays.has(text)) worked.push(text);
    }
    return new WallCalendar(worked);
  }
}

/** The office clock: it stands at the minutes that are worked, and only goes on. */
export class Clock {
  #day: string;
  #minute = 0;
  readonly #minutes = [
    ...Array.from({ length: 271 }, (_, i) => 420 + i),
    ...Array.from({ length: 211 }, (_, i) => 810 + i),
  ];

  constructor(day: string) {
    this.#day = day;
  }

  get now(): string {
    const minute = this.#minutes[this.#minute] ?? 0;
    const two = (value: number) => String(value).padStart(2, '0');
    return `${this.#day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  }

  go(minutes: number, wall: WallCalendar): void {
    this.#minute += minutes;
    if (this.#minute < this.#minutes.length && wall.isWorked(this.#day)) return;
    this.#minute %= this.#minutes.length;
    this.#day = wall.after(this.#day, 1);
  }
}
