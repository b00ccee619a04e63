import { z } from 'zod';
import type { LeaderSettings } from '../../shared/views-leader.ts';
import { query, requireSettings } from './door.ts';

export const leaderRoutes = {
  /** What the page is judged and told by; changed as every setting is. */
  settings: query(['leader', 'administrator'], z.void(), ({ db, now }): LeaderSettings => {
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
