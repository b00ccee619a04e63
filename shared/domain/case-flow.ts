import type { Appointment } from './deadline.ts';
import type { Applicant, Paper, Receive, ReturnChannel, Submitter } from './intake.ts';
import type { Role } from './person.ts';
import type { Channel } from './procedure.ts';
import { type EndedTimeliness, timelinessOfEnded } from './timeliness.ts';

/**
 * The life of a case. A case is the fold of its events; its row in the register holds what lists ask of the fold.
 * Screen and command ask the one `refusalOf`: to enable a button, and to refuse.
 */

/** Codes 1–10 of the national vocabulary, three sources agree (rules §7). */
export const statusCodes = {
  registered: 1,
  received: 2,
  rejected: 3,
  processing: 4,
  awaitingSupplement: 5,
  awaitingPayment: 6,
  withdrawn: 7,
  stopped: 8,
  resolved: 9,
  returned: 10,
} as const;
export type Status = keyof typeof statusCodes;
export const statuses = Object.keys(statusCodes) as Status[];

/** Open cases are still owed a result; the others have ended (a resolved case waits for its citizen). */
export const openStatuses = [
  'registered',
  'received',
  'processing',
  'awaitingSupplement',
  'awaitingPayment',
] as const satisfies readonly Status[];

/** Why an act is refused: the status, the person's roles, or what the act itself asks for. */
export type RefusalCode = 'status' | 'role' | 'needsHandover';

interface ActRule {
  from: readonly Status[];
  to: Status;
  /** Who may do it. Leaders read, they do not act at the counter. */
  roles: readonly Role[];
  /** What else the law or practice asks of the case. */
  refuses?: (state: CaseState) => RefusalCode | null;
}

/** One row an act: from which status, to which, by whom, under which condition (rules §7). */
const acts: Record<Act, ActRule> = {
  handover: { from: ['received'], to: 'processing', roles: ['clerk', 'officer'] },
  resolve: {
    from: ['received', 'processing'],
    to: 'resolved',
    roles: ['clerk', 'officer'],
    // 2 → 9 without a hand-over is for one-step and on-the-spot procedures alone.
    refuses: ({ status, appointment }) =>
      status === 'received' && !['sameDay', 'onTheSpot'].includes(appointment.limit.kind)
        ? 'needsHandover'
        : null,
  },
  return: { from: ['resolved'], to: 'returned', roles: ['clerk', 'officer'] },
};
export const actNames = ['handover', 'resolve', 'return'] as const;
export type Act = (typeof actNames)[number];

/** The one decision, for the button and for the door: why an act is refused, null when it is allowed. */
export function refusalOf(act: Act, state: CaseState, roles: readonly Role[]): RefusalCode | null {
  const rule = acts[act];
  if (!rule.from.includes(state.status)) return 'status';
  if (!rule.roles.some((role) => roles.includes(role))) return 'role';
  return rule.refuses?.(state) ?? null;
}

/** Acts that are allowed now, in the order of the table. */
export function allowedActs(state: CaseState, roles: readonly Role[]): Act[] {
  return actNames.filter((act) => refusalOf(act, state, roles) === null);
}

/** What happened to a case, as the journal keeps it. `at` is office time `YYYY-MM-DDTHH:mm`. */
export type CaseEvent =
  | ({ kind: 'received'; at: string; by: PersonRef } & ReceivedFacts)
  | { kind: 'handedOver'; at: string; by: PersonRef; to: PersonRef; note: string }
  | { kind: 'resolved'; at: string; by: PersonRef; outcome: Outcome; note: string }
  | { kind: 'returned'; at: string; by: PersonRef; recipient: Recipient; via: ReturnChannel; note: string };

export type CaseEventKind = CaseEvent['kind'];
export type Outcome = 'granted' | 'refused';

export interface PersonRef {
  id: number;
  name: string;
}

export interface Recipient {
  name: string;
  idNumber: string | null;
}

/** All that reception fixes: the numbers, the citizen as he was that day, the promise and its reasons. */
export interface ReceivedFacts {
  caseCode: string;
  slipCode: string;
  /** Year, volume and serial of the register book; the serial starts again from 1 each year. */
  year: number;
  volume: number;
  serial: number;
  procedure: { code: string; version: number; name: string; shortName: string; field: string };
  citizenId: number | null;
  applicant: Applicant;
  submitter: Submitter | null;
  papers: Paper[];
  summary: string;
  sets: number;
  channel: Channel;
  returnChannel: ReturnChannel;
  fee: Receive['fee'];
  receivedAt: string;
  promisedAt: string | null;
  appointment: Appointment;
}

/** The fold: everything the screens and reports need to know of one case. */
export interface CaseState extends ReceivedFacts {
  status: Status;
  dueAt: string | null;
  originalDueAt: string | null;
  /** Who has the dossier now. */
  holder: PersonRef;
  receivedBy: PersonRef;
  /** End instant of rules §6: when the result was ready, not when it was collected. */
  endedAt: string | null;
  timeliness: EndedTimeliness | null;
  outcome: Outcome | null;
  returnedAt: string | null;
  recipient: Recipient | null;
  /** Number of events folded; a stale writer is refused. */
  version: number;
}

/** Folds one event. Throws RangeError on an event that the state cannot have: the journal would be broken. */
export function apply(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.kind === 'received') {
    if (state !== undefined) throw new RangeError('A case is received once');
    return receive(event);
  }
  if (state === undefined) throw new RangeError(`${event.kind} before reception`);
  const next = { ...state, version: state.version + 1 };
  switch (event.kind) {
    case 'handedOver':
      return { ...next, ...move('handover', state), holder: event.to };
    case 'resolved':
      return {
        ...next,
        ...move('resolve', state),
        holder: event.by,
        endedAt: event.at,
        timeliness: timelinessOfEnded(state.dueAt, event.at, state.appointment.limit?.kind),
        outcome: event.outcome,
      };
    case 'returned':
      return { ...next, ...move('return', state), returnedAt: event.at, recipient: event.recipient };
  }
}

/** Folds a whole history. */
export function fold(events: Iterable<CaseEvent>): CaseState {
  let state: CaseState | undefined;
  for (const event of events) state = apply(state, event);
  if (state === undefined) throw new RangeError('A case without events');
  return state;
}

function receive({ kind: _, at: __, by, ...facts }: Extract<CaseEvent, { kind: 'received' }>): CaseState {
  return {
    ...facts,
    status: 'received',
    dueAt: facts.appointment.dueAt,
    originalDueAt: facts.appointment.dueAt,
    holder: by,
    receivedBy: by,
    endedAt: null,
    timeliness: null,
    outcome: null,
    returnedAt: null,
    recipient: null,
    version: 1,
  };
}

function move(act: Act, state: CaseState): { status: Status } {
  const rule = acts[act];
  if (!rule.from.includes(state.status)) throw new RangeError(`${act} from ${state.status}`);
  return { status: rule.to };
}
