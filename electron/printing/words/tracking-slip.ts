import { dueOf, provisionalYearOf, requestName, type Worded, type WordSource } from './source.ts';
import { transferOf } from './transfer.ts';

/** It names the procedure, never what the citizen asks beyond it. */
export function trackingSlipWords(source: WordSource): Worded<'trackingSlip'> {
  const { state } = source;
  return {
    issuedAt: state.receivedAt,
    request: requestName(state.procedure.name),
    receivedAt: state.receivedAt,
    dueAt: dueOf(state).at,
    provisionalYear: provisionalYearOf(state.appointment),
    transfer: transferOf(source),
  };
}
