import { Temporal } from 'temporal-polyfill';
import type { DeadlineQuestion, SupplementTimes } from './appointment.ts';
import type { WorkCalendar } from './calendar.ts';

/**
 * Last day 'YYYY-MM-DD' for a supplement notice after appraisal: the 3rd working day after the (effective)
 * reception (NĐ 118 Đ19.5).
 */
export function latestSupplementNoticeOn(receivedAt: Temporal.PlainDateTime, calendar: WorkCalendar): string {
  return calendar.addWorkingDays(receivedAt.toPlainDate(), 3).toString();
}

/** Stands for the day of a request that an older book does not tell: no term can be counted, so it never runs out. */
export const unknownDay = '9999-12-31';

/** How long an open supplement may last: 15 calendar days by default, the unit is a setting (its reading is unverified). */
export interface ClosingRule {
  readonly value: number;
  readonly unit: 'days' | 'workingDays';
}
export const defaultClosingRule: ClosingRule = { value: 15, unit: 'days' };

/**
 * NĐ 118 Đ19.5: the citizen's last day (off rest days) and the first working day on which a person may stop the case.
 * Both 'YYYY-MM-DD'. The app proposes, a person decides.
 */
export function supplementClosing(
  requestedOn: Temporal.PlainDate,
  calendar: WorkCalendar,
  rule: ClosingRule = defaultClosingRule,
): { lastDayOn: string; mayStopFrom: string } {
  if (!Number.isSafeInteger(rule.value) || rule.value < 1)
    throw new RangeError(`${rule.value} is no number of days`);
  const end =
    rule.unit === 'days'
      ? requestedOn.add({ days: rule.value })
      : calendar.addWorkingDays(requestedOn, rule.value);
  const lastDay = calendar.isWorkingDay(end) ? end : calendar.nextWorkingDay(end);
  return { lastDayOn: lastDay.toString(), mayStopFrom: calendar.nextWorkingDay(lastDay).toString() };
}

/** The supplements of a question. @throws RangeError when they are out of order, or one is open before another. */
export function checkSupplements(question: DeadlineQuestion): readonly SupplementTimes[] {
  const supplements = question.supplements ?? [];
  let previous: Temporal.PlainDateTime | undefined = question.receivedAt;
  for (const { requestedAt, completedAt } of supplements) {
    if (!previous)
      throw new RangeError(`A supplement was requested at ${requestedAt} while another was open`);
    if (Temporal.PlainDateTime.compare(requestedAt, previous) < 0) {
      throw new RangeError(`The supplement requested at ${requestedAt} is before ${previous}`);
    }
    if (completedAt && Temporal.PlainDateTime.compare(completedAt, requestedAt) < 0) {
      throw new RangeError(
        `The supplement completed at ${completedAt} is before its request at ${requestedAt}`,
      );
    }
    previous = completedAt;
  }
  return supplements;
}
