import { z } from 'zod';
import { lookupFactsOf, typedSlipCode } from '../../../shared/domain/lookup.ts';
import type { LookupAnswer } from '../../../shared/views-queue.ts';
import { askerOf } from '../../door.ts';
import { findCaseBySlip } from '../../register/cases/slip-lookup.ts';
import { signal } from '../door.ts';

export const displayLookupRoutes = {
  /** How far the case of a slip has come. A mutation though nothing is written: it counts guesses, and no code stands in an address. */
  find: signal('display', z.object({ code: z.string().max(240) }), (scope, { code }): LookupAnswer => {
    const { context, now, db } = scope;
    const slipCode = typedSlipCode(code);
    if (slipCode === null) return { kind: 'mistyped' };
    const { guesses, clock, door } = context;
    const who = askerOf(door);
    const waitSeconds = guesses.waitOf(who, clock());
    if (waitSeconds > 0) return { kind: 'wait', waitSeconds };
    const state = findCaseBySlip(db, slipCode);
    if (state === undefined) return { kind: 'unknown', waitSeconds: guesses.missed(who, clock()) };
    guesses.found(who, clock());
    return { kind: 'found', ...lookupFactsOf(state, now.officeTime) };
  }),
};
