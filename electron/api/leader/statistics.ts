import { z } from 'zod';
import { managers } from '../../../shared/domain/person.ts';
import { periodSchema, scopeSchema } from '../../../shared/domain/statistics.ts';
import {
  type CatalogueFigures,
  type LeaderPage,
  type StatisticsSpan,
  type StatisticsTable,
  tableSplits,
} from '../../../shared/views-leader.ts';
import { countInForce } from '../../register/catalogue.ts';
import { findSpan } from '../../register/figures/statistics.ts';
import { longCommand, query, seated } from '../door.ts';
import type { ListFile } from '../lists/list-file.ts';
import { exportLeader } from './leader-file.ts';

const asked = z.object({ period: periodSchema, scope: scopeSchema.default({}) });

export const statisticsRoutes = {
  page: query(
    managers,
    asked,
    ({ context, now }, question): Promise<LeaderPage> =>
      context.reading.ask('leaderPage', { ...question, now: now.officeTime }),
  ),

  /** Where the cases are, for whoever looks at an empty period. */
  span: query(seated, z.void(), ({ db }): StatisticsSpan => ({ span: findSpan(db) })),

  /** Procedures in force on the last day of a period, or today. */
  catalogue: query(
    managers,
    z.object({ period: periodSchema }),
    ({ db, now }, { period }): CatalogueFigures =>
      countInForce(db, period.to < now.today ? period.to : now.today),
  ),

  table: query(
    managers,
    asked.extend({ by: z.enum(tableSplits) }),
    ({ context, now }, question): Promise<StatisticsTable> =>
      context.reading.ask('leaderTable', { ...question, now: now.officeTime }),
  ),

  /** All of the page as a workbook: its figures, its months, every table and the help of each team. */
  export: longCommand(
    managers,
    [],
    asked,
    (scope, question): Promise<ListFile> => exportLeader(scope, question),
  ),
};
