import type { Act, Status } from '../../../shared/domain/case-flow.ts';
import type { CaseAct, CaseDetail } from '../../../shared/views.ts';

/** The usual next step of each status (rules §7). */
const forward: Partial<Record<Status, Act>> = {
  registered: 'accept',
  received: 'handover',
  processing: 'resolve',
  awaitingSupplement: 'completeSupplement',
  awaitingPayment: 'confirmPayment',
  resolved: 'return',
};

/** Acts with a key of their own: always in sight, allowed or with their reason. */
const usual: readonly Act[] = ['handover', 'askSupplement', 'return'];

/** Steps that belong to one status alone: elsewhere nobody looks for them. */
const stepsOfOneStatus: readonly Act[] = ['accept', 'reject', 'completeSupplement', 'confirmPayment'];

export interface ActChoice {
  primary: Act | null;
  /** Allowed, beside the primary one. */
  beside: Act[];
  /** Under "Việc khác": what may be done, then what may not and why. */
  more: CaseAct[];
  /** In sight, with the reason against them. */
  refused: CaseAct[];
}

/** Where each act stands on the bar. */
export function chooseActs({ acts, state }: Pick<CaseDetail, 'acts' | 'state'>): ActChoice {
  const isAllowed = (act: Act) => acts.some((one) => one.act === act && one.refusal === null);
  // What is done while the citizen waits goes straight to its result.
  const step = state.appointment.limit.kind === 'onTheSpot' ? 'resolve' : forward[state.status];
  const next = isAllowed(step ?? 'undo') ? step : forward[state.status];
  const primary = next !== undefined && isAllowed(next) ? next : null;
  const inSight = (act: Act) => act === primary || usual.includes(act);
  const rest = acts.filter(({ act }) => !inSight(act));
  return {
    primary,
    beside: usual.filter((act) => act !== primary && isAllowed(act)),
    refused: acts.filter(
      ({ act, refusal }) => usual.includes(act) && refusal !== null && refusal.code !== 'finished',
    ),
    more: [
      ...rest.filter(({ refusal }) => refusal === null),
      ...rest.filter(({ act, refusal }) => refusal !== null && isLookedFor(act, refusal.code)),
    ],
  };
}

function isLookedFor(act: Act, code: string): boolean {
  return code !== 'finished' && !(stepsOfOneStatus.includes(act) && code === 'status');
}
