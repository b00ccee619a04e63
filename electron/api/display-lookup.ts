import { z } from 'zod';
import { type GuessLimit, openGuessLimit } from '../../shared/domain/guess-limit.ts';
import { lookupFactsOf, typedSlipCode } from '../../shared/domain/lookup.ts';
import type { LookupAnswer } from '../../shared/views-queue.ts';
import type { Register } from '../register/register.ts';
import { findCaseBySlip } from '../register/slip-lookup.ts';
import { type QueryScope, signal } from './door.ts';

/** One limit a register: held in memory, so that a guess leaves no trace of who looked for what. */
const limits = new WeakMap<Register, GuessLimit>();

export const displayLookupRoutes = {
  /** How far the case of a slip has come. A mutation though nothing is written: it counts guesses, and no code stands in an address. */
  find: signal('display', z.object({ code: z.string().max(60) }), (scope, { code }): LookupAnswer => {
    const { context, now, db } = scope;
    const slipCode = typedSlipCode(code);
    if (slipCode === null) return { kind: 'mistyped' };
    const limit = limitOf(context.register);
    const who = askerOf(scope);
    const waitSeconds = limit.waitOf(who, context.clock());
    if (waitSeconds > 0) return { kind: 'wait', waitSeconds };
    const state = findCaseBySlip(db, slipCode);
    const next = limit.note(who, context.clock(), state !== undefined);
    return state === undefined
      ? { kind: 'unknown', waitSeconds: next }
      : { kind: 'found', ...lookupFactsOf(state, now.officeTime) };
  }),
};

function limitOf(register: Register): GuessLimit {
  const known = limits.get(register) ?? openGuessLimit();
  limits.set(register, known);
  return known;
}

function askerOf({ door }: QueryScope): string {
  return door.kind === 'display' ? `${door.desk} ${door.device}` : door.device;
}
