import { standingEvents } from './case-history.ts';
import { contactOf, numberedWords, paperNamesOf, requestOf, type Worded, type WordSource } from './source.ts';

/** The reason is what the officer wrote when the case was decided. */
export function refusalNoticeWords(source: WordSource): Worded<'refusalNotice'> {
  const { state, events, settings, now } = source;
  const decision = standingEvents(events).findLast((event) => event.kind === 'resolved');
  const refusal = decision?.kind === 'resolved' && decision.outcome === 'refused' ? decision : null;
  return {
    issuedAt: refusal?.at ?? now,
    ...numberedWords(source),
    receivedAt: state.receivedAt,
    request: requestOf(state),
    dueAt: state.dueAt,
    reason: refusal === null || refusal.note === '' ? null : refusal.note,
    returned: paperNamesOf(state),
    contact: contactOf(refusal?.by.name ?? state.holder.name, settings),
  };
}
