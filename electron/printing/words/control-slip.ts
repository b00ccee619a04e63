import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { timelinessLabels } from '../../../shared/labels.ts';
import type { SlipHandover } from '../slip-parts.ts';
import { dueOf, provisionalYearOf, requestOf, type Worded, type WordSource } from './source.ts';

/** The blocks are filled from what happened; those to come stay for the pen. */
export function controlSlipWords({ state, procedure, settings }: WordSource): Worded<'controlSlip'> {
  const agencies = agenciesOf(state);
  return {
    issuedAt: state.receivedAt,
    applicantName: state.applicant.name,
    request: requestOf(state),
    receivedAt: state.receivedAt,
    dueAt: dueOf(state).at,
    provisionalYear: provisionalYearOf(state.appointment),
    resolvingUnit: procedure?.level.includes('xã') ? settings.office.parentAgency : null,
    cooperatingUnit: agencies.length > 0 ? agencies.join('; ') : null,
    handovers: handoversOf(state),
  };
}

/** Agencies outside that have a part in the case, by its rule or by what happened. */
function agenciesOf({ appointment, handovers }: CaseState): string[] {
  const planned = appointment.reasons.flatMap((reason) => (reason.code === 'phases' ? reason.agencies : []));
  const been = handovers.flatMap(({ agency }) => (agency === null ? [] : [agency]));
  return [...new Set([...planned, ...been])];
}

function handoversOf({ handovers, timeliness }: CaseState): SlipHandover[] {
  return handovers.map(({ at, from, to, agency, note }, index) => ({
    giver: from,
    taker: partyOf(to, agency),
    at,
    // Only the whole case has a result against its date; it stands with the last hand-over.
    result: index === handovers.length - 1 && timeliness !== null ? timelinessLabels[timeliness] : null,
    note: note === '' ? null : note,
  }));
}

/** 'Nguyễn Văn An, Công an tỉnh Sơn La': the person and, outside, the agency. */
export function partyOf(name: string, agency: string | null): string {
  if (agency === null || agency === name) return name;
  return name === '' ? agency : `${name}, ${agency}`;
}
