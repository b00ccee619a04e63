import { z } from 'zod';
import type { CaseEvent } from '../case-events.ts';
import type { CaseState } from '../case-state.ts';
import { finalStatuses } from '../case-status.ts';
import type { ActContext, ActHints, Refusal } from './act.ts';
import { accept, giveBack, handover, reject, resolve, takeBack } from './counter.ts';
import { giveBackOriginals, setAside, shelve, visit } from './custody.ts';
import { agreeExtra, extend, openVerification } from './dates.ts';
import { stop, withdraw } from './endings.ts';
import { undo } from './undo.ts';
import { askSupplement, completeSupplement, confirmPayment, requestPayment } from './waits.ts';

export type { ActContext, ActHints, Refusal, RefusalCode } from './act.ts';
export { isRefusal, refusalCodes } from './act.ts';

/** Every act on a case, the usual next one of each status first (rules §7). */
export const acts = {
  accept,
  completeSupplement,
  confirmPayment,
  handover,
  takeBack,
  resolve,
  return: giveBack,
  askSupplement,
  extend,
  openVerification,
  agreeExtra,
  requestPayment,
  setAside,
  reject,
  withdraw,
  stop,
  shelve,
  giveBackOriginals,
  visit,
  undo,
} as const;
export type Act = keyof typeof acts;
export const actNames = Object.keys(acts) as Act[];

/** What an act asks; one schema for the dialog and the door. */
export const actSchema = z.discriminatedUnion('kind', [
  accept.input,
  completeSupplement.input,
  confirmPayment.input,
  handover.input,
  takeBack.input,
  resolve.input,
  giveBack.input,
  askSupplement.input,
  extend.input,
  openVerification.input,
  agreeExtra.input,
  requestPayment.input,
  setAside.input,
  reject.input,
  withdraw.input,
  stop.input,
  shelve.input,
  giveBackOriginals.input,
  visit.input,
  undo.input,
]);
export type ActInput = z.output<typeof actSchema>;

/** The one decision, for the button and for the door: why an act is refused, null when it is allowed. */
export function refusalOf(name: Act, state: CaseState, context: ActContext): Refusal | null {
  const rule = acts[name];
  if (!(rule.from as readonly string[]).includes(state.status)) {
    return { code: finalStatuses.some((status) => status === state.status) ? 'finished' : 'status' };
  }
  if (!rule.roles.some((role) => context.roles.includes(role))) return { code: 'role' };
  return rule.refuses?.(state, context) ?? null;
}

/** What the screen may say of an act before it is done. */
export function hintsOf(name: Act, state: CaseState, context: ActContext): ActHints {
  return acts[name].hints?.(state, context) ?? {};
}

/** The event that an act becomes, or why it is refused. */
export function decide(input: ActInput, state: CaseState, context: ActContext): CaseEvent | Refusal {
  const refusal = refusalOf(input.kind, state, context);
  if (refusal !== null) return refusal;
  const rule = acts[input.kind] as {
    event: (state: CaseState, input: ActInput, context: ActContext) => CaseEvent | Refusal;
  };
  return rule.event(state, input, context);
}
