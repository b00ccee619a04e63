import type { Ticket } from '../../../shared/domain/queue.ts';
import type { SlipDataOf } from '../slip-data.ts';
import { headOf, type PrintOccasion } from '../slip-of-case.ts';

/** A ticket and how many stand before it in its line. */
export interface TicketSource {
  ticket: Pick<Ticket, 'number' | 'grouping' | 'priority' | 'takenAt'>;
  before: number;
}

/** Words of a ticket: its line and who goes first are named as the settings do. */
export function queueTicketOf(
  { ticket, before }: TicketSource,
  occasion: PrintOccasion,
): SlipDataOf<'queueTicket'> {
  const { groups, priorities } = occasion.settings.queue;
  const nameIn = (list: readonly { code: string; name: string }[], code: string) =>
    list.find((one) => one.code === code)?.name ?? '';
  return {
    ...headOf('queueTicket', occasion, ticket.takenAt),
    number: ticket.number,
    group: nameIn(groups, ticket.grouping),
    priority: nameIn(priorities, ticket.priority),
    takenAt: ticket.takenAt,
    before,
    form: 'queueTicket',
  };
}
