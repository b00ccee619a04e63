import { feeTextOf, paperRowsOf, personOf, requestOf, type Worded, type WordSource } from './source.ts';

export function withdrawalRequestWords({ state, now }: WordSource): Worded<'withdrawalRequest'> {
  const withdrawal = state.ending?.kind === 'withdrawn' ? state.ending : null;
  return {
    issuedAt: withdrawal?.at ?? now,
    applicant: personOf(state.applicant),
    request: requestOf(state),
    receivedAt: state.receivedAt,
    reason: withdrawal === null || withdrawal.reason === '' ? null : withdrawal.reason,
    // What was only shown was never kept.
    rows: paperRowsOf(state).filter(({ note }) => note === undefined),
    feeText: feeTextOf(state),
  };
}
