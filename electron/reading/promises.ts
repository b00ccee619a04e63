import type { Period } from '../../shared/domain/statistics.ts';
import { isPromiseKept } from '../../shared/domain/timeliness.ts';
import type { PromiseFigures } from '../../shared/views-calendar.ts';
import type { Reader } from '../register/connection.ts';
import { countSavedDays, countVisits, listPromises } from '../register/figures/promises.ts';

/** A promise is judged once the result is ready or its day is over. */
export function promiseFigures(
  db: Reader,
  { period, today }: { period: Period; today: string },
): PromiseFigures {
  const promises = listPromises(db, period);
  const judged = promises.filter(
    ({ promisedAt, endedAt }) => endedAt !== null || promisedAt.slice(0, 10) < today,
  );
  const kept = judged.filter(
    ({ promisedAt, endedAt }) => endedAt !== null && isPromiseKept(promisedAt, endedAt),
  );
  return {
    promises: { judged: judged.length, kept: kept.length, open: promises.length - judged.length },
    saved: countSavedDays(db, period),
    visits: countVisits(db, period),
  };
}
