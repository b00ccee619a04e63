import { z } from 'zod';
import { requiredText } from './person.ts';

/** Where dossiers are taken in beside the counter itself: a second counter, a neighbourhood, a post office … */

export const pointKinds = ['counter', 'neighbourhood', 'agent', 'post'] as const;

export const pointsSchema = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/),
      name: requiredText(80),
      kind: z.enum(pointKinds),
    }),
  )
  .max(60)
  .refine((points) => new Set(points.map(({ id }) => id)).size === points.length, { error: 'duplicate' });
