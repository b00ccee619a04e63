import { Temporal } from 'temporal-polyfill';
import type {
  Appointment,
  DeadlineQuestion,
  Reason,
  SupplementTimes,
  TraceDay,
  Warning,
} from './appointment.ts';
import { toMinute, toOfficeTime } from './clock-time.ts';
import { type DeadlineRun, runDeadline } from './deadline-run.ts';
import { promiseFor } from './promise.ts';
import { chooseRule, type RuleChoice, savedBy } from './rule-choice.ts';
import { checkSupplements, latestSupplementNoticeOn } from './supplement.ts';
import { bareRule, type TimeLimit } from './time-limit.ts';

export * from './appointment.ts';

/**
 * The one due date of a case and why, day by day (NĐ 118 Đ17.3, Đ19.5; BLDS Đ147, Đ148.5). Never asks the clock.
 * No limit, or one of kind `none`: `dueAt` null with the reason `noRule`, never a default.
 * @throws RangeError with the data when the question makes no sense (unknown variant, no cap for a verification or one opened
 * too late, events out of order, a promised hour outside the hours, extra days without agreement).
 */
export function computeAppointment(question: DeadlineQuestion): Appointment {
  const supplements = checkSupplements(question);
  const { startedAt, reasons: startReasons } = clockStart(question);
  const limit: TimeLimit = question.limit ?? { kind: 'none' };
  const choice = chooseRule(question, limit, startedAt.toPlainDate().toString());
  if (choice.applied.kind === 'none') return withoutDeadline(question, startedAt, choice);
  if (question.promisedClock !== undefined && choice.applied.kind !== 'sameDay') {
    throw new RangeError(`An hour is promised only under a same-day rule, not ${choice.applied.kind}`);
  }

  const run = runDeadline(question, choice, startedAt, supplements);
  checkVerification(question, startedAt, limit);
  const dueAt = toOfficeTime(run.due);
  const statutoryDueAt = choice.isShortened
    ? statutoryDue(question, limit, startedAt, supplements)
    : undefined;
  const trace = run.strip.toTrace(question.calendar, run.due, run.ownDue);
  const originalDueAt = originalDue(question, choice, startedAt, supplements, dueAt);
  const promise = question.noAppointment && promiseFor({ ...question, ...question.noAppointment });
  const promisedAt =
    promise && Temporal.PlainDateTime.compare(promise, run.due) <= 0 ? toOfficeTime(promise) : undefined;
  const saved = question.verification ? undefined : savedBy(choice.applied, choice.statutory);
  return {
    dueAt,
    ...(run.ownDue && { ownDueAt: toOfficeTime(run.ownDue) }),
    ...(originalDueAt !== undefined && { originalDueAt }),
    ...(promisedAt !== undefined && { promisedAt }),
    ...(statutoryDueAt !== undefined && { statutoryDueAt }),
    ...(saved && { saved }),
    effectiveStartAt: toOfficeTime(run.start),
    limit: choice.applied,
    trace,
    reasons: [
      ...startReasons,
      ...choice.reasons,
      ...run.reasons,
      ...(choice.applied.kind === 'onTheSpot' ? [{ code: 'onTheSpot' } as const] : []),
      ...dayReasons(trace, choice),
      ...(promisedAt === undefined ? [] : [{ code: 'noAppointmentDay', promisedAt } as const]),
    ],
    warnings: [
      ...choice.warnings,
      ...supplementWarnings(question, supplements, run),
      ...(statutoryDueAt !== undefined && !question.verification && dueAt > statutoryDueAt
        ? [{ code: 'longerThanStatutory', statutoryDueAt } as const]
        : []),
      ...provisionalYears(question, run),
    ],
    ...versions(question),
  };
}

function versions(question: DeadlineQuestion) {
  const { calendar, ruleVersion, policies } = question;
  return { calendarVersion: calendar.version, ...(ruleVersion !== undefined && { ruleVersion }), policies };
}

function withoutDeadline(
  question: DeadlineQuestion,
  startedAt: Temporal.PlainDateTime,
  choice: RuleChoice,
): Appointment {
  return {
    dueAt: null,
    effectiveStartAt: toOfficeTime(startedAt),
    limit: bareRule(choice.applied),
    trace: [],
    reasons: [...choice.reasons, { code: 'noRule' }],
    warnings: [...choice.warnings],
    ...versions(question),
  };
}

/** Online the clock starts at acceptance, in a non-territorial case at receipt by the competent agency (NĐ 118 Đ17.3). */
function clockStart(question: DeadlineQuestion): { startedAt: Temporal.PlainDateTime; reasons: Reason[] } {
  const reasons: Reason[] = [];
  let startedAt = toMinute(question.receivedAt);
  const later = (at: Temporal.PlainDateTime, code: 'onlineAcceptance' | 'competentAgencyReceipt') => {
    const minute = toMinute(at);
    if (Temporal.PlainDateTime.compare(minute, startedAt) < 0) {
      throw new RangeError(`${code} at ${minute} is before ${startedAt}`);
    }
    startedAt = minute;
    reasons.push({ code, at: toOfficeTime(minute) });
  };
  if (question.acceptedAt) later(question.acceptedAt, 'onlineAcceptance');
  if (question.competentAgencyReceivedAt) later(question.competentAgencyReceivedAt, 'competentAgencyReceipt');
  return { startedAt, reasons };
}

/** The verification must be recorded before the base limit expires (project). */
function checkVerification(
  question: DeadlineQuestion,
  startedAt: Temporal.PlainDateTime,
  limit: TimeLimit,
): void {
  if (typeof question.verification !== 'object') return;
  const openedAt = toMinute(question.verification.openedAt);
  const base = { ...question, verification: false };
  const choice = chooseRule(base, limit, startedAt.toPlainDate().toString());
  if (choice.applied.kind === 'none') return;
  const { due } = runDeadline(base, choice, startedAt, checkSupplements(base));
  if (Temporal.PlainDateTime.compare(openedAt, due) > 0) {
    throw new RangeError(`A verification opened at ${openedAt} is after the base limit expired at ${due}`);
  }
}

function statutoryDue(
  question: DeadlineQuestion,
  limit: TimeLimit,
  startedAt: Temporal.PlainDateTime,
  supplements: readonly SupplementTimes[],
): string | undefined {
  const { local: _, perChannel: __, ...statutory } = limit;
  const bare = { ...question, promisedClock: undefined };
  const choice = chooseRule(bare, statutory, startedAt.toPlainDate().toString());
  if (choice.applied.kind === 'none') return undefined;
  return toOfficeTime(runDeadline(bare, choice, startedAt, supplements).due);
}

/** The appointment as first given, when supplements have moved it. */
function originalDue(
  question: DeadlineQuestion,
  choice: RuleChoice,
  startedAt: Temporal.PlainDateTime,
  supplements: readonly SupplementTimes[],
  dueAt: string,
): string | undefined {
  if (!supplements.some((supplement) => supplement.completedAt)) return undefined;
  const first = toOfficeTime(runDeadline(question, choice, startedAt, []).due);
  return first === dueAt ? undefined : first;
}

/** Which listed days off and working Saturdays made the date what it is. */
function dayReasons(trace: readonly TraceDay[], choice: RuleChoice): Reason[] {
  const isCalendar = choice.applied.kind === 'days' && !choice.isChained;
  const off = trace.filter(({ kind, mark }) => mark === 'rest' && kind !== 'weekend').map(({ date }) => date);
  const saturdays = trace.filter(
    (day) => day.kind === 'workingSaturday' && (isCalendar ? day.isDue : isUsed(day)),
  );
  return [
    ...(off.length > 0 && !isCalendar ? [{ code: 'offDaysNotCounted', dates: off } as const] : []),
    ...saturdays.map(({ date, swapFor = date }): Reason => {
      const code = isCalendar ? 'workingSaturdayKept' : 'workingSaturdayCounted';
      return { code, date, inPlaceOf: swapFor };
    }),
  ];
}

function isUsed(day: TraceDay): boolean {
  return day.mark === 'counted' || (day.isDue === true && day.mark !== 'start');
}

function supplementWarnings(
  question: DeadlineQuestion,
  waits: readonly SupplementTimes[],
  run: DeadlineRun,
): Warning[] {
  const supplements = waits.filter(({ isPayment }) => !isPayment);
  const warnings: Warning[] = run.lateRequests.map(({ requestedAt, due }) => ({
    code: 'supplementAfterDue',
    requestedAt: toOfficeTime(requestedAt),
    dueAt: toOfficeTime(due),
  }));
  const [first] = supplements;
  if (first) {
    const requestedAt = toOfficeTime(toMinute(first.requestedAt));
    const latestOn = latestSupplementNoticeOn(run.start, question.calendar);
    if (requestedAt.slice(0, 10) > latestOn)
      warnings.push({ code: 'supplementNoticeLate', requestedAt, latestOn });
  }
  if (supplements.length > 1) warnings.push({ code: 'secondSupplement', count: supplements.length });
  const open = supplements.find((supplement) => !supplement.completedAt);
  if (open) warnings.push({ code: 'supplementOpen', requestedAt: toOfficeTime(toMinute(open.requestedAt)) });
  return warnings;
}

/** A due date that rests on a year without a notice may still move. */
function provisionalYears(question: DeadlineQuestion, run: DeadlineRun): Warning[] {
  const years: number[] = [];
  for (let year = run.start.year; year <= run.due.year; year++) {
    if (question.calendar.isProvisional(year)) years.push(year);
  }
  return years.length > 0 ? [{ code: 'provisionalYear', years }] : [];
}
