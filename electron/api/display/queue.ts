import { z } from 'zod';
import { afterAbsence, type Ticket } from '../../../shared/domain/queue.ts';
import type { BusyHours } from '../../../shared/domain/quiet-hours.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueueView, TakenTicket, WaitingSettings } from '../../../shared/views-queue.ts';
import { drawQr } from '../../qr-drawing.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { busyHours } from '../../register/waiting/quiet-hours.ts';
import {
  callTicket,
  countCalls,
  countEnded,
  endTicket,
  lineOf,
  listCalled,
  listInLine,
  putBack,
  sayAgain,
} from '../../register/waiting/tickets.ts';
import { counterNameOf } from '../counter-name.ts';
import {
  type CommandScope,
  command,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
  seated,
} from '../door.ts';
import { estimateFor, requireQueue, takeSchema, takeTicket } from './queue-writing.ts';

const callers = ['clerk', 'officer', 'cashier', 'administrator'] as const;
const ofTicket = z.object({ id: z.int().min(1) });

/** The light queue as the desks work it. Every act is one transaction on the state that its caller saw. */
export const queueRoutes = {
  state: query(seated, z.void(), viewOf),

  settings: query(seated, z.void(), ({ db, now }): WaitingSettings => {
    const { secondScreen, queue } = requireSettings(db, now);
    return { secondScreen, queue };
  }),

  /** The code of an address that is still being typed. */
  qrOf: query(seated, z.object({ text: z.string().min(1).max(200) }), (_, { text }) => drawQr(text)),

  /** When many and when few people come to the counter. */
  busyHours: query(seated, z.void(), ({ db, now }): BusyHours => {
    const { hours } = requireSettings(db, now);
    return busyHours(db, now.office.toPlainDate(), loadCalendar(db), hours);
  }),

  /** A number for somebody who cannot use the screen. */
  take: command(callers, ['queue', 'slips'], takeSchema, (scope, input): TakenTicket => {
    return takeTicket(scope, input);
  }),

  /**
   * Calls the next number to this window; whom it served is done with. `serving` is whom the caller saw served here: a second click
   * finds somebody else there and calls nobody.
   */
  callNext: command(
    callers,
    ['queue'],
    z.object({ serving: z.int().min(1).nullable(), group: z.string().max(20).optional() }),
    (scope, { serving, group }): QueueView => {
      const { tx, now, door } = scope;
      requireQueue(tx, now);
      const current = servedHere(scope);
      if ((current?.id ?? null) === serving) {
        if (current) end(scope, current, 'served');
        const [next] = lineOf(tx, now.today, group);
        if (next) {
          const desk = counterNameOf(tx, requireSettings(tx, now), door.device);
          const personId = requirePerson(scope).id;
          callTicket(tx, next.id, {
            day: now.today,
            at: now.officeTime,
            device: door.device,
            desk,
            personId,
            from: group ?? '',
          });
          scope.record('ticket.called', `ticket:${next.id}`, { number: next.number, desk });
        }
      }
      return viewAfter(scope);
    },
  ),

  callAgain: command(callers, ['queue'], ofTicket, (scope, { id }): QueueView => {
    const ticket = requireServedHere(scope, id);
    sayAgain(scope.tx, ticket.id);
    scope.record('ticket.calledAgain', `ticket:${id}`, { number: ticket.number });
    return viewAfter(scope);
  }),

  /** Nobody answered: back in line behind the next three, or gone after the third time. */
  absent: command(callers, ['queue'], ofTicket, (scope, { id }): QueueView => {
    const { tx, now } = scope;
    const ticket = requireServedHere(scope, id);
    const change = afterAbsence(ticket.absences, countCalls(tx, now.today));
    putBack(tx, id, { ...change, at: now.officeTime });
    scope.record('ticket.absent', `ticket:${id}`, { number: ticket.number, ...change });
    return viewAfter(scope);
  }),

  served: command(callers, ['queue'], ofTicket, (scope, { id }): QueueView => {
    end(scope, requireServedHere(scope, id), 'served');
    return viewAfter(scope);
  }),

  /** Somebody who waits today went away. */
  left: command(callers, ['queue'], ofTicket, (scope, { id }): QueueView => {
    const ticket = listInLine(scope.tx, scope.now.today).find((each) => each.id === id);
    if (ticket === undefined) throw new AppError('stale', { what: 'ticket' });
    end(scope, ticket, 'left');
    return viewAfter(scope);
  }),
};

function end(scope: CommandScope, { id, number }: Ticket, state: 'served' | 'left'): void {
  endTicket(scope.tx, id, state, scope.now.officeTime);
  scope.record(`ticket.${state}`, `ticket:${id}`, { number });
}

function servedHere({ tx, now, door }: CommandScope): Ticket | undefined {
  return listCalled(tx, now.today).find(({ device }) => device === door.device);
}

/** The ticket if this window still serves it; throws stale. */
function requireServedHere(scope: CommandScope, id: number): Ticket {
  const current = servedHere(scope);
  if (current?.id !== id) throw new AppError('stale', { what: 'ticket' });
  return current;
}

function viewAfter(scope: CommandScope): QueueView {
  return viewOf({ ...scope, db: scope.tx });
}

function viewOf({ db, now, door }: QueryScope): QueueView {
  const { isOn, groups, priorities } = requireSettings(db, now).queue;
  const called = listCalled(db, now.today);
  const line = lineOf(db, now.today);
  return {
    isOn,
    groups,
    priorities,
    serving: called.find(({ device }) => device === door.device) ?? null,
    elsewhere: called.filter(({ device }) => device !== door.device),
    line,
    calls: countCalls(db, now.today),
    ...countEnded(db, now.today),
    estimate: estimateFor(db, now, line.length),
  };
}
