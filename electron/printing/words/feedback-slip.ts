import { requestOf, type Worded, type WordSource } from './source.ts';

export function feedbackSlipWords({ state, now }: WordSource): Worded<'feedbackSlip'> {
  return { issuedAt: now, clerkName: state.receivedBy.name, request: requestOf(state) };
}
