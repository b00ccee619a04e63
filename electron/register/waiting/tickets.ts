import { lineUp, mostPriorityInARow, priorityInARow, type Ticket } from '../../../shared/domain/queue.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { nextValue } from '../counters.ts';

/** Queue tickets of a day. Every question names the day, so each reads one day's rows whatever the years hold. */

const columns = `id, number, grouping, priority, state, takenAt, absences, backAfter, callNumber, calls, calledAt, desk,
  endedAt`;

/** Gives the day's next number: from 1, without a gap and never twice. */
export function insertTicket(
  tx: Writer,
  ticket: { formKey: string; day: string; grouping: string; priority: string; takenAt: string },
): Ticket {
  const number = nextValue(tx, `ticket:${ticket.day}`);
  prepared(
    tx,
    `INSERT INTO tickets (formKey, day, number, grouping, priority, state, takenAt)
     VALUES (@formKey, @day, @number, @grouping, @priority, 'waiting', @takenAt)`,
  ).run({ ...ticket, number });
  const made = findTicketByForm(tx, ticket.formKey);
  if (made === undefined) throw new Error('The ticket was not stored');
  return made;
}

/** The ticket that a touch already made. */
export function findTicketByForm(db: Reader, formKey: string): Ticket | undefined {
  return prepared<Ticket>(db, `SELECT ${columns} FROM tickets WHERE formKey = ?`).get(formKey);
}

/** Throws notFound. */
export function getTicket(db: Reader, id: number): Ticket {
  const row = prepared<Ticket>(db, `SELECT ${columns} FROM tickets WHERE id = ?`).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'ticket' });
  return row;
}

/** Everybody who waits, the absent too, by number. */
export function listInLine(db: Reader, day: string): Ticket[] {
  return prepared<Ticket>(
    db,
    `SELECT ${columns} FROM tickets WHERE day = ? AND state IN ('waiting', 'absent') ORDER BY number`,
  ).all(day);
}

/** Numbers that are being served now, by desk. */
export function listCalled(db: Reader, day: string): (Ticket & { device: string })[] {
  return prepared<Ticket & { device: string }>(
    db,
    `SELECT ${columns}, device FROM tickets WHERE day = ? AND state = 'called' ORDER BY number`,
  ).all(day);
}

/** The last calls, newest first; of one line where it is named. */
export function listLastCalls(db: Reader, day: string, limit: number, grouping?: string): Ticket[] {
  return prepared<Ticket>(
    db,
    `SELECT ${columns} FROM tickets WHERE day = @day AND callNumber IS NOT NULL
       AND (@grouping IS NULL OR grouping = @grouping)
     ORDER BY callNumber DESC LIMIT @limit`,
  ).all({ day, limit, grouping: grouping ?? null });
}

/** The latest calls of numbers that came or are still awaited, the newest first; who did not come is not invited any more. */
export function listShownCalls(db: Reader, day: string, limit: number): Ticket[] {
  return prepared<Ticket>(
    db,
    `SELECT ${columns} FROM tickets WHERE day = ? AND callNumber IS NOT NULL AND state IN ('called', 'served')
     ORDER BY callNumber DESC LIMIT ?`,
  ).all(day, limit);
}

/** How many calls the day has seen. */
export function countCalls(db: Reader, day: string): number {
  const name = `calls:${day}`;
  return prepared<{ value: number }>(db, 'SELECT value FROM counters WHERE name = ?').get(name)?.value ?? 0;
}

/** How many of the day's tickets came to each end. */
export function countEnded(db: Reader, day: string): { served: number; left: number } {
  const rows = prepared<{ state: 'served' | 'left'; n: number }>(
    db,
    "SELECT state, count(*) AS n FROM tickets WHERE day = ? AND state IN ('served', 'left') GROUP BY state",
  ).all(day);
  const of = (state: 'served' | 'left') => rows.find((row) => row.state === state)?.n ?? 0;
  return { served: of('served'), left: of('left') };
}

/** When the services of the days [from, to] began and ended. */
export function listServices(
  db: Reader,
  from: string,
  to: string,
): { calledAt: string; endedAt: string; device: string }[] {
  return prepared<{ calledAt: string; endedAt: string; device: string }>(
    db,
    `SELECT calledAt, endedAt, device FROM tickets
     WHERE day IN (SELECT DISTINCT day FROM tickets WHERE day >= ? AND day <= ?) AND state = 'served'`,
  ).all(from, to);
}

/** Calls a number to a desk; it gets the day's next call. */
export function callTicket(
  tx: Writer,
  id: number,
  call: { day: string; at: string; device: string; desk: string; personId: number; from: string },
): void {
  const callNumber = nextValue(tx, `calls:${call.day}`);
  prepared(
    tx,
    `UPDATE tickets SET state = 'called', callNumber = @callNumber, calls = 1, calledAt = @at, device = @device,
       desk = @desk, personId = @personId, calledFrom = @from WHERE id = @id`,
  ).run({ ...call, id, callNumber });
}

/** Says the same call once more. */
export function sayAgain(tx: Writer, id: number): void {
  prepared(tx, 'UPDATE tickets SET calls = calls + 1 WHERE id = ?').run(id);
}

/** Nobody answered: the number goes back in line, or has left. */
export function putBack(
  tx: Writer,
  id: number,
  change: { state: 'absent' | 'left'; absences: number; backAfter: number; at: string },
): void {
  prepared(
    tx,
    `UPDATE tickets SET state = @state, absences = @absences, backAfter = @backAfter,
       endedAt = CASE @state WHEN 'left' THEN @at END WHERE id = @id`,
  ).run({ ...change, id });
}

export function endTicket(tx: Writer, id: number, state: 'served' | 'left', at: string): void {
  prepared(tx, 'UPDATE tickets SET state = ?, endedAt = ? WHERE id = ?').run(state, at, id);
}

/** Who waits in the order of the calls to come; of one line where it is named. */
export function lineOf(db: Reader, day: string, grouping?: string): Ticket[] {
  const waiting = listInLine(db, day).filter(
    (ticket) => grouping === undefined || ticket.grouping === grouping,
  );
  const latest = listLastCalls(db, day, mostPriorityInARow, grouping);
  return lineUp(waiting, countCalls(db, day), priorityInARow(latest));
}

/** The lines that the desks called from last; '' for a desk that calls from all of them. */
function linesCalledFrom(db: Reader, day: string): string[] {
  return prepared<{ calledFrom: string }>(
    db,
    'SELECT calledFrom, max(callNumber) FROM tickets WHERE day = ? AND callNumber IS NOT NULL GROUP BY device',
  )
    .all(day)
    .map(({ calledFrom }) => calledFrom);
}

/**
 * How many will be called before a ticket that waits: of its own line where desks keep to one each and one of them serves it,
 * else of all lines. Rather too many than too few: who is told 0 stays at the door.
 */
export function peopleBefore(db: Reader, { id, takenAt, grouping }: Ticket): number {
  const day = takenAt.slice(0, 10);
  const served = linesCalledFrom(db, day);
  const isApart = served.includes(grouping) && !served.includes('');
  const place = lineOf(db, day, isApart ? grouping : undefined).findIndex((ticket) => ticket.id === id);
  return Math.max(0, place);
}
