import type {
  CorrectableFacts,
  Outcome,
  PersonRef,
  ReceivedFacts,
  Recipient,
  ResultPaper,
  StopGround,
  SupplementItem,
} from './case-state.ts';
import type { Appointment } from './deadline.ts';
import type { Paper, ReturnChannel } from './intake.ts';

/** A new appointment, and what timeliness is counted against: not always the citizen's date (rules §4.4, §4.5). */
export interface NewAppointment {
  appointment: Appointment;
  measuredDueAt: string | null;
}

interface EventFacts {
  received: ReceivedFacts;
  /** Filed, not yet accepted: online, or incomplete at the counter. No clock runs. */
  registered: ReceivedFacts;
  accepted: NewAppointment & {
    papers: Paper[];
    promisedAt: string | null;
    /** As it is now; none leaves what filing said. */
    digitised?: boolean | null | undefined;
  };
  rejected: { reason: string; papersReturned: boolean };
  handedOver: { to: PersonRef; agency?: string | null | undefined; note: string };
  takenBack: { from: string; note: string };
  supplementRequested: {
    items: SupplementItem[];
    reason: string;
    lastDayOn: string;
    mayStopFrom: string;
    overridden: boolean;
  };
  supplemented: NewAppointment & { papers: Paper[]; note: string; inPerson: boolean };
  paymentRequested: { amountVnd: number | null; note: string; pauses: boolean };
  paymentConfirmed: NewAppointment & { note: string };
  extended: NewAppointment & { reason: string };
  verificationOpened: NewAppointment & { reason: string };
  extraAgreed: NewAppointment & { workingDays: number; signedAgreement: boolean; note: string };
  stopped: { ground: StopGround; reason: string; papersReturned: boolean; refundVnd: number | null };
  withdrawn: { reason: string; papersReturned: boolean; refundVnd: number | null };
  resolved: {
    outcome: Outcome;
    note: string;
    result?: ResultPaper | null | undefined;
    /** Given in electronic form too; none or null where nobody said. */
    electronicResult?: boolean | null | undefined;
  };
  returned: {
    recipient: Recipient;
    via: ReturnChannel;
    note: string;
    postal?: { trackingNo: string; address: string } | null | undefined;
    /** Originals given back with the result. */
    originals?: { name: string; originals: number }[] | undefined;
  };
  setAside: { place: string; note: string };
  shelved: { shelf: string };
  originalsReturned: { items: { name: string; originals: number }[]; to: string };
  visited: { purpose: string };
  /** `dates` when the correction moved them: another procedure, variant or channel. */
  corrected: { reason: string; changes: Partial<CorrectableFacts>; dates: NewAppointment | null };
  /** A change of the calendar moved the date; an earlier promise is named where it moves with it, or falls. */
  appointmentMoved: NewAppointment & {
    promisedAt?: string | null | undefined;
    /** The citizen's term for papers, where the change moved it. */
    closing?: { lastDayOn: string; mayStopFrom: string } | undefined;
    calendarVersion: number;
    reason: string;
  };
  codeAttached: { nationalCode: string };
  undone: { undoes: string; reason: string };
}

export type CaseEventKind = keyof EventFacts;

/** What happened to a case, as the journal keeps it. `at` is office time `YYYY-MM-DDTHH:mm`. */
export type CaseEvent = {
  [Kind in CaseEventKind]: { kind: Kind; at: string; by: PersonRef } & EventFacts[Kind];
}[CaseEventKind];

export type EventOf<Kind extends CaseEventKind> = Extract<CaseEvent, { kind: Kind }>;
