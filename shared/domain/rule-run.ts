import { Temporal } from 'temporal-polyfill';
import { atMinute, clockMinutes, minuteOfDay, toClock, toOfficeTime } from './clock-time.ts';
import { epochDayOf, fromEpochDay } from './epoch-day.ts';
import { runHours } from './hours-run.ts';
import { closingOf, intoHours } from './opening-hours.ts';
import { countWorkingDays, markPause, pauseTimes, type Run, takePause } from './run.ts';
import type { LimitRule } from './time-limit.ts';

/** The due instant of one rule from its effective start. @throws RangeError for `none`, or a value that is no count. */
export function runRule(rule: LimitRule, start: Temporal.PlainDateTime, run: Run): Temporal.PlainDateTime {
  const counts = rule.kind === 'workingDays' || rule.kind === 'days' || rule.kind === 'hours';
  if (counts && !(Number.isSafeInteger(rule.value) && rule.value > 0)) {
    throw new RangeError(`A limit of ${rule.value} ${rule.kind} cannot be counted`);
  }
  switch (rule.kind) {
    case 'sameDay':
      return runSameDay(rule.cutoff, start, run);
    case 'workingDays':
      return runWorkingDays(rule.value, start, run);
    case 'days':
      return runDays(rule.value, start, run);
    case 'hours':
      return runHours(rule, start, run);
    case 'onTheSpot':
      return start;
    case 'none':
      throw new RangeError('A rule of kind none has no due date');
  }
}

/** NĐ 23/2015 Đ7: after the cut-off the next working day. Under `pause` the completion is looked at like a reception. */
function runSameDay(
  cutoff: string | undefined,
  start: Temporal.PlainDateTime,
  run: Run,
): Temporal.PlainDateTime {
  const { calendar, hours } = run;
  const dueFrom = (from: Temporal.PlainDateTime) => {
    const day = from.toPlainDate();
    const isAfter = cutoff !== undefined && minuteOfDay(from) > clockMinutes(cutoff);
    if (isAfter) run.reasons.push({ code: 'afterCutoff', cutoff, at: toOfficeTime(from) });
    return closingOf(isAfter || !calendar.isWorkingDay(day) ? calendar.nextWorkingDay(day) : day, hours);
  };
  const first = dueFrom(start);
  let due = first;
  for (let pause = takePause(run, due); pause; pause = takePause(run, due)) {
    const { completedAt } = markPause(pause, run);
    due = dueFrom(intoHours(completedAt, hours));
    run.reasons.push({
      code: 'supplementPause',
      ...pauseTimes(pause),
      used: 0,
      left: 0,
      unit: 'workingDays',
    });
  }
  // The promised hour was given for the first date.
  return due === first ? promised(due, start, run) : due;
}

/** Day N after the date of the start, at its hour (BLDS Đ147). */
function runWorkingDays(value: number, start: Temporal.PlainDateTime, run: Run): Temporal.PlainDateTime {
  const { calendar, hours } = run;
  let from = start;
  let left = value;
  let due = calendar.addWorkingDays(from.toPlainDate(), left).toPlainDateTime(from.toPlainTime());
  for (let pause = takePause(run, due); pause; pause = takePause(run, due)) {
    const requestedOn = pause.requestedAt.toPlainDate();
    const used = Math.max(0, calendar.workingDaysBetween(from.toPlainDate(), requestedOn));
    countWorkingDays(from.toPlainDate(), used, run);
    left -= used;
    from = markPause(pause, run).completedAt;
    run.reasons.push({
      code: 'supplementPause',
      ...pauseTimes(pause),
      used: value - left,
      left,
      unit: 'workingDays',
    });
    const completedOn = from.toPlainDate();
    if (left > 0) {
      due = calendar.addWorkingDays(completedOn, left).toPlainDateTime(intoHours(from, hours).toPlainTime());
    } else {
      // Assumed: nothing left to count, so the day of completion until it closes.
      due = closingOf(offRestDays(completedOn, run), hours);
    }
  }
  countWorkingDays(from.toPlainDate(), left, run);
  return due;
}

/** Date of the start + N calendar days; a rest day moves it to the next working day (BLDS Đ148.5). */
function runDays(value: number, start: Temporal.PlainDateTime, run: Run): Temporal.PlainDateTime {
  const { hours } = run;
  let from = epochDayOf(start);
  let left = value;
  let dueOn = offRestDays(fromEpochDay(from + left), run);
  let due = dueOn.toPlainDateTime(start.toPlainTime());
  const count = (upTo: number) => {
    for (let day = from + 1; day <= upTo && left > 0; day++, left--) run.strip.count(day);
  };
  for (let pause = takePause(run, due); pause; pause = takePause(run, due)) {
    count(epochDayOf(pause.requestedAt));
    const { completedAt } = markPause(pause, run);
    const waited = epochDayOf(completedAt) - epochDayOf(pause.requestedAt);
    from = epochDayOf(completedAt);
    dueOn = offRestDays(dueOn.add({ days: waited }), run);
    due =
      epochDayOf(dueOn) === from
        ? closingOf(dueOn, hours)
        : dueOn.toPlainDateTime(intoHours(completedAt, hours).toPlainTime());
    run.reasons.push({
      code: 'supplementPause',
      ...pauseTimes(pause),
      used: value - left,
      left,
      unit: 'days',
    });
  }
  count(epochDayOf(due));
  return due;
}

function offRestDays(day: Temporal.PlainDate, run: Run): Temporal.PlainDate {
  if (run.calendar.isWorkingDay(day)) return day;
  const moved = run.calendar.nextWorkingDay(day);
  run.reasons.push({ code: 'restDayMoved', from: day.toString(), to: moved.toString() });
  return moved;
}

/** A clerk may promise an hour earlier than closing, never later (project). */
function promised(
  due: Temporal.PlainDateTime,
  start: Temporal.PlainDateTime,
  run: Run,
): Temporal.PlainDateTime {
  if (run.promisedClock === undefined) return due;
  const at = atMinute(due.toPlainDate(), clockMinutes(run.promisedClock));
  const earliest = run.hours.morning.opensAt;
  if (run.promisedClock < earliest || Temporal.PlainDateTime.compare(at, due) > 0) {
    throw new RangeError(`The promised hour ${run.promisedClock} is outside ${earliest}-${toClock(due)}`);
  }
  if (Temporal.PlainDateTime.compare(at, start) < 0) {
    throw new RangeError(
      `The promised hour ${run.promisedClock} is before the reception at ${toClock(start)}`,
    );
  }
  run.reasons.push({ code: 'promisedHour', at: toOfficeTime(at) });
  return at;
}
