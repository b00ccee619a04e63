import { dueOf, requestName, returnPlaceOf, type Worded, type WordSource } from './source.ts';

export function largeTypeSlipWords({ state, settings }: WordSource): Worded<'largeTypeSlip'> {
  return {
    issuedAt: state.receivedAt,
    applicantName: state.applicant.name,
    request: requestName(state.procedure.name),
    due: dueOf(state),
    returnPlace: returnPlaceOf(state, settings),
  };
}
