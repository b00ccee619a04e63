import { z } from 'zod';
import { requiredText } from './person.ts';

/** Where dossiers are taken in beside the counter itself: a second counter, a neighbourhood, a post office … */

export const pointKinds = ['counter', 'neighbourhood', 'agent', 'post'] as const;
export type PointKind = (typeof pointKinds)[number];

const pointSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: requiredText(80),
  kind: z.enum(pointKinds),
  /** Takes nothing in any more; what it took in keeps its name. */
  isEnded: z.boolean().default(false),
});
export type ReceptionPoint = z.output<typeof pointSchema>;

export const pointsSchema = z
  .array(pointSchema)
  .max(60)
  .refine((points) => new Set(points.map(({ id }) => id)).size === points.length, { error: 'duplicate' })
  .superRefine((points, { addIssue }) => {
    const names = points.map(({ name, isEnded }) => (isEnded ? null : name.toLowerCase()));
    for (const [index, name] of names.entries())
      if (name !== null && names.indexOf(name) < index)
        addIssue({ code: 'custom', message: 'twice', path: [index, 'name'] });
  });
