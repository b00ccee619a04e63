import { Temporal } from 'temporal-polyfill';
import { epochDayOf, fromEpochDay } from './epoch-day.ts';
import { addWorkingMinutes, effectiveStart, workingMinutesBetween } from './opening-hours.ts';
import { markPause, pauseTimes, type Run, takePause } from './run.ts';
import type { LimitRule } from './time-limit.ts';

interface Clock {
  add(from: Temporal.PlainDateTime, minutes: number): Temporal.PlainDateTime;
  between(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): number;
}

/**
 * N working hours after the start, across half-days and rest days; under `pause` the rest of them from the completion.
 * Hours of the clock when the rule says so. Assumed: such an end outside opening hours moves to the next opening.
 */
export function runHours(
  rule: Extract<LimitRule, { kind: 'hours' }>,
  start: Temporal.PlainDateTime,
  run: Run,
): Temporal.PlainDateTime {
  const clock = rule.wallClock ? wallClock(run) : workingClock(run);
  let from = start;
  let left = rule.value * 60;
  let due = clock.add(from, left);
  for (let pause = nextPause(run, due); pause; pause = nextPause(run, due)) {
    const used = Math.max(0, clock.between(from, pause.requestedAt));
    if (used > 0) countMinutes(from, pause.requestedAt, clock, run);
    left -= used;
    from = markPause(pause, run).completedAt;
    due = clock.add(from, left);
    run.reasons.push({
      code: 'supplementPause',
      ...pauseTimes(pause),
      used: rule.value * 60 - left,
      left,
      unit: 'minutes',
    });
  }
  countMinutes(from, due, clock, run);
  return due;
}

/** Instants, not dates: a request after the due instant comes too late, a wait within one day counts. */
function nextPause(run: Run, due: Temporal.PlainDateTime) {
  const pause = run.pauses[0];
  if (!pause || Temporal.PlainDateTime.compare(pause.requestedAt, due) > 0) return undefined;
  return takePause(run, due, true);
}

function workingClock({ calendar, hours }: Run): Clock {
  return {
    add: (from, minutes) => addWorkingMinutes(from, minutes, calendar, hours),
    between: (from, to) => workingMinutesBetween(from, to, calendar, hours),
  };
}

function wallClock({ calendar, hours }: Run): Clock {
  return {
    add: (from, minutes) => effectiveStart(from.add({ minutes }), calendar, hours, 'shift'),
    between: (from, to) => from.until(to).total({ unit: 'minutes' }),
  };
}

function countMinutes(
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
  clock: Clock,
  run: Run,
): void {
  const midnight = (epochDay: number) => fromEpochDay(epochDay).toPlainDateTime();
  const last = epochDayOf(to);
  for (let day = epochDayOf(from); day <= last; day++) {
    const begins = day === epochDayOf(from) ? from : midnight(day);
    const minutes = clock.between(begins, day === last ? to : midnight(day + 1));
    if (minutes > 0) run.strip.countMinutes(day, minutes);
  }
}
