import type { Handover } from '../../../shared/domain/case-flow.ts';
import type { HandoverSide } from '../slip-parts.ts';
import { partyOf } from './control-slip.ts';
import { dueOf, paperRowsOf, requestOf, type Worded, type WordSource } from './source.ts';

/** The latest way out, and the way back if it was after it. */
export function handoverSlipWords({ state, now }: WordSource): Worded<'handoverSlip'> {
  const out = state.handovers.findLast(({ isBack }) => !isBack);
  const back = state.handovers.findLast(({ isBack }) => isBack);
  return {
    issuedAt: out?.at ?? now,
    copyLabels: ['Bản 1: Bên giao giữ', 'Bản 2: Bên nhận giữ'],
    applicantName: state.applicant.name,
    submitterName: (state.submitter ?? state.applicant).name,
    request: requestOf(state),
    dueAt: dueOf(state).at,
    rows: paperRowsOf(state),
    sets: state.sets,
    out: sideOf(out),
    back: sideOf(out !== undefined && back !== undefined && back.at >= out.at ? back : undefined),
  };
}

function sideOf(handover: Handover | undefined): HandoverSide {
  if (handover === undefined) return { giver: null, taker: null, at: null };
  const { from, to, agency, isBack, at } = handover;
  return isBack
    ? { giver: partyOf(from, agency), taker: to, at }
    : { giver: from, taker: partyOf(to, agency), at };
}
