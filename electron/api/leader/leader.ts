import { z } from 'zod';
import { managers } from '../../../shared/domain/person.ts';
import type { Qd766Ratio } from '../../../shared/domain/qd766.ts';
import { caseSets, periodSchema, scopeSchema } from '../../../shared/domain/statistics.ts';
import type { LeaderSettings } from '../../../shared/views-leader.ts';
import { figuresOf } from '../../register/figures/figures.ts';
import { query, requireSettings } from '../door.ts';

export const leaderRoutes = {
  /** Ended in time and open in time, of all with a date: what QĐ 766 judges the progress by. */
  progress: query(
    managers,
    z.object({ period: periodSchema, scope: scopeSchema.default({}) }),
    ({ db, now }, { period, scope }): Qd766Ratio => {
      const figures = figuresOf(db, { scope, periods: [period], by: null, now: now.officeTime });
      const n = (set: keyof typeof caseSets) => figures.count(caseSets[set], period);
      return {
        count: n('settledInTime') + n('openInTime'),
        of: n('settledWithDeadline') + n('openWithDeadline'),
      };
    },
  ),

  /** What the page is judged and told by; changed as every setting is. */
  settings: query(managers, z.void(), ({ db, now }): LeaderSettings => {
    const { targets, paragraphs, qd766, rating, points, flow } = requireSettings(db, now);
    return {
      targets,
      paragraphs,
      qd766,
      leastAnswers: rating.leastToSplit,
      points,
      unclaimedAfterDays: flow.unclaimedAfterDays,
    };
  }),
};
