import { z } from 'zod';
import { daySchema } from '../../../shared/domain/person.ts';
import type { PromiseFigures } from '../../../shared/views-calendar.ts';
import { query, seated } from '../door.ts';

export const promiseRoutes = {
  /**
   * "Hẹn và đi lại" of the cases received in a period: promises of no-appointment days and how many were kept, days saved by
   * shorter limits, visits.
   */
  figures: query(
    seated,
    z.object({ from: daySchema, to: daySchema }),
    ({ context, now }, period): Promise<PromiseFigures> =>
      context.reading.ask('promises', { period, today: now.today }),
  ),
};
