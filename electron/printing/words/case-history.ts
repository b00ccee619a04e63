import type { CaseEvent } from '../../../shared/domain/case-flow.ts';
import { actorWord, eventLabels } from '../../../shared/labels.ts';
import type { HistoryPart } from '../slip-parts.ts';
import { partyOf } from './control-slip.ts';
import { dueOf, requestOf, type Worded, type WordSource } from './source.ts';

export function caseHistoryWords({ state, events, now }: WordSource): Worded<'caseHistory'> {
  return {
    issuedAt: now,
    applicantName: state.applicant.name,
    request: requestOf(state),
    receivedAt: state.receivedAt,
    dueAt: dueOf(state).at,
    rows: standingEvents(events).map((event) => ({
      at: event.at,
      person: actorWord(event.by),
      act: eventLabels[event.kind],
      taker: takerOf(event),
      due: dueAfter(event),
    })),
  };
}

/** What was undone did not happen: an undoing takes itself and the act before it away, as the fold does. */
export function standingEvents(events: readonly CaseEvent[]): CaseEvent[] {
  const standing: CaseEvent[] = [];
  for (const event of events) {
    if (event.kind === 'undone') standing.pop();
    else standing.push(event);
  }
  return standing;
}

function takerOf(event: CaseEvent): string {
  switch (event.kind) {
    case 'handedOver':
      return partyOf(event.to.name, event.agency ?? null);
    case 'takenBack':
      return event.by.name;
    case 'returned':
      return event.recipient.name;
    case 'originalsReturned':
      return event.to;
    default:
      return '';
  }
}

/** The date that an act gave or moved. */
function dueAfter(event: CaseEvent): HistoryPart['rows'][number]['due'] {
  return 'appointment' in event ? event.appointment.dueAt : null;
}
