import type { PersonRef } from './case-state.ts';
import { type DetailWait, type FeedbackRules, feedbackDates } from './feedback-dates.ts';
import type {
  FeedbackAct,
  FeedbackActKind,
  FeedbackEvent,
  FeedbackEventOf,
  FeedbackInput,
} from './feedback-events.ts';
import type { Role } from './person.ts';
import { type Timeliness, timelinessOfEnded, timelinessOfOpen } from './timeliness.ts';

export * from './feedback-events.ts';

/** Phản ánh, kiến nghị: a case of its own kind, the fold of its events, with limits of its own on the one engine. */

export const feedbackStatuses = [
  'received',
  'awaitingDetail',
  'processing',
  'answered',
  'refused',
  'withdrawn',
] as const;
export type FeedbackStatus = (typeof feedbackStatuses)[number];

export interface FeedbackState extends FeedbackInput {
  code: string;
  status: FeedbackStatus;
  about: { caseId: number; caseCode: string } | null;
  receivedAt: string;
  receivedBy: PersonRef;
  acknowledgeDueAt: string;
  acknowledgedAt: string | null;
  askDetailDueAt: string;
  refuseDueAt: string;
  /** Null while the sender is asked for details: the clock stands still. */
  answerDueAt: string | null;
  /** Times of asking and of being answered; the last may be open. */
  waits: (Omit<DetailWait, 'givenAt'> & { givenAt: string | null; standsFrom: string })[];
  endedAt: string | null;
  isFounded: boolean | null;
  /** Number of events folded; a stale writer is refused. */
  version: number;
}

const open: readonly FeedbackStatus[] = ['received', 'processing', 'awaitingDetail'];
/** In which status each act may be done. A judgement may be made, and made anew, at any time but after a withdrawal. */
const from: Record<FeedbackActKind, readonly FeedbackStatus[]> = {
  acknowledge: ['received'],
  askDetail: ['received', 'processing'],
  giveDetail: ['awaitingDetail'],
  answer: ['received', 'processing', 'awaitingDetail'],
  refuse: ['received', 'processing', 'awaitingDetail'],
  withdraw: open,
  judge: ['received', 'processing', 'awaitingDetail', 'answered', 'refused'],
};
const feedbackActs = Object.keys(from) as FeedbackActKind[];

export interface FeedbackCaller {
  id: number;
  roles: readonly Role[];
}

/**
 * Who may read what was said. A complaint about attitude is read by the leader and by whoever wrote it down: colleagues, and
 * the one it may be about, see only that it is there. Assumed: no text settles it; the raters' confidence is the pattern (NĐ 118 Đ29.3).
 */
export function mayReadFeedback({ topic, receivedBy }: FeedbackState, caller: FeedbackCaller): boolean {
  return topic !== 'attitude' || caller.roles.includes('leader') || receivedBy.id === caller.id;
}

/** What ends feedback; about attitude only a leader may: whoever wrote it down may be the one it is about. */
const endings: readonly FeedbackActKind[] = ['answer', 'refuse', 'withdraw'];

/** What may be done now by somebody; only a leader judges whether a complaint is founded, and ends one about attitude. */
export function feedbackActsFor(state: FeedbackState, caller: FeedbackCaller): FeedbackActKind[] {
  const handles = caller.roles.some((role) => role === 'clerk' || role === 'officer' || role === 'leader');
  if (!handles || !mayReadFeedback(state, caller)) return [];
  const isLeaders = (act: FeedbackActKind) =>
    act === 'judge' || (state.topic === 'attitude' && endings.includes(act));
  return feedbackActs.filter(
    (act) => from[act].includes(state.status) && (!isLeaders(act) || caller.roles.includes('leader')),
  );
}

/** The event that an act makes. The caller has asked `feedbackActsFor` first. */
export function feedbackEventOf(
  state: FeedbackState,
  act: FeedbackAct,
  { at, by }: { at: string; by: PersonRef },
  rules: FeedbackRules,
): FeedbackEvent {
  switch (act.kind) {
    case 'acknowledge':
      return { kind: 'acknowledged', at, by, note: act.note };
    case 'askDetail':
      return { kind: 'detailAsked', at, by, question: act.question };
    case 'giveDetail':
      return { kind: 'detailGiven', at, by, detail: act.detail, ...datesAfterWait(state, at, rules) };
    case 'answer':
      return { kind: 'answered', at, by, answer: act.answer };
    case 'refuse':
      return { kind: 'refused', at, by, reason: act.reason };
    case 'withdraw':
      return { kind: 'withdrawn', at, by, reason: act.reason };
    case 'judge':
      return { kind: 'judged', at, by, isFounded: act.isFounded, note: act.note };
  }
}

/** A date that was over before the sender was asked stays over. */
function datesAfterWait(
  state: FeedbackState,
  givenAt: string,
  rules: FeedbackRules,
): Pick<FeedbackEventOf<'detailGiven'>, 'refuseDueAt' | 'answerDueAt'> {
  const waits = state.waits.map((wait) => ({ askedAt: wait.askedAt, givenAt: wait.givenAt ?? givenAt }));
  const last = state.waits.at(-1);
  if (last === undefined) throw new RangeError('Details were given that nobody asked for');
  const moved = feedbackDates(state.receivedAt, rules, waits);
  const isOver = (dueAt: string) => dueAt.slice(0, 10) < last.askedAt.slice(0, 10);
  return {
    refuseDueAt: isOver(state.refuseDueAt) ? state.refuseDueAt : moved.refuseDueAt,
    answerDueAt: isOver(last.standsFrom) ? last.standsFrom : moved.answerDueAt,
  };
}

/** Folds a whole history. Throws RangeError on an event that the state cannot have: the journal would be broken. */
export function foldFeedback(events: Iterable<FeedbackEvent>): FeedbackState {
  let state: FeedbackState | undefined;
  for (const event of events) {
    if (event.kind === 'received') {
      if (state !== undefined) throw new RangeError('Feedback is received once');
      state = begin(event);
    } else {
      if (state === undefined) throw new RangeError(`${event.kind} before it was received`);
      if (!from[actOf[event.kind]].includes(state.status))
        throw new RangeError(`${event.kind} while ${state.status}`);
      state = { ...state, ...change(state, event), version: state.version + 1 };
    }
  }
  if (state === undefined) throw new RangeError('Feedback without events');
  return state;
}

const actOf: Record<Exclude<FeedbackEvent['kind'], 'received'>, FeedbackActKind> = {
  acknowledged: 'acknowledge',
  detailAsked: 'askDetail',
  detailGiven: 'giveDetail',
  answered: 'answer',
  refused: 'refuse',
  withdrawn: 'withdraw',
  judged: 'judge',
};

function begin({ kind: _, at, by, ...facts }: FeedbackEventOf<'received'>): FeedbackState {
  return {
    ...facts,
    status: 'received',
    receivedAt: at,
    receivedBy: by,
    acknowledgedAt: null,
    waits: [],
    endedAt: null,
    isFounded: null,
    version: 1,
  };
}

/** Assumed: to ask, to answer and to refuse tell the sender that it came in, so each acknowledges too. */
function change(
  state: FeedbackState,
  event: Exclude<FeedbackEvent, { kind: 'received' }>,
): Partial<FeedbackState> {
  const { at } = event;
  const acknowledgedAt = state.acknowledgedAt ?? at;
  switch (event.kind) {
    case 'acknowledged':
      return { acknowledgedAt, status: 'processing' };
    case 'detailAsked': {
      const standsFrom = state.answerDueAt ?? at;
      return {
        acknowledgedAt,
        status: 'awaitingDetail',
        answerDueAt: null,
        waits: [...state.waits, { askedAt: at, givenAt: null, standsFrom }],
      };
    }
    case 'detailGiven':
      return {
        status: 'processing',
        refuseDueAt: event.refuseDueAt,
        answerDueAt: event.answerDueAt,
        waits: state.waits.map((wait) => ({ ...wait, givenAt: wait.givenAt ?? at })),
      };
    case 'answered':
      return { acknowledgedAt, status: 'answered', endedAt: at, answerDueAt: standing(state) };
    case 'refused':
      return { acknowledgedAt, status: 'refused', endedAt: at, answerDueAt: standing(state) };
    case 'withdrawn':
      return { status: 'withdrawn', endedAt: at, answerDueAt: standing(state) };
    case 'judged':
      return { isFounded: event.isFounded };
  }
}

/** The date of the answer; while the clock stands still, the one it stood at. */
function standing({ answerDueAt, waits }: FeedbackState): string | null {
  return answerDueAt ?? waits.at(-1)?.standsFrom ?? null;
}

export interface FeedbackTimes {
  acknowledge: Timeliness;
  /** Of the answer, or of the refusal against its own limit. */
  answer: Timeliness;
}

/**
 * How feedback stands against its limits, by date as every limit in days. What the sender withdrew owes nothing: no class. While
 * he is asked for details no day counts: it is late only if it was late when he was asked.
 */
export function feedbackTimes(state: FeedbackState, now: string): FeedbackTimes {
  const { status, acknowledgeDueAt, acknowledgedAt, endedAt, waits } = state;
  const acknowledge =
    acknowledgedAt === null
      ? timelinessOfOpen(endedAt === null ? acknowledgeDueAt : null, now)
      : timelinessOfEnded(acknowledgeDueAt, acknowledgedAt);
  if (status === 'withdrawn') return { acknowledge, answer: 'noDeadline' };
  const last = waits.at(-1);
  const reference = last?.givenAt === null ? last.askedAt : (endedAt ?? now);
  const due = status === 'refused' ? state.refuseDueAt : standing(state);
  return {
    acknowledge,
    answer: endedAt === null ? timelinessOfOpen(due, reference) : timelinessOfEnded(due, reference),
  };
}
