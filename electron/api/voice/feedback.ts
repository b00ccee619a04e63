import { z } from 'zod';
import {
  type FeedbackEvent,
  type FeedbackState,
  feedbackActSchema,
  feedbackActsFor,
  feedbackEventOf,
  feedbackSchema,
  feedbackTimes,
  foldFeedback,
  mayReadFeedback,
} from '../../../shared/domain/feedback.ts';
import { type FeedbackRules, feedbackDates } from '../../../shared/domain/feedback-dates.ts';
import type { FeedbackSettings } from '../../../shared/domain/feedback-settings.ts';
import { daySchema, textField } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { FeedbackDetail, FeedbackFigures, FeedbackRow } from '../../../shared/views-feedback.ts';
import { loadCalendar } from '../../register/calendar.ts';
import type { Reader } from '../../register/connection.ts';
import { nextValue } from '../../register/counters.ts';
import {
  feedbackEventsOf,
  findCaseByCode,
  findFeedbackByForm,
  getFeedback,
  insertFeedback,
  listEndedFeedback,
  listFeedbackOf,
  listFeedbackOnCase,
  listOpenFeedback,
  updateFeedback,
} from '../../register/voice/feedback.ts';
import {
  type CommandScope,
  command,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
  seated,
} from '../door.ts';

const feedbackId = z.int().min(1);
const mostListed = 300;

export const feedbackRoutes = {
  /** The limits in force, for the settings. */
  settings: query(seated, z.void(), ({ db, now }): FeedbackSettings => requireSettings(db, now).feedback),

  /** Writes down what somebody said, once for one form. Throws invalidInput for a code that names no case. */
  receive: command(
    ['clerk', 'officer', 'leader'],
    ['feedback'],
    feedbackSchema.extend({ formKey: z.uuid(), caseCode: textField(60).default('') }),
    (scope, { formKey, caseCode, ...input }): { id: number; code: string } => {
      const { tx, now } = scope;
      const known = findFeedbackByForm(tx, formKey);
      if (known) return known;
      const about = caseCode === '' ? null : findCaseByCode(tx, caseCode.toUpperCase());
      if (about === undefined) throw new AppError('invalidInput', { fields: { caseCode: 'choice' } });
      const year = now.today.slice(0, 4);
      const code = `PA-${year}-${String(nextValue(tx, `feedback:${year}`)).padStart(4, '0')}`;
      const event: FeedbackEvent = {
        kind: 'received',
        at: now.officeTime,
        by: callerOf(scope),
        code,
        about,
        ...input,
        ...feedbackDates(now.officeTime, rulesOf(tx, scope)),
      };
      const id = insertFeedback(tx, formKey, foldFeedback([event]));
      scope.record('feedback.received', `feedback:${id}`, event);
      return { id, code };
    },
  ),

  /** One act. Throws notFound, stale, clockWrong, notAllowed and actNotAllowed. */
  act: command(
    ['clerk', 'officer', 'leader'],
    ['feedback'],
    z.object({ id: feedbackId, version: z.int().min(1), act: feedbackActSchema }),
    (scope, { id, version, act }): FeedbackDetail => {
      const { tx, now } = scope;
      const events = feedbackEventsOf(tx, id);
      const state = foldFeedback(events);
      if (state.version !== version)
        throw new AppError('stale', { what: 'feedback', version: state.version });
      const person = requirePerson(scope);
      if (!mayReadFeedback(state, person)) throw new AppError('notAllowed');
      if (!feedbackActsFor(state, person).includes(act.kind))
        throw new AppError('actNotAllowed', { status: state.status });
      const lastAt = events.at(-1)?.at ?? '';
      if (now.officeTime < lastAt) throw new AppError('clockWrong', { now: now.officeTime, lastAt });
      const moment = { at: now.officeTime, by: callerOf(scope) };
      const event = feedbackEventOf(state, act, moment, rulesOf(tx, scope));
      updateFeedback(tx, id, foldFeedback([...events, event]));
      scope.record(`feedback.${event.kind}`, `feedback:${id}`, event);
      return detailOf({ ...scope, db: tx }, id);
    },
  ),

  list: query(seated, z.object({ view: z.enum(['open', 'ended']) }), (scope, { view }): FeedbackRow[] => {
    const { db } = scope;
    const ids = view === 'open' ? listOpenFeedback(db, mostListed) : listEndedFeedback(db, mostListed);
    scope.seen('seen.list', `feedback.${view}`, { found: ids.length });
    return ids.map((id) => rowOf(scope, id, getFeedback(db, id)));
  }),

  /** What was said about one case, the latest first. */
  ofCase: query(seated, z.object({ caseId: z.int().min(1) }), (scope, { caseId }): FeedbackRow[] =>
    listFeedbackOnCase(scope.db, caseId).map((id) => rowOf(scope, id, getFeedback(scope.db, id))),
  ),

  get: query(seated, z.object({ id: feedbackId }), (scope, { id }): FeedbackDetail => {
    const detail = detailOf(scope, id);
    scope.seen('seen.feedback', `feedback:${id}`);
    return detail;
  }),

  /** Of what was received from one day to another, both included. */
  figures: query(
    seated,
    z.object({ from: daySchema, to: daySchema }),
    ({ db, now }, { from, to }): FeedbackFigures => {
      const states = listFeedbackOf(db, from, `${to}T99`)
        .map((id) => getFeedback(db, id))
        .filter(({ receivedAt }) => receivedAt >= from);
      const timed = states.map((state) => ({ ...state, times: feedbackTimes(state, now.officeTime) }));
      const count = (wanted: (one: (typeof timed)[number]) => boolean) => timed.filter(wanted).length;
      const isAnswered = ({ status }: FeedbackState) => status === 'answered' || status === 'refused';
      return {
        received: timed.length,
        open: count(({ endedAt }) => endedAt === null),
        openLate: count(({ times }) => times.answer === 'pendingLate'),
        answered: count(isAnswered),
        answeredInTime: count((one) => isAnswered(one) && one.times.answer !== 'late'),
        acknowledgedLate: count(({ times }) => /late/i.test(times.acknowledge)),
        founded: count(({ isFounded }) => isFounded === true),
        unfounded: count(({ isFounded }) => isFounded === false),
      };
    },
  ),
};

function callerOf(scope: CommandScope): { id: number; name: string } {
  const { id, name } = requirePerson(scope);
  return { id, name };
}

function rulesOf(db: Reader, { now }: Pick<CommandScope, 'now'>): FeedbackRules {
  const { hours, policies, feedback } = requireSettings(db, now);
  return { calendar: loadCalendar(db), hours, outOfHours: policies.outOfHours, limits: feedback };
}

function rowOf(scope: QueryScope, id: number, state: FeedbackState): FeedbackRow {
  const mayRead = mayReadFeedback(state, requirePerson(scope));
  return {
    id,
    code: state.code,
    status: state.status,
    nature: state.nature,
    channel: state.channel,
    topic: state.topic,
    content: mayRead ? state.content : null,
    about: state.about,
    receivedAt: state.receivedAt,
    receivedBy: state.receivedBy.name,
    acknowledgeDueAt: state.acknowledgeDueAt,
    acknowledgedAt: state.acknowledgedAt,
    answerDueAt: state.answerDueAt,
    endedAt: state.endedAt,
    isFounded: mayRead ? state.isFounded : null,
    times: feedbackTimes(state, scope.now.officeTime),
  };
}

function detailOf(scope: QueryScope, id: number): FeedbackDetail {
  const events = feedbackEventsOf(scope.db, id);
  const state = foldFeedback(events);
  const person = requirePerson(scope);
  const mayRead = mayReadFeedback(state, person);
  return {
    ...rowOf(scope, id, state),
    version: state.version,
    sender: mayRead ? state.sender : null,
    refuseDueAt: state.refuseDueAt,
    askDetailDueAt: state.askDetailDueAt,
    acts: feedbackActsFor(state, person),
    timeline: events.map((event) => ({
      kind: event.kind,
      at: event.at,
      by: event.by.name,
      words: mayRead ? wordsOf(event) : null,
      ...(event.kind === 'judged' && mayRead && { isFounded: event.isFounded }),
    })),
  };
}

/** What was written with an event. */
function wordsOf(event: FeedbackEvent): string {
  switch (event.kind) {
    case 'received':
      return event.content;
    case 'detailAsked':
      return event.question;
    case 'detailGiven':
      return event.detail;
    case 'answered':
      return event.answer;
    case 'refused':
    case 'withdrawn':
      return event.reason;
    case 'acknowledged':
    case 'judged':
      return event.note;
  }
}
