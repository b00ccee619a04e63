import { Temporal } from 'temporal-polyfill';
import type { DeadlineQuestion, Reason, SupplementTimes } from './appointment.ts';
import { clockMinutes, minuteOfDay, toMinute, toOfficeTime } from './clock-time.ts';
import { epochDayOf } from './epoch-day.ts';
import { effectiveStart, openingOf } from './opening-hours.ts';
import type { RuleChoice } from './rule-choice.ts';
import { runRule } from './rule-run.ts';
import { countWorkingDays, type Pause, type Run } from './run.ts';
import { bareRule, type LimitPhase } from './time-limit.ts';
import { TraceStrip } from './trace.ts';

/** Where a rule and its modifiers lead. */
export interface DeadlineRun {
  readonly start: Temporal.PlainDateTime;
  readonly due: Temporal.PlainDateTime;
  readonly ownDue: Temporal.PlainDateTime | undefined;
  readonly strip: TraceStrip;
  readonly reasons: readonly Reason[];
  /** Requests that came after the due date of their time. */
  readonly lateRequests: readonly {
    readonly requestedAt: Temporal.PlainDateTime;
    readonly due: Temporal.PlainDateTime;
  }[];
}

/** Runs a chosen rule from the start of the clock over the supplements and the extra days. `startedAt` is to the minute. */
export function runDeadline(
  question: DeadlineQuestion,
  choice: RuleChoice,
  startedAt: Temporal.PlainDateTime,
  supplements: readonly SupplementTimes[],
): DeadlineRun {
  const completed = supplements.flatMap(({ requestedAt, completedAt, isPayment = false }): Pause[] =>
    completedAt
      ? [{ requestedAt: toMinute(requestedAt), completedAt: toMinute(completedAt), isPayment }]
      : [],
  );
  const isPaused = question.policies.supplement === 'pause';
  const run: Run = {
    calendar: question.calendar,
    hours: question.hours,
    promisedClock: question.promisedClock,
    strip: new TraceStrip(),
    reasons: [],
    pauses: isPaused ? [...completed] : paymentsFrom(completed, 0),
  };
  const { strip, reasons } = run;
  markReception(question, strip);
  const start = startOfClock(question, choice, startedAt, reasons);
  if (epochDayOf(start) === epochDayOf(startedAt)) strip.event(start, 'effectiveStart');
  else strip.start(start, 'effectiveStart');
  for (const supplement of supplements) {
    const [asked, done] = supplement.isPayment
      ? (['paymentRequested', 'paymentConfirmed'] as const)
      : (['supplementRequested', 'supplementCompleted'] as const);
    strip.event(toMinute(supplement.requestedAt), asked);
    if (supplement.completedAt) strip.event(toMinute(supplement.completedAt), done);
  }

  let dates = runPhases(choice, start, run);
  const lateRequests: { requestedAt: Temporal.PlainDateTime; due: Temporal.PlainDateTime }[] = [];
  const note = (requestedAt: Temporal.PlainDateTime) => lateRequests.push({ requestedAt, due: dates.due });
  if (isPaused) {
    for (const pause of run.pauses) note(pause.requestedAt);
  } else if (choice.applied.kind !== 'onTheSpot') {
    for (const [index, pause] of completed.entries()) {
      if (pause.isPayment) continue;
      if (epochDayOf(pause.requestedAt) > epochDayOf(dates.due)) note(pause.requestedAt);
      dates = restart(question, choice, pause, { ...run, pauses: paymentsFrom(completed, index + 1) });
    }
  }
  return {
    start,
    due: addExtra(question, dates.due, run),
    ownDue: dates.ownDue,
    strip,
    reasons,
    lateRequests,
  };
}

/** The waits for payment from a place in the list up to the next supplement. */
function paymentsFrom(waits: readonly Pause[], from: number): Pause[] {
  const next = waits.findIndex((wait, index) => index >= from && !wait.isPayment);
  return waits.slice(from, next === -1 ? undefined : next);
}

/** NĐ 118 Đ19.5: the limit restarts from zero once the dossier is complete. */
function restart(question: DeadlineQuestion, choice: RuleChoice, pause: Pause, run: Run) {
  const { strip, reasons } = run;
  const requestedOn = epochDayOf(pause.requestedAt);
  strip.cancel(requestedOn);
  strip.pause(requestedOn, epochDayOf(pause.completedAt));
  // Why the void date was what it was no longer matters.
  reasons.splice(0, reasons.length, ...reasons.filter((reason) => reason.code === 'supplementRestart'));
  reasons.push({
    code: 'supplementRestart',
    requestedAt: toOfficeTime(pause.requestedAt),
    completedAt: toOfficeTime(pause.completedAt),
  });
  const start = startOfClock(question, choice, pause.completedAt, reasons);
  strip.start(start, 'restarted');
  return runPhases(choice, start, { ...run, promisedClock: undefined });
}

/** Phases are chained: each starts at the due instant of the one before. */
function runPhases(choice: RuleChoice, start: Temporal.PlainDateTime, run: Run) {
  if (!choice.phases) return { due: runRule(choice.applied, start, run), ownDue: undefined };
  if (choice.isChained) return runChain(choice.phases, start, run);
  // Another rule gives the whole: the phases give our part of it, on a strip of their own.
  const aside: Run = { ...run, strip: new TraceStrip(), reasons: [], pauses: [...run.pauses] };
  const { ownDue } = runChain(choice.phases, start, aside);
  const due = runRule(choice.applied, start, run);
  return { due, ownDue: Temporal.PlainDateTime.compare(ownDue, due) < 0 ? ownDue : due };
}

function runChain(phases: readonly LimitPhase[], start: Temporal.PlainDateTime, run: Run) {
  const ownIndex = Math.max(
    0,
    phases.findIndex((phase) => phase.own),
  );
  let due = start;
  let ownDue = start;
  for (const [index, phase] of phases.entries()) {
    due = runRule(bareRule(phase), due, run);
    if (index === ownIndex) ownDue = due;
  }
  return { due, ownDue };
}

function startOfClock(
  question: DeadlineQuestion,
  choice: RuleChoice,
  at: Temporal.PlainDateTime,
  reasons: Reason[],
): Temporal.PlainDateTime {
  if (choice.applied.kind === 'onTheSpot') return at;
  const { calendar, hours, policies } = question;
  const start = effectiveStart(at, calendar, hours, policies.outOfHours);
  if (!start.equals(at)) {
    const code = policies.outOfHours === 'keep' ? 'outOfHoursKeep' : 'outOfHoursShift';
    reasons.push({ code, from: toOfficeTime(at), to: toOfficeTime(start) });
  }
  const cutoff = choice.startCutoff;
  if (cutoff === undefined || minuteOfDay(start) <= clockMinutes(cutoff)) return start;
  reasons.push({ code: 'afterCutoff', cutoff, at: toOfficeTime(start) });
  return openingOf(calendar.nextWorkingDay(start.toPlainDate()), hours);
}

function markReception(question: DeadlineQuestion, strip: TraceStrip): void {
  strip.start(toMinute(question.receivedAt), 'received');
  if (question.acceptedAt) strip.start(toMinute(question.acceptedAt), 'accepted');
  if (question.competentAgencyReceivedAt) {
    strip.start(toMinute(question.competentAgencyReceivedAt), 'competentAgencyReceived');
  }
}

/** NĐ 23/2015 Đ7, Đ21: up to 2 more working days, longer by signed agreement. */
function addExtra(question: DeadlineQuestion, due: Temporal.PlainDateTime, run: Run): Temporal.PlainDateTime {
  if (!question.extra) return due;
  const { workingDays, signedAgreement = false } = question.extra;
  if (!Number.isSafeInteger(workingDays) || workingDays < 1 || (workingDays > 2 && !signedAgreement)) {
    throw new RangeError(`${workingDays} more working days need a signed agreement, or are no days`);
  }
  run.reasons.push({ code: 'extraByAgreement', workingDays, signedAgreement });
  return countWorkingDays(due.toPlainDate(), workingDays, run).toPlainDateTime(due.toPlainTime());
}
