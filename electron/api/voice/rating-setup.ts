import { z } from 'zod';
import { questionSetOf } from '../../../shared/domain/rating.ts';
import type { RatingSetup } from '../../../shared/views-rating.ts';
import { query, requireSettings, seated } from '../door.ts';

export const ratingSetupRoutes = {
  /** How satisfaction is asked here; no answer is in it. */
  rating: query(seated, z.void(), ({ db, now, context }): RatingSetup => {
    const { rating: settings } = requireSettings(db, now);
    const { questionSets: shipped } = context;
    return { settings, shipped, asked: questionSetOf(settings, shipped) };
  }),
};
