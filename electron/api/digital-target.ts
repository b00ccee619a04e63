import { z } from 'zod';
import { completeMeasure } from '../../shared/domain/digital-settings.ts';
import { digitalIndicator, type Target } from '../../shared/domain/target.ts';
import { query, requireSettings, seated } from './door.ts';

export const digitalTargetRoutes = {
  /** How many complete people the office set out to reach, in the period that runs today; null where none was set. */
  target: query(seated, z.void(), ({ db, now }): Target | null => {
    const { targets } = requireSettings(db, now);
    const running = targets.filter(
      ({ indicator, unit, from, to, scope }) =>
        indicator === digitalIndicator(completeMeasure) &&
        unit === 'count' &&
        Object.keys(scope).length === 0 &&
        from <= now.today &&
        to >= now.today,
    );
    return running.at(-1) ?? null;
  }),
};
