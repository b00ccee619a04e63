import { Temporal } from 'temporal-polyfill';
import type { Policies } from './appointment.ts';
import type { WorkCalendar } from './calendar.ts';
import { parseOfficeTime, toOfficeTime } from './clock-time.ts';
import { computeAppointment } from './deadline.ts';
import type { FeedbackDates } from './feedback-events.ts';
import type { FeedbackSettings } from './feedback-settings.ts';
import { closingOf, effectiveStart, type OpeningHours } from './opening-hours.ts';

/** How feedback counts: the calendar, hours and policy of the counter, and the ward's limits. */
export interface FeedbackRules {
  calendar: WorkCalendar;
  hours: OpeningHours;
  outOfHours: Policies['outOfHours'];
  limits: FeedbackSettings;
}

/** A wait for the sender's details; both office times. */
export interface DetailWait {
  askedAt: string;
  givenAt: string;
}

/**
 * The last days for feedback, from the one engine of all due dates; rules §10 have the limits from practice.
 * Assumed: while the sender is asked for details the clock of the answer and of a refusal stands still.
 */
export function feedbackDates(
  receivedAt: string,
  rules: FeedbackRules,
  waits: readonly DetailWait[] = [],
): FeedbackDates {
  const { limits } = rules;
  return {
    acknowledgeDueAt: lastMinute(receivedAt, limits.acknowledgeDays, rules, []),
    askDetailDueAt: lastMinute(receivedAt, limits.askDetailDays, rules, []),
    refuseDueAt: lastMinute(receivedAt, limits.refuseDays, rules, waits),
    answerDueAt: lastMinute(receivedAt, limits.answerDays, rules, waits),
  };
}

function later(at: Temporal.PlainDateTime, other: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.compare(at, other) < 0 ? other : at;
}

/** 0 days: by closing of the day that counts as the day of receipt. */
function lastMinute(
  receivedAt: string,
  days: number,
  { calendar, hours, outOfHours }: FeedbackRules,
  waits: readonly DetailWait[],
): string {
  const start = parseOfficeTime(receivedAt);
  const begins = effectiveStart(start, calendar, hours, outOfHours);
  if (days === 0) {
    const day = begins.toPlainDate();
    const worked = calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(day);
    return toOfficeTime(closingOf(worked, hours));
  }
  const { dueAt } = computeAppointment({
    receivedAt: start,
    limit: { kind: 'workingDays', value: days },
    calendar,
    hours,
    policies: { outOfHours, supplement: 'pause' },
    // What passed before the clock began (evening, rest day) moves nothing.
    supplements: waits.map(({ askedAt, givenAt }) => ({
      requestedAt: later(parseOfficeTime(askedAt), begins),
      completedAt: later(parseOfficeTime(givenAt), begins),
    })),
  });
  if (dueAt === null) throw new RangeError(`${days} working days gave no date`);
  return dueAt.slice(0, 11) + hours.afternoon.closesAt;
}
