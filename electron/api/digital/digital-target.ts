import { z } from 'zod';
import { daySchema } from '../../../shared/domain/person.ts';
import { digitalIndicator, type Target } from '../../../shared/domain/target.ts';
import { query, requireSettings, seated } from '../door.ts';

export const digitalTargetRoutes = {
  /** What the office set out to reach of people, for the whole office, in the periods that run on a day; the newest last. */
  targets: query(seated, z.object({ on: daySchema }), ({ db, now }, { on }): Target[] =>
    requireSettings(db, now).targets.filter(
      ({ indicator, from, to, scope }) =>
        indicator.startsWith(digitalIndicator('')) &&
        Object.keys(scope).length === 0 &&
        from <= on &&
        to >= on,
    ),
  ),
};
