import type { Status } from './case-status.ts';
import type { Appointment } from './deadline.ts';
import type { FeeFacts, FeeLine } from './fee.ts';
import type { Applicant, Paper, PaymentMethod, ReturnChannel, Submitter } from './intake.ts';
import type { Channel } from './procedure.ts';
import type { EndedTimeliness } from './timeliness.ts';

/** What is known of a case: the facts that reception fixed, and the fold of all that happened since. */

export interface PersonRef {
  id: number;
  name: string;
}

export const outcomes = ['granted', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Recipient {
  name: string;
  idNumber: string | null;
  phone?: string | null | undefined;
  /** "Người được ủy quyền", "con đẻ" … */
  relation?: string | undefined;
}

/** What the case costs, as it was computed or decided at reception. */
export interface CaseFee {
  /** Đồng; null is "not set by the ward". */
  amountVnd: number | null;
  method: PaymentMethod;
  /** They add up to the amount. */
  lines?: FeeLine[] | undefined;
  facts?: FeeFacts | undefined;
  /** Why it is not the computed amount. */
  reason?: string | undefined;
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
  fee: CaseFee;
  receivedAt: string;
  promisedAt: string | null;
  appointment: Appointment;
  /** By when a dossier that was only filed must be accepted or sent back: 8 working hours (NĐ 118 Đ17.2c). */
  answerDueAt?: string | undefined;
  /** The list that the case came in with (biên bản giao nhận), and its line there. */
  batch?: { id: number; position: number } | undefined;
  /** Id of the reception point of the settings that took it in; none is the counter itself. */
  point?: string | undefined;
  /** The dossier was made digital; none or null where nobody said: unknown is not "no". */
  digitised?: boolean | null | undefined;
  /** Its procedure could be done online from end to end that day; none or null where nobody said. */
  fullOnline?: boolean | null | undefined;
  /** Where an imported case was read from. */
  imported?: { source: string; row: number } | undefined;
  /** What named anybody was erased; the part of the address that is counted stays, '' where it would tell too much. */
  erased?: { area: string } | undefined;
}

/** What a correction may change; numbers and the time of reception never do (rules §2.1, §17.6). */
export type CorrectableFacts = Pick<
  ReceivedFacts,
  | 'procedure'
  | 'citizenId'
  | 'applicant'
  | 'submitter'
  | 'papers'
  | 'summary'
  | 'sets'
  | 'channel'
  | 'returnChannel'
  | 'fee'
  | 'point'
> &
  Pick<CaseState, 'digitised' | 'fullOnline'>;

/** One paper that is missing or must be put right. */
export interface SupplementItem {
  name: string;
  originals: number;
  certifiedCopies: number;
  photocopies: number;
  note: string;
}

export interface Supplement {
  requestedAt: string;
  by: PersonRef;
  items: SupplementItem[];
  reason: string;
  /** Last day for the citizen, and the first on which the case may be stopped (NĐ 118 Đ19.5). */
  lastDayOn: string;
  mayStopFrom: string;
  /** Asked before the dossier was accepted: no clock had started. */
  beforeAcceptance: boolean;
  /** A second request, on a leader's word. */
  overridden: boolean;
  /** The case was late already when papers were asked for: it stays late. */
  wasLate: boolean;
  completedAt: string | null;
}

export interface PaymentDuty {
  requestedAt: string;
  amountVnd: number | null;
  note: string;
  /** The procedure leaves this time out of the limit. */
  pauses: boolean;
  confirmedAt: string | null;
}

/** The dossier went from one hand to another. */
export interface Handover {
  at: string;
  from: string;
  to: string;
  /** The agency outside that has it now; null within the office. */
  agency: string | null;
  /** It came back to the counter. */
  isBack: boolean;
  note: string;
}

/** How a case ended without a result. */
export interface Ending {
  kind: 'rejected' | 'withdrawn' | 'stopped';
  at: string;
  by: PersonRef;
  reason: string;
  ground: StopGround | null;
  /** Papers given back to the citizen with it. */
  papersReturned: boolean;
  refundVnd: number | null;
}

export const stopGrounds = ['noSupplement', 'law', 'leader'] as const;
export type StopGround = (typeof stopGrounds)[number];

/** What is given back: "Loại kết quả, Số, Trích yếu" of the result return note. */
export interface ResultPaper {
  kind: string;
  number: string;
  abstract: string;
}

/** Originals that the office holds. */
export interface CustodyItem {
  name: string;
  originals: number;
  returnedAt: string | null;
  returnedTo: string | null;
}

/** The fold: everything the screens and reports need to know of one case. */
export interface CaseState extends ReceivedFacts {
  digitised: boolean | null;
  fullOnline: boolean | null;
  status: Status;
  /** When it was filed; `receivedAt` is when it was received complete and correct. */
  registeredAt: string;
  /** Null while never received: no clock runs. */
  acceptedAt: string | null;
  /** The citizen's appointment. */
  dueAt: string | null;
  /** The appointment as first given. */
  originalDueAt: string | null;
  /** What timeliness is counted against; null without a date, and while the clock stands still. */
  measuredDueAt: string | null;
  /** Who has charge of the dossier now. */
  holder: PersonRef;
  /** The agency outside that has the dossier. */
  agency: string | null;
  receivedBy: PersonRef;
  handovers: Handover[];
  supplements: Supplement[];
  payments: PaymentDuty[];
  extension: { issuedAt: string; by: PersonRef; reason: string; from: string; to: string } | null;
  verification: { openedAt: string; reason: string } | null;
  extra: { at: string; workingDays: number; signedAgreement: boolean } | null;
  ending: Ending | null;
  /** End instant of rules §6: when the result was ready, not when it was collected. */
  endedAt: string | null;
  timeliness: EndedTimeliness | null;
  outcome: Outcome | null;
  result: ResultPaper | null;
  /** The result was given in electronic form; null while there is none, and where nobody said. */
  digitalResult: boolean | null;
  resolvedBy: PersonRef | null;
  returnedAt: string | null;
  returnedBy: PersonRef | null;
  returnedVia: ReturnChannel | null;
  recipient: Recipient | null;
  postal: { trackingNo: string; address: string } | null;
  /** An unclaimed result that was put away. */
  setAside: { at: string; place: string; note: string } | null;
  custody: { shelf: string; items: CustodyItem[] };
  /** How often the citizen had to come: filing, completing papers, collecting, and what was noted. */
  visits: number;
  nationalCode: string | null;
  /** 1, and one more with each correction. */
  contentVersion: number;
  corrections: { at: string; by: PersonRef; reason: string; fields: string[] }[];
  /** The latest act that still stands, for undo. */
  lastAct: { kind: string; at: string; by: PersonRef } | null;
  /** Number of events folded; a stale writer is refused. */
  version: number;
}
