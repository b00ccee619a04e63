/**
 * The light queue (NĐ 118/2025 Đ13: a counter for priority persons): who is called next, what becomes of the absent, how
 * long it takes. Nobody but the number is known here.
 */

export const ticketStates = ['waiting', 'called', 'served', 'absent', 'left'] as const;
export type TicketState = (typeof ticketStates)[number];

/** One number of the day. Times are office time `YYYY-MM-DDTHH:mm`. */
export interface Ticket {
  id: number;
  /** From 1 each day. */
  number: number;
  /** Code of its line; '' where there is one only. */
  grouping: string;
  /** Code of its priority; '' for the ordinary. */
  priority: string;
  /** `absent`: called in vain and back in line. */
  state: TicketState;
  takenAt: string;
  /** How often it was called in vain. */
  absences: number;
  /** The day's call after which it is in line again. */
  backAfter: number;
  /** Which call of the day its last one was. */
  callNumber: number | null;
  /** How often that call was said. */
  calls: number;
  calledAt: string | null;
  desk: string | null;
  endedAt: string | null;
}
type Waiting = Pick<Ticket, 'number' | 'priority' | 'state' | 'backAfter'>;

/** Assumed: after two priority numbers in a row an ordinary one is called, so that nobody waits for ever. */
export const mostPriorityInARow = 2;
/** Assumed: who did not answer is called again after the next three, twice at most; then the number has left. */
export const callsUntilBack = 3;
export const mostAbsences = 2;

/**
 * The tickets in the order they will be called if nobody comes or goes. Priority first, two in a row at most; within each, the
 * smaller number first; the absent once enough others were called since, or when only absent ones are left.
 * @param calls calls of the day so far. @param inARow how many of the last of them were priority without a break.
 */
export function lineUp<T extends Waiting>(tickets: readonly T[], calls: number, inARow: number): T[] {
  const line: T[] = [];
  const rest = [...tickets].sort((a, b) => a.number - b.number);
  let call = calls;
  let row = inARow;
  while (rest.length > 0) {
    const index = nextIndex(rest, call, row);
    const [next] = rest.splice(index, 1);
    if (next === undefined) break;
    line.push(next);
    call++;
    row = next.priority === '' ? 0 : row + 1;
  }
  return line;
}

/** @param tickets by number, at least one. */
function nextIndex(tickets: readonly Waiting[], calls: number, inARow: number): number {
  const isBack = ({ state, backAfter }: Waiting) => state === 'waiting' || backAfter <= calls;
  const first = (isWanted: (ticket: Waiting) => boolean) =>
    tickets.findIndex((ticket) => isBack(ticket) && isWanted(ticket));
  const priority = first((ticket) => ticket.priority !== '');
  const ordinary = first((ticket) => ticket.priority === '');
  if (priority >= 0 && (inARow < mostPriorityInARow || ordinary < 0)) return priority;
  if (ordinary >= 0) return ordinary;
  return tickets.reduce((best, { backAfter }, index) => {
    return backAfter < (tickets[best]?.backAfter ?? 0) ? index : best;
  }, 0);
}

/** How many of the last calls were priority in a row; `latest` first. */
export function priorityInARow(latest: readonly Pick<Ticket, 'priority'>[]): number {
  const ordinary = latest.findIndex(({ priority }) => priority === '');
  return ordinary < 0 ? latest.length : ordinary;
}

/** What becomes of a number that nobody answered to. */
export function afterAbsence(
  absences: number,
  calls: number,
): { state: 'absent' | 'left'; absences: number; backAfter: number } {
  const now = absences + 1;
  return now > mostAbsences
    ? { state: 'left', absences: now, backAfter: 0 }
    : { state: 'absent', absences: now, backAfter: calls + callsUntilBack };
}

/** Fewer services than this say nothing about the pace. */
export const fewestServed = 5;

/** Minutes that services took, and how many desks served within the last hour. */
export interface Pace {
  today: readonly number[];
  lastDays: readonly number[];
  desks: number;
}

export interface WaitEstimate {
  /** Whole minutes, in steps of five; 0: the next one. */
  minutes: number;
  /** What it rests on. */
  services: number;
  basis: 'today' | 'lastDays';
}

/**
 * The median service × people before ÷ desks, in steps of five minutes; from today's services once there are enough, else from
 * those of the last days. Null while there are fewer than five: not enough is known.
 */
export function estimateWait(before: number, { today, lastDays, desks }: Pace): WaitEstimate | null {
  const basis = today.length >= fewestServed ? 'today' : 'lastDays';
  const services = basis === 'today' ? today : lastDays;
  if (services.length < fewestServed) return null;
  const exact = (before * median(services)) / Math.max(1, desks);
  const minutes = before === 0 ? 0 : Math.max(5, Math.round(exact / 5) * 5);
  return { minutes, services: services.length, basis };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Whole minutes from one office time to another. */
export function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);
}
