import { z } from 'zod';
import { daySchema } from '../../shared/domain/person.ts';
import { isPromiseKept } from '../../shared/domain/timeliness.ts';
import type { PromiseFigures } from '../../shared/views-calendar.ts';
import { countSavedDays, countVisits, listPromises } from '../register/promises.ts';
import { query, seated } from './door.ts';

export const promiseRoutes = {
  /**
   * "Hẹn và đi lại" of the cases received in a period: promises of no-appointment days and how many were kept, days saved by
   * shorter limits, visits. A promise is judged once the result is ready or its day is over.
   */
  figures: query(
    seated,
    z.object({ from: daySchema, to: daySchema }),
    ({ db, now }, period): PromiseFigures => {
      const promises = listPromises(db, period);
      const judged = promises.filter(
        ({ promisedAt, endedAt }) => endedAt !== null || promisedAt.slice(0, 10) < now.today,
      );
      const kept = judged.filter(
        ({ promisedAt, endedAt }) => endedAt !== null && isPromiseKept(promisedAt, endedAt),
      );
      return {
        promises: { judged: judged.length, kept: kept.length, open: promises.length - judged.length },
        saved: countSavedDays(db, period),
        visits: countVisits(db, period),
      };
    },
  ),
};
