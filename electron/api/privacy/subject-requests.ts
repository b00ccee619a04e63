import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { daySchema, requiredText } from '../../../shared/domain/person.ts';
import { type SubjectRules, subjectDates } from '../../../shared/domain/subject-dates.ts';
import {
  foldRequest,
  type RequestEvent,
  type RequestEventOf,
  type RequestInput,
  type RequestState,
  requestActSchema,
  requestActsFor,
  requestDeciders,
  requestEventOf,
  requestSchema,
  requestTimes,
  restrictionBy,
} from '../../../shared/domain/subject-request.ts';
import type { SubjectRightSettings } from '../../../shared/domain/subject-right-settings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { PersonFile, RequestDetail, RequestRow } from '../../../shared/views-subject.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { type Citizen, getLiving, recordsOf, rowOf } from '../../register/citizens/citizens.ts';
import type { Reader } from '../../register/connection.ts';
import { nextValue } from '../../register/counters.ts';
import { beginRestriction, endRestriction, isRestricted } from '../../register/privacy/restrictions.ts';
import {
  correctionsSince,
  erasedFor,
  findRequestByForm,
  getRequest,
  insertRequest,
  listEndedRequests,
  listOpenRequests,
  listRequestsOf,
  requestEventsOf,
  updateRequest,
} from '../../register/privacy/subject-requests.ts';
import {
  type CommandScope,
  command,
  longCommand,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
} from '../door.ts';
import { exportPerson, personFileForms } from './person-file.ts';
import { requestSheet } from './request-sheet.ts';

const id = z.int().min(1);
const keepers = ['clerk', 'officer', 'leader', 'administrator'] as const;
const mostListed = 300;

/** What people ask of the data about themselves, and what the register answers. */
export const subjectRequestRoutes = {
  /** The days in force, for the settings. */
  settings: query(keepers, z.void(), ({ db, now }): SubjectRightSettings => {
    return requireSettings(db, now).subjectRights;
  }),

  /** Writes a request down, once for one form. Throws notFound, formAlreadyUsed, invalidInput for a day to come. */
  receive: command(
    keepers,
    ['rights'],
    requestSchema.extend({
      formKey: z.uuid(),
      citizenId: id,
      /** When a letter or call reached the office, if not today. */
      receivedOn: daySchema.optional(),
    }),
    (scope, { formKey, citizenId, receivedOn, ...input }): { id: number; code: string } => {
      const { tx, now } = scope;
      const known = findRequestByForm(tx, formKey);
      if (known) {
        if (isSameRequest(tx, known.id, { citizenId, receivedOn, ...input })) return known;
        throw new AppError('formAlreadyUsed', { requestCode: known.code });
      }
      const living = getLiving(tx, citizenId);
      if (receivedOn !== undefined && receivedOn > now.today)
        throw new AppError('invalidInput', { fields: { receivedOn: 'future' } });
      const rules = rulesOf(tx, scope);
      const isToday = receivedOn === undefined || receivedOn === now.today;
      const receivedAt = isToday ? now.officeTime : `${receivedOn}T${rules.hours.morning.opensAt}`;
      const year = now.today.slice(0, 4);
      const number = String(nextValue(tx, `subjectRequest:${year}`)).padStart(4, '0');
      const event: RequestEvent = {
        kind: 'received',
        at: now.officeTime,
        by: callerOf(scope),
        code: `DL-${year}-${number}`,
        citizenId: living.id,
        ...input,
        receivedAt,
        ...subjectDates(receivedAt, input.wish, rules),
      };
      const state = foldRequest([event]);
      const made = insertRequest(tx, formKey, state);
      scope.record('subjectRequest.received', `subjectRequest:${made}`, event);
      return { id: made, code: state.code };
    },
  ),

  /** One act. Throws notFound, stale, clockWrong and actNotAllowed. */
  act: command(
    keepers,
    ['rights', 'cases', 'digital'],
    z.object({ id, version: z.int().min(1), act: requestActSchema }),
    (scope, asked): RequestDetail => {
      const { tx, now } = scope;
      const events = requestEventsOf(tx, asked.id);
      const state = foldRequest(events);
      if (state.version !== asked.version)
        throw new AppError('stale', { what: 'subjectRequest', version: state.version });
      const rules = rulesOf(tx, scope);
      const acts = requestActsFor(state, requirePerson(scope), now.officeTime, rules.limits);
      if (!acts.includes(asked.act.kind)) throw new AppError('actNotAllowed');
      const lastAt = events.at(-1)?.at ?? '';
      if (now.officeTime < lastAt) throw new AppError('clockWrong', { now: now.officeTime, lastAt });
      const moment = { at: now.officeTime, by: callerOf(scope) };
      const corrections = correctionsOf(tx, state);
      const event = requestEventOf(state, asked.act, moment, rules, corrections);
      const after = foldRequest([...events, event]);
      updateRequest(tx, asked.id, after);
      scope.record(`subjectRequest.${event.kind}`, `subjectRequest:${asked.id}`, event);
      restrict(scope, asked.id, after);
      return detailOf({ ...scope, db: tx }, asked.id);
    },
  ),

  list: query(keepers, z.object({ view: z.enum(['open', 'ended']) }), (scope, { view }): RequestRow[] => {
    const { db } = scope;
    const ids = view === 'open' ? listOpenRequests(db, mostListed) : listEndedRequests(db, mostListed);
    scope.seen('seen.list', `subjects.${view}`, { found: ids.length });
    return ids.map((one) => rowOfRequest(scope, one, getRequest(db, one)));
  }),

  /** What one person asked, the latest first. Throws notFound. */
  ofPerson: query(keepers, z.object({ citizenId: id }), (scope, { citizenId }): RequestRow[] => {
    const living = getLiving(scope.db, citizenId).id;
    scope.seen('seen.citizen', `citizen:${living}`);
    return listRequestsOf(scope.db, living).map((one) => rowOfRequest(scope, one, getRequest(scope.db, one)));
  }),

  /** Throws notFound. */
  get: query(keepers, z.object({ id }), (scope, asked): RequestDetail => {
    const detail = detailOf(scope, asked.id);
    if (detail.person !== null) scope.seen('seen.citizen', `citizen:${detail.person.id}`);
    return detail;
  }),

  /** Path of the acknowledgement, of the answer once there is one, to be printed. Throws notFound. */
  sheet: longCommand(keepers, [], z.object({ id }), (scope, asked): Promise<{ path: string }> => {
    const state = getRequest(scope.db, asked.id);
    return requestSheet(scope, state, findPerson(scope.db, state)?.details ?? null);
  }),

  /** All that the register holds of a person, and of nobody else, for himself. Throws notFound. */
  exportPerson: longCommand(
    requestDeciders,
    [],
    z.object({
      citizenId: id,
      form: z.enum(personFileForms),
      purpose: requiredText(300),
      /** The request that asks for it. */
      requestId: id.nullable().default(null),
    }),
    (scope, asked): Promise<PersonFile> => exportPerson(scope, asked),
  ),
};

/** Whether a form that comes again says what it said. */
function isSameRequest(
  db: Reader,
  requestId: number,
  { citizenId, receivedOn, ...input }: RequestInput & { citizenId: number; receivedOn?: string | undefined },
): boolean {
  const { wish, asker, words, at, receivedAt, citizenId: firstId } = getReceived(db, requestId);
  return (
    isDeepStrictEqual(input, { wish, asker, words }) &&
    receivedAt.startsWith(receivedOn ?? at.slice(0, 10)) &&
    (firstId === citizenId || recordsOf(db, getLiving(db, citizenId).id).includes(firstId))
  );
}

function getReceived(db: Reader, requestId: number): RequestEventOf<'received'> {
  const [first] = requestEventsOf(db, requestId);
  if (first?.kind !== 'received') throw new Error('A request begins by being received');
  return first;
}

function callerOf(scope: CommandScope): { id: number; name: string } {
  const { id: personId, name } = requirePerson(scope);
  return { id: personId, name };
}

function rulesOf(db: Reader, { now }: Pick<CommandScope, 'now'>): SubjectRules {
  const { hours, policies, subjectRights } = requireSettings(db, now);
  return { calendar: loadCalendar(db), hours, outOfHours: policies.outOfHours, limits: subjectRights };
}

/** What an answer does to what may be used of its person, told in the journal beside the request. */
function restrict(scope: CommandScope, requestId: number, state: RequestState): void {
  const { tx, record, now } = scope;
  const effect = restrictionBy(state);
  const { citizenId } = state;
  const since = now.officeTime;
  if (effect === 'begins' && beginRestriction(tx, citizenId, requestId, since))
    record('citizen.restricted', `citizen:${citizenId}`, { requestId, since });
  if (effect === 'ends')
    for (const one of endRestriction(tx, citizenId))
      record('citizen.restrictionLifted', `citizen:${one}`, { requestId });
}

/** Undefined when his data were deleted. */
function findPerson(db: Reader, { citizenId }: RequestState): Citizen | undefined {
  try {
    return getLiving(db, citizenId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return undefined;
    throw error;
  }
}

function correctionsOf(db: Reader, state: RequestState): RequestState['corrections'] {
  if (state.endedAt !== null) return state.corrections;
  const person = state.wish === 'correct' ? findPerson(db, state) : undefined;
  return person ? correctionsSince(db, person.id, state.receivedAt) : [];
}

function rowOfRequest({ db, now }: QueryScope, requestId: number, state: RequestState): RequestRow {
  const { code, status, wish, receivedAt, acknowledgeDueAt, acknowledgedAt } = state;
  const { answerDueAt, handedOverAt, endedAt, result } = state;
  return {
    id: requestId,
    personName: findPerson(db, state)?.details.name ?? '',
    times: requestTimes(state, now.officeTime),
    ...{ code, status, wish, receivedAt, acknowledgeDueAt, acknowledgedAt },
    ...{ answerDueAt, handedOverAt, endedAt, result },
  };
}

function detailOf(scope: QueryScope, requestId: number): RequestDetail {
  const { db, now } = scope;
  const events = requestEventsOf(db, requestId);
  const state = foldRequest(events);
  const person = findPerson(db, state);
  const { roles } = requirePerson(scope);
  const { limits } = rulesOf(db, scope);
  const { asker, words, ground, answer, extension, version } = state;
  return {
    ...rowOfRequest(scope, requestId, state),
    ...{ asker, words, ground, answer, extension, version },
    person: person ? rowOf(db, person) : null,
    isRestricted: isRestricted(db, state.citizenId),
    receivedBy: state.receivedBy.name,
    corrections: correctionsOf(db, state),
    erased: erasedFor(db, requestId, state.code),
    extensionDays: limits[state.wish].extension,
    acts: requestActsFor(state, { roles }, now.officeTime, limits),
    mayExport: person !== undefined && requestDeciders.some((role) => roles.includes(role)),
    timeline: events.map((event) => ({
      kind: event.kind,
      at: event.at,
      by: event.by.name,
      words: wordsOf(event),
    })),
  };
}

/** What was written with an event. */
function wordsOf(event: RequestEvent): string {
  switch (event.kind) {
    case 'received':
      return event.words;
    case 'acknowledged':
    case 'handedOver':
      return event.note;
    case 'extended':
    case 'withdrawn':
      return event.reason;
    case 'answered':
      return event.answer;
    case 'refused':
      return `${event.ground}. ${event.reason}`;
  }
}
