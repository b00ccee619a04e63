import { z } from 'zod';
import { statuses } from '../../shared/domain/case-flow.ts';
import { textField } from '../../shared/domain/person.ts';
import { channels } from '../../shared/domain/procedure.ts';
import { endedTimelinesses } from '../../shared/domain/timeliness.ts';
import { AppError } from '../../shared/errors.ts';
import { type CaseDetail, type CasePage, caseSorts, caseViews } from '../../shared/views.ts';
import { countCases, listCases, type Place, type ViewDays } from '../register/case-list.ts';
import { searchCases } from '../register/search.ts';
import { detailOf } from './case-detail.ts';
import { rowViewer } from './case-views.ts';
import { type QueryScope, query, seated } from './door.ts';

const caseId = z.int().min(1);
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
};

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
