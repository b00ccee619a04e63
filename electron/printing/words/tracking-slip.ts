import { dueOf, provisionalYearOf, requestName, type Worded, type WordSource } from './source.ts';

/** It names the procedure, never what the citizen asks beyond it. */
export function trackingSlipWords({ state }: WordSource): Worded<'trackingSlip'> {
  return {
    issuedAt: state.receivedAt,
    request: requestName(state.procedure.name),
    receivedAt: state.receivedAt,
    dueAt: dueOf(state).at,
    provisionalYear: provisionalYearOf(state.appointment),
  };
}
