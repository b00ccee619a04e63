import { z } from 'zod';
import { statuses } from '../../../shared/domain/case-flow.ts';
import { daySchema } from '../../../shared/domain/person.ts';
import { channels } from '../../../shared/domain/procedure.ts';
import { caseSetNames, periodSchema } from '../../../shared/domain/statistics.ts';
import { endedTimelinesses } from '../../../shared/domain/timeliness.ts';
import { caseSorts, caseViews, promiseFilters } from '../../../shared/views.ts';
import type { ViewDays } from '../../register/cases/case-list.ts';
import type { QueryScope } from '../door.ts';

/** Which cases a list shows and in which order: what the screen asks, and what it exports. */

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
  received: z.boolean().optional(),
  holderId: z.int().optional(),
  unprinted: z.boolean().optional(),
  endedBefore: day.optional(),
  promise: z.enum(promiseFilters).optional(),
  saved: z.boolean().optional(),
  point: z.string().max(40).optional(),
  area: z.string().max(200).optional(),
  /** These cases and no others. */
  ids: z.array(z.int().min(1)).max(100).optional(),
  /** The cases that a figure counts. */
  figure: z
    .intersection(z.object({ set: z.enum(caseSetNames), until: daySchema.optional() }), periodSchema)
    .optional(),
});

export const caseQuestionSchema = z.object({
  view: z.enum(caseViews).default('all'),
  filter: filterSchema.default({}),
  sort: z.enum(caseSorts).default('receivedAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
});

export function viewDays(scope: Pick<QueryScope, 'now' | 'person'>): ViewDays {
  const today = scope.now.office.toPlainDate();
  return {
    now: scope.now.officeTime,
    today: today.toString(),
    tomorrow: today.add({ days: 1 }).toString(),
    weekEnd: today.add({ days: 8 - today.dayOfWeek }).toString(),
    personId: scope.person?.id ?? 0,
  };
}
