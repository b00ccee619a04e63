import { Temporal } from 'temporal-polyfill';
import { actNames, hintsOf, refusalOf } from '../../../shared/domain/case-flow.ts';
import { workingMinutesBetween } from '../../../shared/domain/opening-hours.ts';
import { isOneDeed } from '../../../shared/domain/payment.ts';
import { timelinessOfCase } from '../../../shared/domain/timeliness.ts';
import type { CaseDetail, TimelineEntry } from '../../../shared/views.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { eventsOf, getCase } from '../../register/cases/cases.ts';
import { listPaymentIds, paymentEntriesOf } from '../../register/money/payments.ts';
import { listPrintJobsOfCase } from '../../register/print-jobs.ts';
import { type QueryScope, requireSettings } from '../door.ts';
import { moneyReaders } from '../money/payment-writing.ts';
import { actContextOf } from './case-writing.ts';
import { masked } from './masked.ts';

/** One case, identity numbers masked: its state, its timeline, its slips, and what may be done with it now. Throws notFound. */
export function detailOf(scope: QueryScope, id: number): CaseDetail {
  return masked(wholeDetailOf(scope, id));
}

/** The same with whole identity numbers. */
export function wholeDetailOf(scope: QueryScope, id: number): CaseDetail {
  const { db, now } = scope;
  const state = getCase(db, id);
  const calendar = loadCalendar(db);
  const { hours } = requireSettings(db, now);
  const { dueAt, endedAt, appointment } = state;
  const due = dueAt === null ? null : Temporal.PlainDateTime.from(dueAt);
  const context = actContextOf(scope, db, state);
  return {
    id,
    state,
    timeline: [...caseEntries(scope, id), ...moneyEntries(scope, id)].toSorted((a, b) => a.seq - b.seq),
    prints: listPrintJobsOfCase(db, id),
    timeliness: timelinessOfCase({ ...state, limitKind: appointment.limit.kind }, now.officeTime),
    minutesLeft:
      due && endedAt === null && state.measuredDueAt !== null
        ? workingMinutesBetween(now.office, due, calendar, hours)
        : null,
    acts: actNames.map((act) => {
      const refusal = refusalOf(act, state, context);
      return {
        act,
        refusal,
        hints: refusal === null || refusal.code === 'tooLate' ? hintsOf(act, state, context) : {},
      };
    }),
    dueIsProvisional: due !== null && endedAt === null && calendar.isProvisional(due.year),
  };
}

function caseEntries({ db }: QueryScope, id: number): TimelineEntry[] {
  return eventsOf(db, id).map(({ seq, event }) => {
    const { kind, at, by, ...facts } = event;
    return { seq, kind, at, by, detail: kind === 'received' || kind === 'registered' ? {} : facts };
  });
}

/** What happened to the case's money, for whoever may see it. */
function moneyEntries({ db, person }: QueryScope, id: number): TimelineEntry[] {
  if (!person?.roles.some((role) => moneyReaders.some((reader) => reader === role))) return [];
  return listPaymentIds(db, id).flatMap((payment) =>
    paymentEntriesOf(db, payment)
      .filter(({ event }, place, all) => !isOneDeed(event, all[place + 1]?.event))
      .map(({ seq, event }) => ({ seq, kind: 'money', at: event.at, by: event.by, detail: { event } })),
  );
}
