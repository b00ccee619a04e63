import { z } from 'zod';
import { managers } from '../../../shared/domain/person.ts';
import { periodSchema, scopeSchema } from '../../../shared/domain/statistics.ts';
import type { OpenCases } from '../../../shared/views-leader.ts';
import { query } from '../door.ts';

export const openCaseRoutes = {
  /** What is open at the end of a period, or now while it runs, by how long ago it came. The classes add up to `open`. */
  open: query(
    managers,
    z.object({ period: periodSchema, scope: scopeSchema.default({}) }),
    ({ context, now }, question): Promise<OpenCases> =>
      context.reading.ask('openCases', { ...question, now: now.officeTime }),
  ),
};
