import type { CaseState } from '../../../shared/domain/case-flow.ts';
import type { SlipPapers } from '../slip-parts.ts';
import {
  dueOf,
  feeTextOf,
  isNoAppointmentDay,
  limitTextOf,
  officeAndSubmitter,
  paperRowsOf,
  personOf,
  requestOf,
  returnPlaceOf,
  type Worded,
  type WordSource,
} from './source.ts';
import { transferOf } from './transfer.ts';

export function acknowledgementWords(source: WordSource): Worded<'acknowledgement'> {
  const { state, events, settings, text } = source;
  return {
    issuedAt: state.receivedAt,
    copyLabels: officeAndSubmitter,
    applicant: personOf(state.applicant),
    submitter: state.submitter && personOf(state.submitter),
    channel: state.channel,
    request: requestOf(state),
    papers: papersOf(state),
    sets: state.sets,
    bulk: null,
    receivedAt: state.receivedAt,
    limitText: limitTextOf(state),
    due: dueOf(state),
    stamp: stampOf(state, events),
    hasStageLines: text.hasStageLines,
    returnPlace: returnPlaceOf(state, settings),
    feeText: feeTextOf(state),
    transfer: transferOf(source),
    clerkName: state.receivedBy.name,
  };
}

/** A date that the calendar moved says so, or two slips with two dates would be abroad; then a no-appointment day. */
function stampOf(state: CaseState, events: WordSource['events']): readonly [string, string] | null {
  const dated = events.findLast(
    (event) => 'appointment' in event || (event.kind === 'corrected' && event.dates),
  );
  if (dated?.kind === 'appointmentMoved') return ['Đổi ngày hẹn', 'Thay giấy trước'];
  return state.promisedAt !== null && isNoAppointmentDay(state.appointment)
    ? ['Ngày không hẹn', 'Trả trong ngày']
    : null;
}

/** Pages and electronic copies are asked for certified copies only; they bring that form's own columns (forms §2). */
function papersOf(state: CaseState): SlipPapers {
  if (!state.papers.some(({ pages, electronic }) => pages !== null || electronic)) {
    return { kind: 'components', rows: paperRowsOf(state) };
  }
  return {
    kind: 'certifiedCopies',
    rows: state.papers.map(({ name, pages, certifiedCopies, photocopies, electronic }) => ({
      name,
      pages: pages ?? 0,
      copies: certifiedCopies + photocopies,
      electronic,
    })),
  };
}
