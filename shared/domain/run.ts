import type { Temporal } from 'temporal-polyfill';
import type { Reason } from './appointment.ts';
import type { WorkCalendar } from './calendar.ts';
import { toOfficeTime } from './clock-time.ts';
import { epochDayOf } from './epoch-day.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { TraceStrip } from './trace.ts';

/** A completed wait that the clock leaves out, both to the minute. */
export interface Pause {
  readonly requestedAt: Temporal.PlainDateTime;
  readonly completedAt: Temporal.PlainDateTime;
  /** A wait for a financial duty, not for papers. */
  readonly isPayment: boolean;
}

/** What a rule runs over, and what it leaves behind. */
export interface Run {
  readonly calendar: WorkCalendar;
  readonly hours: OpeningHours;
  readonly promisedClock: string | undefined;
  readonly strip: TraceStrip;
  readonly reasons: Reason[];
  /** Not yet used up, in order. One asked for after the due date stays: the case stays late (project). */
  readonly pauses: Pause[];
}

/** Counts the next working days on the strip and returns the last one. */
export function countWorkingDays(from: Temporal.PlainDate, count: number, run: Run): Temporal.PlainDate {
  let day = from;
  for (let counted = 0; counted < count; counted++) {
    day = run.calendar.nextWorkingDay(day);
    run.strip.count(epochDayOf(day));
  }
  return day;
}

/** The next pause asked for on or before the due date; one that ends on its own day changes nothing. */
export function takePause(run: Run, due: Temporal.PlainDateTime, sameDayCounts = false): Pause | undefined {
  for (;;) {
    const pause = run.pauses[0];
    if (!pause || epochDayOf(pause.requestedAt) > epochDayOf(due)) return undefined;
    run.pauses.shift();
    if (sameDayCounts || epochDayOf(pause.requestedAt) !== epochDayOf(pause.completedAt)) return pause;
    run.reasons.push({ code: 'supplementSameDay', ...pauseTimes(pause) });
  }
}

export function pauseTimes(pause: Pause): { requestedAt: string; completedAt: string; isPayment?: true } {
  return {
    requestedAt: toOfficeTime(pause.requestedAt),
    completedAt: toOfficeTime(pause.completedAt),
    ...(pause.isPayment && { isPayment: true }),
  };
}

/** Marks the waiting days. */
export function markPause(pause: Pause, run: Run): Pause {
  run.strip.pause(epochDayOf(pause.requestedAt), epochDayOf(pause.completedAt));
  return pause;
}
