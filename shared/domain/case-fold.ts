import { change } from './case-changes.ts';
import { custodyOf } from './case-custody.ts';
import type { CaseEvent, CaseEventKind, EventOf } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { occursIn } from './case-status.ts';

/** Events that may be taken back on the day they happened; what was served on the citizen stays (rules §7). */
export const undoableKinds: readonly CaseEventKind[] = [
  'handedOver',
  'takenBack',
  'supplementRequested',
  'supplemented',
  'paymentRequested',
  'paymentConfirmed',
  'verificationOpened',
  'extraAgreed',
  'resolved',
  'returned',
  'setAside',
  'shelved',
  'originalsReturned',
  'visited',
  'codeAttached',
];

/** Folds a whole history. Throws RangeError on an event that the state cannot have: the journal would be broken. */
export function fold(events: Iterable<CaseEvent>): CaseState {
  const standing: CaseState[] = [];
  let version = 0;
  for (const event of events) {
    version += 1;
    const state = standing.at(-1);
    if (event.kind !== 'undone') {
      standing.push({ ...apply(state, event), version });
      continue;
    }
    if (state?.lastAct?.kind !== event.undoes) throw new RangeError(`Nothing of ${event.undoes} to undo`);
    standing.pop();
    const before = standing.pop();
    if (before === undefined) throw new RangeError('A reception cannot be undone');
    standing.push({ ...before, version });
  }
  const last = standing.at(-1);
  if (last === undefined) throw new RangeError('A case without events');
  return last;
}

function apply(state: CaseState | undefined, event: Exclude<CaseEvent, { kind: 'undone' }>): CaseState {
  if (event.kind === 'received' || event.kind === 'registered') {
    if (state !== undefined) throw new RangeError('A case is received once');
    return begin(event);
  }
  if (state === undefined) throw new RangeError(`${event.kind} before reception`);
  const { kind, at, by } = event;
  if (!occursIn[kind].includes(state.status)) throw new RangeError(`${kind} while ${state.status}`);
  return { ...state, ...change(state, event), lastAct: { kind, at, by } };
}

function begin({ kind, at, by, ...facts }: EventOf<'received'> | EventOf<'registered'>): CaseState {
  const isReceived = kind === 'received';
  const dueAt = isReceived ? facts.appointment.dueAt : null;
  return {
    ...facts,
    digitised: facts.digitised ?? null,
    fullOnline: facts.fullOnline ?? null,
    status: isReceived ? 'received' : 'registered',
    registeredAt: at,
    acceptedAt: isReceived ? facts.receivedAt : null,
    dueAt,
    originalDueAt: dueAt,
    measuredDueAt: dueAt,
    holder: by,
    agency: null,
    receivedBy: by,
    handovers: [],
    supplements: [],
    payments: [],
    extension: null,
    verification: null,
    extra: null,
    ending: null,
    endedAt: null,
    timeliness: null,
    outcome: null,
    result: null,
    digitalResult: null,
    resolvedBy: null,
    returnedAt: null,
    returnedBy: null,
    returnedVia: null,
    recipient: null,
    postal: null,
    setAside: null,
    custody: { shelf: '', items: custodyOf(facts.papers, []) },
    visits: facts.channel === 'direct' ? 1 : 0,
    nationalCode: null,
    contentVersion: 1,
    corrections: [],
    lastAct: null,
    version: 1,
  };
}
