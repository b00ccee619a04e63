import type { PrintJobRow } from '../../shared/views.ts';
import { getCase } from '../register/cases/cases.ts';
import type { Reader } from '../register/connection.ts';
import { getPayment } from '../register/money/payments.ts';
import { findShiftClosing } from '../register/money/reopened-shifts.ts';
import { getTicket, peopleBefore } from '../register/waiting/tickets.ts';
import type { SlipData } from './slip-data.ts';
import { codesOf, type PrintOccasion } from './slip-of-case.ts';
import { type ClosedShift, closingSheetOf } from './words/closing-sheet.ts';
import { feeNoteOf } from './words/fee-note.ts';
import { queueTicketOf } from './words/queue-ticket.ts';

/** Papers of what is neither a case nor a list: a payment, a closed shift, a ticket. */

/** Words of the job's paper; `occasionOf` gives what was in force at a time. Throws of a form that no such thing has. */
export function paperOfSubject(
  db: Reader,
  { form, subject }: Pick<PrintJobRow, 'form' | 'subject'>,
  occasionOf: (at: string) => PrintOccasion,
): SlipData {
  if (form === 'feeNote') {
    const { state, events } = getPayment(db, idOf('payment', subject));
    const codes = codesOf(getCase(db, state.caseId));
    return feeNoteOf(
      { payment: state, events, codes },
      occasionOf(state.confirmation?.at ?? state.demandedAt),
    );
  }
  if (form === 'closingSheet') {
    const [id, number = '1'] = subject.slice('shift:'.length).split('.');
    const found = findShiftClosing<ClosedShift>(db, Number(id), Number(number));
    if (!found) throw new Error(`${subject} is not closed`);
    return closingSheetOf(found.closing, occasionOf(found.closing.closedAt));
  }
  if (form === 'queueTicket') {
    const ticket = getTicket(db, idOf('ticket', subject));
    const before = peopleBefore(db, ticket);
    return queueTicketOf({ ticket, before }, occasionOf(ticket.takenAt));
  }
  throw new Error(`${form} is of no ${subject}`);
}

/** 'payment:5' → 5. */
function idOf(kind: string, subject: string): number {
  const id = new RegExp(`^${kind}:(\\d+)$`).exec(subject)?.[1];
  if (id === undefined) throw new Error(`${subject} is no ${kind}`);
  return Number(id);
}
