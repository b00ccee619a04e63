import type { PersonRef } from './case-state.ts';
import type { Role } from './person.ts';
import { extendedAnswerDueAt, type SubjectRules } from './subject-dates.ts';
import type {
  LinkedCorrection,
  RequestAct,
  RequestActKind,
  RequestEvent,
  RequestEventKind,
  RequestEventOf,
  RequestInput,
  RequestResult,
} from './subject-request-events.ts';
import type { SubjectWish } from './subject-right-settings.ts';
import { type Timeliness, timelinessOfEnded, timelinessOfOpen } from './timeliness.ts';

export * from './subject-request-events.ts';

/** A request about one's own data (Luật 91/2025/QH15 Đ4): the fold of its events, with limits of its own on the one engine. */

export const requestStatuses = ['received', 'processing', 'answered', 'refused', 'withdrawn'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

export interface RequestState extends RequestInput {
  code: string;
  citizenId: number;
  status: RequestStatus;
  receivedAt: string;
  receivedBy: PersonRef;
  acknowledgeDueAt: string;
  acknowledgedAt: string | null;
  answerDueAt: string;
  /** Why it was extended, once; null where it was not. */
  extension: string | null;
  handedOverAt: string | null;
  endedAt: string | null;
  result: RequestResult | null;
  /** The answer, or why it was refused. */
  answer: string | null;
  ground: string | null;
  corrections: LinkedCorrection[];
  /** Number of events folded; a stale writer is refused. */
  version: number;
}

const isOpen = ({ status }: Pick<RequestState, 'status'>): boolean =>
  status === 'received' || status === 'processing';

/** Whether somebody's data may be erased for this request: he asks for it, and it stands. */
export const mayEraseFor = (request: Pick<RequestState, 'status' | 'wish'>): boolean =>
  request.wish === 'delete' && isOpen(request);

/** What only somebody who answers for the office may say. */
const decisions: readonly RequestActKind[] = ['extend', 'handOver', 'answer', 'refuse'];
export const requestDeciders = ['leader', 'administrator'] as const satisfies readonly Role[];

/** What may be done now by somebody. Extended once, where the law knows an extension, and not after the last day. */
export function requestActsFor(
  state: RequestState,
  { roles }: { roles: readonly Role[] },
  now: string,
  limits: SubjectRules['limits'],
): RequestActKind[] {
  if (!isOpen(state)) return [];
  const acts: RequestActKind[] = [];
  if (state.status === 'received') acts.push('acknowledge');
  const mayExtend = state.extension === null && limits[state.wish].extension > 0;
  if (mayExtend && now.slice(0, 10) <= state.answerDueAt.slice(0, 10)) acts.push('extend');
  if (state.wish === 'delete' && state.handedOverAt === null) acts.push('handOver');
  acts.push('answer', 'refuse', 'withdraw');
  const decides = requestDeciders.some((role) => roles.includes(role));
  return acts.filter((act) => decides || !decisions.includes(act));
}

/** The event that an act makes. The caller has asked `requestActsFor` first. */
export function requestEventOf(
  state: RequestState,
  act: RequestAct,
  { at, by }: { at: string; by: PersonRef },
  rules: SubjectRules,
  corrections: LinkedCorrection[],
): RequestEvent {
  switch (act.kind) {
    case 'acknowledge':
      return { kind: 'acknowledged', at, by, note: act.note };
    case 'extend': {
      const answerDueAt = extendedAnswerDueAt(state.receivedAt, state.wish, rules);
      return { kind: 'extended', at, by, reason: act.reason, answerDueAt };
    }
    case 'handOver':
      return { kind: 'handedOver', at, by, note: act.note };
    case 'answer':
      return { kind: 'answered', at, by, result: act.result, answer: act.answer, corrections };
    case 'refuse':
      return { kind: 'refused', at, by, ground: act.ground, reason: act.reason };
    case 'withdraw':
      return { kind: 'withdrawn', at, by, reason: act.reason };
  }
}

/** Folds a whole history. Throws RangeError on an event that the state cannot have: the journal would be broken. */
export function foldRequest(events: Iterable<RequestEvent>): RequestState {
  let state: RequestState | undefined;
  for (const event of events) {
    if (event.kind === 'received') {
      if (state !== undefined) throw new RangeError('A request is received once');
      state = begin(event);
    } else {
      if (state === undefined) throw new RangeError(`${event.kind} before it was received`);
      if (!isOpen(state)) throw new RangeError(`${event.kind} while ${state.status}`);
      state = { ...state, ...change(state, event), version: state.version + 1 };
    }
  }
  if (state === undefined) throw new RangeError('A request without events');
  return state;
}

function begin({ kind: _, at: __, by, ...facts }: RequestEventOf<'received'>): RequestState {
  return {
    ...facts,
    status: 'received',
    receivedBy: by,
    acknowledgedAt: null,
    extension: null,
    handedOverAt: null,
    endedAt: null,
    result: null,
    answer: null,
    ground: null,
    corrections: [],
    version: 1,
  };
}

/** Assumed: to extend, to answer and to refuse tell that it came in, so each acknowledges too. */
function change(
  state: RequestState,
  event: Exclude<RequestEvent, { kind: 'received' }>,
): Partial<RequestState> {
  const { at } = event;
  const acknowledgedAt = state.acknowledgedAt ?? at;
  switch (event.kind) {
    case 'acknowledged':
      return { acknowledgedAt, status: 'processing' };
    case 'extended': {
      const { reason: extension, answerDueAt } = event;
      return { acknowledgedAt, status: 'processing', extension, answerDueAt };
    }
    case 'handedOver':
      return { handedOverAt: at };
    case 'answered': {
      const { result, answer, corrections } = event;
      return { acknowledgedAt, status: 'answered', endedAt: at, result, answer, corrections };
    }
    case 'refused':
      return { acknowledgedAt, status: 'refused', endedAt: at, ground: event.ground, answer: event.reason };
    case 'withdrawn':
      return { status: 'withdrawn', endedAt: at };
  }
}

export interface RequestTimes {
  acknowledge: Timeliness;
  answer: Timeliness;
}

/** How a request stands against its limits, by date as every limit in days. What was withdrawn owes nothing: no class. */
export function requestTimes(state: RequestState, now: string): RequestTimes {
  const { status, acknowledgeDueAt, acknowledgedAt, endedAt, answerDueAt } = state;
  const acknowledge =
    acknowledgedAt === null
      ? timelinessOfOpen(endedAt === null ? acknowledgeDueAt : null, now)
      : timelinessOfEnded(acknowledgeDueAt, acknowledgedAt);
  if (status === 'withdrawn') return { acknowledge, answer: 'noDeadline' };
  const answer =
    endedAt === null ? timelinessOfOpen(answerDueAt, now) : timelinessOfEnded(answerDueAt, endedAt);
  return { acknowledge, answer };
}

/** What an answered request does to the restriction of its person: puts one in force, ends it, or nothing. */
export function restrictionBy({
  status,
  wish,
}: Pick<RequestState, 'status' | 'wish'>): 'begins' | 'ends' | null {
  if (status !== 'answered') return null;
  const begins: readonly SubjectWish[] = ['restrict', 'withdraw'];
  if (begins.includes(wish)) return 'begins';
  return wish === 'lift' ? 'ends' : null;
}

export type { RequestEventKind };
