import { setImmediate as breathe } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type CaseState, fold } from '../../../shared/domain/case-flow.ts';
import { feedbackTimes } from '../../../shared/domain/feedback.ts';
import { daySchema } from '../../../shared/domain/person.ts';
import { timelinessOfCase, timelinessOfEnded } from '../../../shared/domain/timeliness.ts';
import {
  agencyBand,
  type Complaint,
  caseScores,
  type FeedbackCounts,
  feedbackPoints,
  officerBand,
  oneStopPoints,
  onlinePoints,
  publicationPoints,
  scoreOf,
  type Tt01Case,
  totalOf,
} from '../../../shared/domain/tt01-scoring.ts';
import type { Tt01Officer, Tt01Report } from '../../../shared/views-feedback.ts';
import { eventsOf, getCase } from '../../register/cases/cases.ts';
import { listProcedureVersions } from '../../register/catalogue.ts';
import { listEndedCases, listOnlineOpenAt } from '../../register/figures/tt01.ts';
import { getFeedback, listFeedbackOf, listFeedbackOnCases } from '../../register/voice/feedback.ts';
import { type QueryScope, query, requireSettings } from '../door.ts';

/** So many cases are folded before the counter answers somebody else. */
const atOnce = 40;

export const tt01Routes = {
  /** The indices of the cases that ended in a period, for the leader alone; all of it as it stands at one moment. */
  report: query(['leader'], z.object({ from: daySchema, to: daySchema }), (scope, { from, to }) =>
    scope.context.register.snapshot((db) => reportOf({ ...scope, db }, from, to)),
  ),
};

async function reportOf(scope: QueryScope, from: string, to: string): Promise<Tt01Report> {
  const { db, now } = scope;
  const { feedback: answers, rating } = requireSettings(db, now);
  const { oneStop, publication } = answers;
  const complaints = complaintsOf(scope, from, to);
  const cases: Tt01Case[] = [];
  let sameDay = 0;
  let onlineCases = 0;
  let onlineLate = 0;
  for (const [place, id] of listEndedCases(db, from, to).entries()) {
    if (place % atOnce === atOnce - 1) await breathe();
    const state = getCase(db, id);
    cases.push(factsOf(state, complaints.byCase.get(id) ?? 'none'));
    if (state.endedAt?.slice(0, 10) === state.receivedAt.slice(0, 10)) sameDay += 1;
    if (state.channel !== 'online') continue;
    onlineCases += 1;
    if (state.timeliness === 'late') onlineLate += 1;
  }
  const feedback = feedbackOf(scope, from, to);
  const procedures = listProcedureVersions(db, to < now.today ? to : now.today);
  const online = {
    procedures: procedures.length,
    onlineProcedures: procedures.filter(
      ({ procedure }) => procedure.onlineLevel === 'full' || procedure.onlineLevel === 'partial',
    ).length,
    cases: cases.length,
    onlineCases,
    unresolvedOrLate: onlineLate + (await countOnlineLate(scope, to)),
  };
  const scores = [
    ...caseScores(cases),
    scoreOf(5, [oneStop && oneStopPoints(oneStop)]),
    scoreOf(6, [publication && publicationPoints(publication)]),
    scoreOf(8, [feedbackPoints(feedback)]),
    scoreOf(9, [onlinePoints(online)]),
  ].toSorted((a, b) => a.index - b.index);
  const total = totalOf(scores);
  return {
    cases: cases.length,
    withoutDate: cases.filter(({ timeliness }) => timeliness === 'noDeadline').length,
    scores,
    total,
    band: total.missing.length === 0 ? agencyBand(total.tenths) : null,
    sameDay,
    feedback,
    online,
    complaints: complaints.counts,
    officers: officersOf(cases, rating.leastToSplit),
    leastToSplit: rating.leastToSplit,
  };
}

/** Online cases that were open and over their date when the period ended, whatever became of them since. */
async function countOnlineLate({ db, now }: QueryScope, to: string): Promise<number> {
  // What was due on the last day is late once that day is over.
  const end = to < now.today ? `${dayAfter(to)}T00:00` : now.officeTime;
  let late = 0;
  for (const [place, id] of listOnlineOpenAt(db, end).entries()) {
    if (place % atOnce === atOnce - 1) await breathe();
    const events = eventsOf(db, id).flatMap(({ event }) => (event.at <= end ? [event] : []));
    const state = fold(events);
    const times = { ...state, limitKind: state.appointment.limit.kind };
    if (timelinessOfCase(times, end) === 'pendingLate') late += 1;
  }
  return late;
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/**
 * Assumed: everybody who did not file and get the result online or by post went to the one-stop unit, and to no other agency: what
 * goes on between agencies the counter carries itself.
 */
function factsOf(state: CaseState, complaint: Complaint): Tt01Case {
  const { timeliness, resolvedBy, supplements, visits } = state;
  return {
    officer: resolvedBy,
    timeliness: timeliness ?? 'noDeadline',
    ownTimeliness: ownTimelinessOf(state),
    supplements: supplements.length,
    agencies: visits === 0 ? 0 : 1,
    complaint,
  };
}

/** Our own part ends when the dossier first leaves for another agency. */
function ownTimelinessOf({
  timeliness,
  appointment,
  handovers,
  endedAt,
}: CaseState): Tt01Case['ownTimeliness'] {
  const leftAt = handovers.find(({ agency, isBack }) => agency !== null && !isBack)?.at ?? endedAt;
  if (appointment.ownDueAt === undefined || leftAt === null) return timeliness ?? 'noDeadline';
  return timelinessOfEnded(appointment.ownDueAt, leftAt, appointment.limit.kind);
}

/** Complaints about attitude by case; one that was not judged stands, one found false beside another does not wash it away. */
function complaintsOf({ db }: QueryScope, from: string, to: string) {
  const byCase = new Map<number, Complaint>();
  const counts = { standing: 0, unfounded: 0, withoutCase: 0 };
  for (const id of listFeedbackOnCases(db)) {
    const { topic, nature, about, isFounded, status } = getFeedback(db, id);
    if (topic !== 'attitude' || nature !== 'complaint' || about === null || status === 'withdrawn') continue;
    if (isFounded !== false) byCase.set(about.caseId, 'stands');
    else if (!byCase.has(about.caseId)) byCase.set(about.caseId, 'unfounded');
  }
  for (const id of listFeedbackOf(db, from, `${to}T99`)) {
    const { topic, nature, about, isFounded, status, receivedAt } = getFeedback(db, id);
    if (topic !== 'attitude' || nature !== 'complaint' || status === 'withdrawn' || receivedAt < from)
      continue;
    if (isFounded === false) counts.unfounded += 1;
    else counts.standing += 1;
    if (about === null) counts.withoutCase += 1;
  }
  return { byCase, counts };
}

/** Answered or refused in the period, and what is over its date at the end of it. Withdrawn feedback owed nothing. */
function feedbackOf({ db, now }: QueryScope, from: string, to: string): FeedbackCounts {
  const counts = { due: 0, inTime: 0, prolonged: 0 };
  const end = `${to}T23:59`;
  for (const id of listFeedbackOf(db, from, `${to}T99`)) {
    const state = getFeedback(db, id);
    if (state.status === 'withdrawn') continue;
    if (state.endedAt !== null && state.endedAt <= end) {
      counts.due += 1;
      if (feedbackTimes(state, state.endedAt).answer !== 'late') counts.inTime += 1;
    } else {
      const reference = end < now.officeTime ? end : now.officeTime;
      const open = {
        ...state,
        status: state.endedAt === null ? state.status : ('processing' as const),
        endedAt: null,
      };
      if (feedbackTimes(open, reference).answer !== 'pendingLate') continue;
      counts.due += 1;
      counts.prolonged += 1;
    }
  }
  return counts;
}

/** Whoever settled enough cases by name, most first; all others in one line at the end: a mark on few cases says nothing of anybody. */
function officersOf(cases: readonly Tt01Case[], least: number): Tt01Officer[] {
  const settled = cases.filter(({ officer }) => officer !== null);
  const byOfficer = [...Map.groupBy(settled, ({ officer }) => officer?.id).values()];
  const [enough, few] = [
    byOfficer.filter((own) => own.length >= least),
    byOfficer.filter((own) => own.length < least),
  ];
  const named = enough
    .map((own) => officerOf(own[0]?.officer?.name ?? null, own))
    .toSorted((a, b) => b.cases - a.cases);
  return few.length === 0 ? named : [...named, officerOf(null, few.flat())];
}

function officerOf(name: string | null, own: readonly Tt01Case[]): Tt01Officer {
  const scores = caseScores(own);
  const total = totalOf(scores);
  const band = name !== null && total.missing.length === 0 ? officerBand(total.tenths) : null;
  return { name, cases: own.length, scores, total, band };
}
