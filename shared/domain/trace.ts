import type { Temporal } from 'temporal-polyfill';
import type { TraceDay, TraceEvent, TraceMark } from './appointment.ts';
import type { WorkCalendar } from './calendar.ts';
import { toClock } from './clock-time.ts';
import { epochDayOf, fromEpochDay } from './epoch-day.ts';

interface Cell {
  mark?: TraceMark;
  number?: number;
  minutes?: number;
  time?: string;
  events: TraceEvent[];
}

/** Collects what happened on which day while a date is computed; `toTrace` fills the days between. */
export class TraceStrip {
  readonly #cells = new Map<number, Cell>();
  #counted = 0;

  /** A (re)start of the clock, or the reception. */
  start(at: Temporal.PlainDateTime, event: TraceEvent): void {
    this.event(at, event);
    const cell = this.#cell(epochDayOf(at));
    cell.mark = 'start';
    cell.time = toClock(at);
    delete cell.number;
  }

  /** Something that happened on a day. The last one's time is shown, except that a start keeps its own until the due. */
  event(at: Temporal.PlainDateTime, event: TraceEvent): void {
    const cell = this.#cell(epochDayOf(at));
    cell.events.push(event);
    if (cell.mark !== 'start') cell.time = toClock(at);
  }

  /** The next of 1…N. */
  count(epochDay: number): void {
    const cell = this.#cell(epochDay);
    cell.mark = 'counted';
    cell.number = ++this.#counted;
  }

  countMinutes(epochDay: number, minutes: number): void {
    const cell = this.#cell(epochDay);
    if (cell.mark !== 'start') cell.mark = 'counted';
    cell.minutes = (cell.minutes ?? 0) + minutes;
  }

  /** Waiting in (after, upTo]; days off inside stay days off. */
  pause(after: number, upTo: number): void {
    for (let day = after + 1; day <= upTo; day++) this.#cell(day).mark = 'paused';
  }

  /** The limit restarts: what was counted up to a day is void, what lay after it never was. */
  cancel(upTo: number): void {
    for (const [day, cell] of this.#cells) {
      if (cell.mark !== 'counted') continue;
      if (day <= upTo) {
        cell.mark = 'cancelled';
      } else {
        delete cell.mark;
        delete cell.number;
        delete cell.minutes;
      }
    }
    this.#counted = 0;
  }

  /** Every date from the first cell to the due date, in order. */
  toTrace(
    calendar: WorkCalendar,
    dueAt: Temporal.PlainDateTime,
    ownDueAt?: Temporal.PlainDateTime,
  ): TraceDay[] {
    const due = epochDayOf(dueAt);
    const ownDue = ownDueAt && epochDayOf(ownDueAt);
    if (ownDueAt) this.event(ownDueAt, 'ownDue');
    this.event(dueAt, 'due');
    // Where the clock starts on the due day itself, the hour of the appointment is the one to show.
    this.#cell(due).time = toClock(dueAt);
    const days: TraceDay[] = [];
    for (let day = Math.min(...this.#cells.keys()); day <= due; day++) {
      days.push({
        ...this.#describe(day, calendar),
        ...(day === due && { isDue: true }),
        ...(day === ownDue && { isOwnDue: true }),
      });
    }
    return days;
  }

  #describe(epochDay: number, calendar: WorkCalendar): TraceDay {
    const cell = this.#cells.get(epochDay);
    const day = fromEpochDay(epochDay);
    const isRest = !calendar.isWorkingDay(day);
    const mark = cell?.mark === undefined || (isRest && cell.mark === 'paused') ? undefined : cell.mark;
    const name = calendar.dayName(day);
    const swapFor = calendar.swapFor(day) ?? calendar.compensates(day);
    return {
      date: day.toString(),
      kind: calendar.dayKind(day),
      mark: mark ?? (isRest ? 'rest' : 'notCounted'),
      ...(cell?.number !== undefined && { number: cell.number }),
      ...(name !== undefined && { name }),
      ...(swapFor !== undefined && { swapFor }),
      ...(cell?.time !== undefined && { time: cell.time }),
      ...(cell?.minutes !== undefined && { minutes: cell.minutes }),
      ...(cell && cell.events.length > 0 && { events: [...cell.events] }),
    };
  }

  #cell(epochDay: number): Cell {
    const known = this.#cells.get(epochDay);
    if (known) return known;
    const cell: Cell = { events: [] };
    this.#cells.set(epochDay, cell);
    return cell;
  }
}
