import {
  contactOf,
  officeAndSubmitter,
  personOf,
  requestOf,
  type Worded,
  type WordSource,
} from './source.ts';

export function rejectionSlipWords({ state, settings, now }: WordSource): Worded<'rejectionSlip'> {
  const rejection = state.ending?.kind === 'rejected' ? state.ending : null;
  const clerk = rejection?.by.name ?? state.receivedBy.name;
  return {
    issuedAt: rejection?.at ?? now,
    copyLabels: officeAndSubmitter,
    applicant: personOf(state.applicant),
    channel: state.channel,
    request: requestOf(state),
    submittedAt: state.registeredAt,
    reason: rejection?.reason ?? null,
    papersReturned: rejection?.papersReturned ?? false,
    contact: contactOf(clerk, settings),
    clerkName: clerk,
  };
}
