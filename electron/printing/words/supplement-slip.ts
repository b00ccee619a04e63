import { unknownDay } from '../../../shared/domain/supplement.ts';
import {
  contactOf,
  officeAndSubmitter,
  personOf,
  requestOf,
  type Worded,
  type WordSource,
} from './source.ts';

/** The latest request; before there is one the list, the reason and the day are left for the pen. */
export function supplementSlipWords({ state, settings, text, now }: WordSource): Worded<'supplementSlip'> {
  const request = state.supplements.at(-1);
  return {
    issuedAt: request?.requestedAt ?? now,
    copyLabels: officeAndSubmitter,
    applicant: personOf(state.applicant),
    channel: state.channel,
    request: requestOf(state),
    numberMark: text.numberMark,
    rows: request?.items ?? [],
    reason: request?.reason ?? null,
    lastDayOn: request && request.lastDayOn !== unknownDay ? request.lastDayOn : null,
    contact: contactOf(request?.by.name ?? state.receivedBy.name, settings),
  };
}
