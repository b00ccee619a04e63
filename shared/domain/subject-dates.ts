import type { Policies } from './appointment.ts';
import type { WorkCalendar } from './calendar.ts';
import { parseOfficeTime } from './clock-time.ts';
import { computeAppointment } from './deadline.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { SubjectLimit, SubjectRightSettings, SubjectWish } from './subject-right-settings.ts';

/** How requests about one's own data count: the calendar, hours and policy of the counter, and the days of the law. */
export interface SubjectRules {
  calendar: WorkCalendar;
  hours: OpeningHours;
  outOfHours: Policies['outOfHours'];
  limits: SubjectRightSettings;
}

/** By when it is acknowledged and answered: closing of the last day, from the one engine of all due dates. */
export function subjectDates(
  receivedAt: string,
  wish: SubjectWish,
  rules: SubjectRules,
): { acknowledgeDueAt: string; answerDueAt: string } {
  return {
    acknowledgeDueAt: lastMinute(receivedAt, rules.limits.acknowledge, rules),
    answerDueAt: lastMinute(receivedAt, rules.limits[wish], rules),
  };
}

/** The answer's last day after the one extension. Assumed: all days together run from the day of receipt. */
export function extendedAnswerDueAt(receivedAt: string, wish: SubjectWish, rules: SubjectRules): string {
  const { value, extension, ...rest } = rules.limits[wish];
  return lastMinute(receivedAt, { ...rest, value: value + extension }, rules);
}

function lastMinute(
  receivedAt: string,
  { value, unit }: Pick<SubjectLimit, 'value' | 'unit'>,
  { calendar, hours, outOfHours }: SubjectRules,
): string {
  const { dueAt } = computeAppointment({
    receivedAt: parseOfficeTime(receivedAt),
    limit: { kind: unit, value },
    calendar,
    hours,
    policies: { outOfHours, supplement: 'pause' },
  });
  if (dueAt === null) throw new RangeError(`${value} ${unit} gave no date`);
  return dueAt.slice(0, 11) + hours.afternoon.closesAt;
}
