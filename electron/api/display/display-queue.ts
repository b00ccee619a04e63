import { z } from 'zod';
import type { CalledTicket, QueueOnScreen, TakenTicket } from '../../../shared/views-queue.ts';
import { lineOf, listShownCalls } from '../../register/waiting/tickets.ts';
import { command, type QueryScope, query, requireSettings } from '../door.ts';
import { estimateFor, takeSchema, takeTicket } from './queue-writing.ts';

/** Calls that a screen shows. */
const lastCalls = 4;

export const displayQueueRoutes = {
  take: command('display', ['queue', 'slips'], takeSchema, (scope, input): TakenTicket => {
    return takeTicket(scope, input);
  }),

  calls: query('display', z.void(), callsOf),
};

function callsOf({ db, now }: QueryScope): QueueOnScreen {
  const { isOn, groups, priorities, speaks } = requireSettings(db, now).queue;
  const line = lineOf(db, now.today);
  const countOf = (code: string) => line.filter(({ grouping }) => grouping === code).length;
  return {
    isOn,
    groups,
    priorities,
    speaks,
    called: listShownCalls(db, now.today, lastCalls).map(
      ({ number, desk, calls, callNumber, state }): CalledTicket => ({
        number,
        desk: desk ?? '',
        calls,
        callNumber: callNumber ?? 0,
        isServed: state === 'called',
      }),
    ),
    waiting: line.length,
    byGroup: Object.fromEntries(groups.map(({ code }) => [code, countOf(code)])),
    estimate: estimateFor(db, now, line.length),
  };
}
