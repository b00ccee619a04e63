import { z } from 'zod';
import { estimateWait, minutesBetween, type Pace, type WaitEstimate } from '../../../shared/domain/queue.ts';
import type { QueueSettings } from '../../../shared/domain/queue-settings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { TakenTicket } from '../../../shared/views-queue.ts';
import type { Now } from '../../now.ts';
import { loadCalendar } from '../../register/calendar.ts';
import type { Reader } from '../../register/connection.ts';
import {
  findTicketByForm,
  insertTicket,
  listInLine,
  listServices,
  peopleBefore,
} from '../../register/waiting/tickets.ts';
import { printPaper } from '../cases/paper-writing.ts';
import { type CommandScope, requireSettings } from '../door.ts';

/** What the clerk's window and the screen for citizens share of the queue. */

export const takeSchema = z.object({
  /** Of one touch: it makes one ticket however often it is sent. */
  formKey: z.uuid(),
  group: z.string().max(20).default(''),
  priority: z.string().max(20).default(''),
});

/** Assumed: so many wait for no counter; whoever plays with the screen stops here, and the clerk may go on. */
const mostFromScreen = 200;

/** Gives a number and prints it. Throws queueOff, invalidInput; of a screen also queueClosed, queueHeld. */
export function takeTicket(scope: CommandScope, input: z.output<typeof takeSchema>): TakenTicket {
  const { tx, now } = scope;
  const settings = requireQueue(tx, now);
  const { formKey, group, priority } = input;
  const isKnown = (all: readonly { code: string }[], code: string) => all.some((each) => each.code === code);
  if (settings.groups.length > 0 ? !isKnown(settings.groups, group) : group !== '')
    throw new AppError('invalidInput', { fields: { group: 'choice' } });
  if (priority !== '' && !isKnown(settings.priorities, priority))
    throw new AppError('invalidInput', { fields: { priority: 'choice' } });
  // Where the browser asks before it prints nobody would answer it; the number stands on the screen.
  const prints = scope.context.platform.kind === 'electron';
  const known = findTicketByForm(tx, formKey);
  if (known === undefined) refuseHandingOut(scope);
  const ticket =
    known ??
    insertTicket(tx, { formKey, day: now.today, grouping: group, priority, takenAt: now.officeTime });
  if (known === undefined) {
    const { id, number } = ticket;
    scope.record('ticket.taken', `ticket:${id}`, { day: now.today, number, group, priority });
    if (prints) printPaper(scope, { subject: `ticket:${id}`, title: `Số ${number}` }, 'queueTicket');
  }
  const before = peopleBefore(tx, ticket);
  return {
    id: ticket.id,
    number: ticket.number,
    group: settings.groups.find(({ code }) => code === ticket.grouping)?.name ?? null,
    priority: settings.priorities.find(({ code }) => code === ticket.priority)?.name ?? null,
    before,
    estimate: estimateFor(tx, now, before),
    isPrinted: prints,
  };
}

/**
 * A screen hands out one number in a few seconds, none while the line is too long, for each prints a paper, and none on a day
 * that is not worked: whoever receives all the same gives numbers himself.
 */
function refuseHandingOut({ tx, now, door, context }: CommandScope): void {
  if (door.kind !== 'display') return;
  const [today, calendar] = [now.office.toPlainDate(), loadCalendar(tx)];
  if (!calendar.isWorkingDay(today))
    throw new AppError('queueClosed', { opensOn: calendar.nextWorkingDay(today).toString() });
  const isTooLong = listInLine(tx, now.today).length >= mostFromScreen;
  if (isTooLong || !context.displays.at(door.desk).mayHandOut(context.clock()))
    throw new AppError('queueHeld');
}

/** The queue's settings while it is on; throws queueOff. */
export function requireQueue(db: Reader, now: Now): QueueSettings {
  const { queue } = requireSettings(db, now);
  if (!queue.isOn) throw new AppError('queueOff');
  return queue;
}

/** How long whoever has so many before him waits, as far as it is known. */
export function estimateFor(db: Reader, now: Now, before: number): WaitEstimate | null {
  return estimateWait(before, paceOf(db, now));
}

/** Assumed: a week of days says how fast this counter is; a desk counts that served within the last hour. */
const daysOfPace = 7;

function paceOf(db: Reader, now: Now): Pace {
  const today = now.office.toPlainDate();
  const minutesOf = (services: readonly { calledAt: string; endedAt: string }[]) =>
    services.map(({ calledAt, endedAt }) => minutesBetween(calledAt, endedAt));
  const ofToday = listServices(db, now.today, now.today);
  const recent = ofToday.filter(({ endedAt }) => minutesBetween(endedAt, now.officeTime) <= 60);
  const yesterday = today.subtract({ days: 1 }).toString();
  return {
    today: minutesOf(ofToday),
    lastDays: minutesOf(listServices(db, today.subtract({ days: daysOfPace }).toString(), yesterday)),
    desks: new Set(recent.map(({ device }) => device)).size,
  };
}
