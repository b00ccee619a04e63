import type { CaseDetail } from '../../../shared/views.ts';
import { isAct } from './timeline-words.ts';
import type { Acting } from './use-act.ts';

/** The last act was done from this window a moment ago and can be taken back without a question. */
export function canUndoAtOnce({ state, acts, timeline }: CaseDetail, act: Acting): boolean {
  const last = timeline.filter(isAct).at(-1);
  const isAllowed = acts.some((one) => one.act === 'undo' && one.refusal === null);
  return isAllowed && act.madeVersion === state.version && last?.kind !== 'undone';
}
