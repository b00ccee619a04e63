import { Temporal } from 'temporal-polyfill';
import type { Policies } from './appointment.ts';
import type { WorkCalendar } from './calendar.ts';
import type { CaseEvent, PersonRef, ReceivedFacts } from './case-flow.ts';
import type { Appointment } from './deadline.ts';
import type { ImportedCase } from './import-case.ts';
import { unknownDay } from './supplement.ts';
import type { LimitRule } from './time-limit.ts';

/**
 * How a row of an older register becomes a case: the events it tells of. Who did them it does not tell: they bear the id of
 * whoever reads the book in, whose own name stands only in the journal's entry of the import.
 */

export interface ImportContext {
  /** Whoever reads the book in. */
  importerId: PersonRef['id'];
  /** The file. */
  source: string;
  calendar: WorkCalendar;
  policies: Policies;
}

/** What the register gives: its numbers, and the procedure as the catalogue has it. */
export type ImportNumbers = Pick<ReceivedFacts, 'slipCode' | 'volume' | 'serial' | 'citizenId' | 'procedure'>;

const oldBook = 'Theo sổ đã nhập';

/** In order of time; folded they are the case with the status the row tells. */
export function importedEvents(
  value: ImportedCase,
  numbers: ImportNumbers,
  context: ImportContext,
): [CaseEvent, ...CaseEvent[]] {
  const by: PersonRef = { id: context.importerId, name: '' };
  const { receivedAt, status, endedAt, outcome, electronicResult } = value;
  const facts: ReceivedFacts = {
    ...numbers,
    caseCode: value.caseCode,
    year: Number(receivedAt.slice(0, 4)),
    applicant: value.applicant,
    submitter: null,
    papers: [],
    summary: value.note,
    sets: value.sets,
    channel: value.channel,
    returnChannel: value.returnChannel,
    fee: { amountVnd: value.feeVnd, method: 'cash' },
    receivedAt,
    promisedAt: null,
    appointment: appointmentOf(value, context),
    digitised: value.digitised,
    fullOnline: value.fullOnline,
    imported: { source: context.source, row: value.row },
  };
  const wasReceived = status !== 'registered' && status !== 'rejected';
  const events: [CaseEvent, ...CaseEvent[]] = [
    { kind: wasReceived ? 'received' : 'registered', at: receivedAt, by, ...facts },
  ];
  let lastAt = receivedAt;
  const add = (at: string | null, event: (at: string) => CaseEvent) => {
    lastAt = at !== null && at > lastAt ? at : lastAt;
    events.push(event(lastAt));
  };
  // What waits or was stopped had been handed over, whether the book says when or not.
  const mustHaveMoved = ['processing', 'awaitingSupplement', 'awaitingPayment', 'stopped'].includes(status);
  if (wasReceived && (value.handedOverAt !== null || value.agency !== null || mustHaveMoved)) {
    add(value.handedOverAt, (at) => ({ kind: 'handedOver', at, by, to: by, agency: value.agency, note: '' }));
  }
  if (status === 'awaitingSupplement') {
    // The book does not tell the day of the request, so nobody may be stopped for not answering it.
    const closing = { lastDayOn: unknownDay, mayStopFrom: unknownDay };
    add(null, (at) => ({
      kind: 'supplementRequested',
      at,
      by,
      items: [],
      reason: oldBook,
      overridden: false,
      ...closing,
    }));
  }
  if (status === 'awaitingPayment') {
    add(null, (at) => ({ kind: 'paymentRequested', at, by, amountVnd: null, note: oldBook, pauses: false }));
  }
  if (status === 'resolved' || status === 'returned') {
    add(endedAt, (at) => ({ kind: 'resolved', at, by, outcome, electronicResult, note: '' }));
  }
  if (status === 'returned') {
    const recipient = { name: value.recipient || value.applicant.name, idNumber: null };
    add(value.returnedAt, (at) => ({
      kind: 'returned',
      at,
      by,
      recipient,
      via: value.returnChannel,
      note: '',
    }));
  }
  const ending = { reason: value.note || oldBook, papersReturned: false };
  if (status === 'rejected') add(endedAt, (at) => ({ kind: 'rejected', at, by, ...ending }));
  if (status === 'withdrawn')
    add(endedAt, (at) => ({ kind: 'withdrawn', at, by, refundVnd: null, ...ending }));
  if (status === 'stopped') {
    add(endedAt, (at) => ({ kind: 'stopped', at, by, ground: 'law', refundVnd: null, ...ending }));
  }
  const { nationalCode } = value;
  if (nationalCode !== null) add(null, (at) => ({ kind: 'codeAttached', at, by, nationalCode }));
  return events;
}

/** The date of the book as it stands: no rule of ours was applied, so no trace leads to it. */
function appointmentOf(
  { receivedAt, dueAt }: ImportedCase,
  { calendar, policies }: ImportContext,
): Appointment {
  return {
    dueAt,
    effectiveStartAt: receivedAt,
    limit: limitOf(receivedAt, dueAt, calendar),
    trace: [],
    reasons: [{ code: 'imported' }],
    warnings: [],
    calendarVersion: calendar.version,
    policies,
  };
}

function limitOf(receivedAt: string, dueAt: string | null, calendar: WorkCalendar): LimitRule {
  if (dueAt === null) return { kind: 'none', value: 0 };
  const [from, to] = [receivedAt, dueAt].map((at) => Temporal.PlainDate.from(at.slice(0, 10)));
  const days = from && to ? calendar.workingDaysBetween(from, to) : 0;
  return days < 1 ? { kind: 'sameDay', value: 0 } : { kind: 'workingDays', value: Math.min(1000, days) };
}
