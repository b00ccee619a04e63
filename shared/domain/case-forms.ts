import type { CaseState } from './case-state.ts';
import { finalStatuses, type Status } from './case-status.ts';
import { type SlipForm, slipForms } from './forms.ts';
import { fold } from './text.ts';
import { timelinessOfCase } from './timeliness.ts';

/**
 * The forms that tell the truth about a case as it is at an office time, in the order of the circular: what never
 * happened in it has no paper. The screen offers them, the door prints no other.
 */
export function formsOf(state: CaseState, now: string): SlipForm[] {
  return slipForms.filter((form) => fits[form](state, now));
}

const isOneOf = (statuses: readonly Status[], { status }: CaseState) => statuses.includes(status);
const wasNotRejected = ({ status }: CaseState) => status !== 'rejected';
/** The citizen still waits for something, with a slip in hand. */
const isAwaited = (state: CaseState) => !isOneOf(finalStatuses, state);
const always = () => true;

const fits: Record<SlipForm, (state: CaseState, now: string) => boolean> = {
  acknowledgement: wasNotRejected,
  supplementSlip: ({ supplements }) => supplements.length > 0,
  rejectionSlip: ({ ending }) => ending?.kind === 'rejected',
  apologyLetter: ({ extension }) => extension !== null,
  stopNotice: ({ ending }) => ending !== null && ending.kind !== 'rejected',
  controlSlip: wasNotRejected,
  trackingSlip: isAwaited,
  refusalNotice: ({ outcome }) => outcome === 'refused',
  // It may go with the dossier, for the pen, before the hand-over is written down.
  handoverSlip: (state) => state.handovers.length > 0 || isOneOf(['received', 'processing'], state),
  returnReceipt: ({ returnedAt }) => returnedAt !== null,
  // The citizen signs it first; afterwards it is the ground of the ending.
  withdrawalRequest: (state) =>
    state.ending?.kind === 'withdrawn' ||
    isOneOf(['received', 'processing', 'awaitingSupplement', 'awaitingPayment'], state),
  guidanceSheet: always,
  caseHistory: always,
  largeTypeSlip: isAwaited,
  congratulationLetter: (state) => state.outcome === 'granted' && occasionOf(state) === 'joy',
  condolenceLetter: (state) => state.outcome === 'granted' && occasionOf(state) === 'grief',
  sorryLetter: (state, now) => state.extension !== null || isLate(state, now),
  feedbackSlip: always,
  ratingSlip: always,
};

function isLate(state: CaseState, now: string): boolean {
  const timeliness = timelinessOfCase({ ...state, limitKind: state.appointment.limit.kind }, now);
  return state.ending === null && (timeliness === 'late' || timeliness === 'pendingLate');
}

/**
 * What the result means to a family: a birth, a wedding, a new business, a death. Only when it is new: a paper issued
 * once more, or one about earlier things, is no occasion. Assumed: told by the procedure's name.
 */
function occasionOf({ procedure }: CaseState): 'joy' | 'grief' | null {
  const words = fold(`${procedure.shortName} ${procedure.name}`);
  if (/\b(dang ky lai|cap lai|trich luc|ban sao|da co ho so)\b/.test(words)) return null;
  if (/\b(khai tu|mai tang)\b/.test(words)) return 'grief';
  return /\b(khai sinh|dang ky ket hon|ket hon co yeu to|thanh lap ho kinh doanh)\b/.test(words)
    ? 'joy'
    : null;
}
