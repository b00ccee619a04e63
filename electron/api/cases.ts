import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  allowedActs,
  apply,
  type CaseEvent,
  type PersonRef,
  refusalOf,
  statuses,
} from '../../shared/domain/case-flow.ts';
import { returnChannels } from '../../shared/domain/intake.ts';
import { workingMinutesBetween } from '../../shared/domain/opening-hours.ts';
import { idNumberSchema, personNameSchema, textField } from '../../shared/domain/person.ts';
import { channels } from '../../shared/domain/procedure.ts';
import { endedTimelinesses, timelinessOf } from '../../shared/domain/timeliness.ts';
import { AppError } from '../../shared/errors.ts';
import {
  type CaseDetail,
  type CasePage,
  caseSorts,
  caseViews,
  type TimelineEntry,
} from '../../shared/views.ts';
import { loadCalendar } from '../register/calendar.ts';
import { countCases, listCases, type Place, type ViewDays } from '../register/case-list.ts';
import { eventsOf, getCase, updateCase } from '../register/cases.ts';
import type { Reader } from '../register/connection.ts';
import { getPerson } from '../register/people.ts';
import { listPrintJobsOfCase } from '../register/print-jobs.ts';
import { searchCases } from '../register/search.ts';
import { rowViewer } from './case-views.ts';
import { command, type QueryScope, query, requirePerson, requireSettings, seated } from './door.ts';

const caseId = z.int().min(1);
const note = textField(500).default('');

const actSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('handover'), toPersonId: z.int().min(1), note }),
  z.object({ kind: z.literal('resolve'), outcome: z.enum(['granted', 'refused']), note }),
  z.object({
    kind: z.literal('return'),
    recipient: z.object({ name: personNameSchema, idNumber: idNumberSchema.nullable().default(null) }),
    via: z.enum(returnChannels),
    note,
  }),
]);

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const filterSchema = z.object({
  receivedFrom: day.optional(),
  receivedTo: day.optional(),
  fields: z.array(z.string().max(120)).max(60).optional(),
  procedureCode: z.string().max(40).optional(),
  channel: z.enum(channels).optional(),
  status: z.enum(statuses).optional(),
  year: z.int().min(2000).max(2200).optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  timeliness: z.array(z.enum(endedTimelinesses)).max(4).optional(),
  settled: z.boolean().optional(),
  holderId: z.int().optional(),
  unprinted: z.boolean().optional(),
  endedBefore: day.optional(),
});

export const caseRoutes = {
  get: query(seated, z.object({ id: caseId }), (scope, { id }): CaseDetail => detailOf(scope, id)),

  list: query(
    seated,
    z.object({
      view: z.enum(caseViews).default('all'),
      filter: filterSchema.default({}),
      sort: z.enum(caseSorts).default('receivedAt'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      cursor: z.string().max(400).nullable().default(null),
      limit: z.int().min(1).max(100).default(100),
    }),
    (scope, { cursor, ...question }): CasePage => {
      const days = viewDays(scope);
      const { rows, next } = listCases(
        scope.db,
        { ...question, after: cursor ? readCursor(cursor) : null },
        days,
      );
      return {
        rows: rows.map(rowViewer(scope)),
        nextCursor: next && JSON.stringify(next),
        total: countCases(scope.db, question.view, question.filter, days),
      };
    },
  ),

  viewCounts: query(seated, z.void(), (scope) => {
    const days = viewDays(scope);
    return Object.fromEntries(
      caseViews.map((view) => [view, countCases(scope.db, view, {}, days)]),
    ) as Record<(typeof caseViews)[number], number>;
  }),

  search: query(
    seated,
    z.object({ text: textField(120), limit: z.int().min(1).max(50).default(20) }),
    (scope, { text, limit }) => {
      const view = rowViewer(scope);
      return searchCases(scope.db, text, limit).map(({ phone, matched, ...row }) => ({
        ...view(row),
        phone,
        matched,
      }));
    },
  ),

  /**
   * One act on one case. Refuses with the reason: actNotAllowed (status), notAllowed (role), stale (somebody
   * acted since `version` was read; the newer version travels in the error).
   */
  act: command(
    seated,
    ['cases'],
    z.object({ id: caseId, version: z.int().min(1), act: actSchema }),
    (scope, { id, version, act }): CaseDetail => {
      const { tx, now } = scope;
      const person = requirePerson(scope);
      const state = getCase(tx, id);
      if (state.version !== version)
        throw new AppError('stale', { version: state.version, status: state.status });
      const refusal = refusalOf(act.kind, state, person.roles);
      if (refusal === 'role') throw new AppError('notAllowed', { act: act.kind });
      if (refusal !== null) {
        throw new AppError('actNotAllowed', { act: act.kind, status: state.status, refusal });
      }
      // Nothing happens before what already happened: the computer's clock went back.
      const lastAt = eventsOf(tx, id).at(-1)?.event.at ?? now.officeTime;
      if (now.officeTime < lastAt) throw new AppError('clockWrong', { now: now.officeTime, lastAt });
      const event = eventOf(tx, act, { at: now.officeTime, by: { id: person.id, name: person.name } });
      updateCase(tx, id, apply(state, event));
      scope.record(`case.${event.kind}`, `case:${id}`, event);
      return detailOf({ ...scope, db: tx }, id);
    },
  ),
};

function eventOf(db: Reader, act: z.infer<typeof actSchema>, when: { at: string; by: PersonRef }): CaseEvent {
  switch (act.kind) {
    case 'handover': {
      const { id, name, roles } = getPerson(db, act.toPersonId);
      // Who takes a dossier must be able to do something with it.
      if (!roles.some((role) => role === 'officer' || role === 'clerk')) {
        throw new AppError('invalidInput', { fields: { 'act.toPersonId': 'choice' } });
      }
      return { kind: 'handedOver', ...when, to: { id, name }, note: act.note };
    }
    case 'resolve':
      return { kind: 'resolved', ...when, outcome: act.outcome, note: act.note };
    case 'return':
      return { kind: 'returned', ...when, recipient: act.recipient, via: act.via, note: act.note };
  }
}

function detailOf(scope: QueryScope, id: number): CaseDetail {
  const { db, now } = scope;
  const state = getCase(db, id);
  const prints = listPrintJobsOfCase(db, id);
  const calendar = loadCalendar(db);
  const { hours } = requireSettings(db, now);
  const { dueAt, endedAt, appointment } = state;
  const due = dueAt === null ? null : Temporal.PlainDateTime.from(dueAt);
  return {
    id,
    state,
    timeline: eventsOf(db, id).map(({ seq, event }): TimelineEntry => {
      const { kind, at, by, ...facts } = event;
      return { seq, kind, at, by, detail: kind === 'received' ? {} : facts };
    }),
    prints,
    timeliness: timelinessOf({ dueAt, endedAt, referenceAt: now.officeTime, kind: appointment.limit.kind }),
    minutesLeft: due && endedAt === null ? workingMinutesBetween(now.office, due, calendar, hours) : null,
    allowed: allowedActs(state, scope.person?.roles ?? []),
    dueIsProvisional: due !== null && endedAt === null && calendar.isProvisional(due.year),
  };
}

function viewDays(scope: QueryScope): ViewDays {
  const today = scope.now.office.toPlainDate();
  return {
    now: scope.now.officeTime,
    today: today.toString(),
    tomorrow: today.add({ days: 1 }).toString(),
    weekEnd: today.add({ days: 8 - today.dayOfWeek }).toString(),
    personId: scope.person?.id ?? 0,
  };
}

const placeSchema = z.object({ key: z.union([z.string().max(300), z.number()]), id: z.int() });

function readCursor(cursor: string): Place {
  try {
    return placeSchema.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalidInput', { fields: { cursor: 'format' } });
  }
}
