import { numberedWords, requestOf, returnPlaceOf, type Worded, type WordSource } from './source.ts';

export function apologyLetterWords(source: WordSource): Worded<'apologyLetter'> {
  const { state, settings, now } = source;
  const { extension } = state;
  return {
    issuedAt: extension?.issuedAt ?? now,
    ...numberedWords(source),
    receivedAt: state.receivedAt,
    request: requestOf(state),
    dueAt: extension?.from ?? state.dueAt,
    reason: extension?.reason ?? null,
    newDueAt: extension?.to ?? null,
    returnPlace: returnPlaceOf(state, settings),
  };
}
