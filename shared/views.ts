import type {
  Act,
  ActHints,
  CaseEventKind,
  CaseState,
  PersonRef,
  Refusal,
  Status,
} from './domain/case-flow.ts';
import type { TraceDay } from './domain/deadline.ts';
import type { FormName, FormNumbering, FormTexts } from './domain/forms.ts';
import type { Applicant } from './domain/intake.ts';
import type { Channel } from './domain/procedure.ts';
import type { Settings } from './domain/settings.ts';
import type { Timeliness } from './domain/timeliness.ts';
import type { PrintState } from './print-states.ts';

/** What the queries answer: read models, shaped for the screens. Times are office time `YYYY-MM-DDTHH:mm`. */

export type { AccountRow, EnvelopeView, Session, SessionWithCode } from './views-session.ts';

/** One line of every list of cases. */
export interface CaseRow {
  id: number;
  caseCode: string;
  applicantName: string;
  procedureCode: string;
  procedureShortName: string;
  status: Status;
  channel: Channel;
  receivedAt: string;
  dueAt: string | null;
  /** What the counter works towards: our own part of an inter-agency case while it is with us. */
  workDueAt: string | null;
  promisedAt: string | null;
  endedAt: string | null;
  timeliness: Timeliness;
  holder: PersonRef;
  /** Working minutes from now to `workDueAt`; negative when passed; null when ended, waiting or without a date. */
  minutesLeft: number | null;
}

export const caseViews = [
  'open',
  'dueThisWeek',
  'awaiting',
  'ready',
  'mine',
  'late',
  'dueToday',
  'ended',
  'all',
] as const;
export type CaseViewName = (typeof caseViews)[number];

/** Promises of no-appointment days: judged once kept or missed. */
export const promiseFilters = ['judged', 'kept', 'missed'] as const;
export type PromiseFilter = (typeof promiseFilters)[number];

export const caseSorts = ['receivedAt', 'dueAt', 'applicantName', 'caseCode'] as const;
export type CaseSort = (typeof caseSorts)[number];

export interface CasePage {
  rows: CaseRow[];
  /** Opaque; pass it back for the next page. Null at the end. */
  nextCursor: string | null;
  /** Cases that match view and filter. */
  total: number;
}

export interface DuplicateHint {
  id: number;
  caseCode: string;
  status: Status;
  receivedAt: string;
  procedureShortName: string;
}

export interface CitizenHint {
  id: number;
  /** Without the number: a form that takes the person asks for the whole of him. */
  applicant: Applicant & { idNumber: null };
  maskedIdNumber: string | null;
  lastCaseAt: string | null;
  caseCount: number;
}

export interface TimelineEntry {
  seq: number;
  kind: CaseEventKind | 'money' | 'printed' | 'reprinted';
  at: string;
  by: PersonRef;
  /** Detail of the event, e.g. `to`, `recipient`, `outcome`, `note`, `form`; of money the `event` of its payment. */
  detail: Record<string, unknown>;
}

export interface PrintJobRow {
  id: number;
  /** A job is of one case, of one list of cases, or of neither. */
  caseId: number | null;
  batchId: number | null;
  /** What it is of beside the case ('payment:5'), or alone ('shift:2', 'ticket:9'); empty: the case or list itself. */
  subject: string;
  /** The case's code, the list's own title, or that of what it is of. */
  title: string;
  /** Null unless it is of a case. */
  applicantName: string | null;
  /** Cases on the list; 1 for a case, 0 for what is of none. */
  caseCount: number;
  form: FormName;
  state: PrintState;
  /** 0 the first print, n the n-th reprint: "IN LẠI lần n". */
  reprint: number;
  copies: number;
  /** Numbers of the copies that a person saw on paper; only the others are printed again. */
  copiesOut: number[];
  /** A printer may have taken a sheet of it, so to print it again is a reprint and says so. */
  mayBeOut: boolean;
  createdAt: string;
  /** When it came into its state: for `confirmed`, when the paper was seen. */
  changedAt: string;
  /** Path of the stored PDF, e.g. `/files/3f….pdf`; null while it is being made. */
  path: string | null;
  printer: string | null;
  /** Reason as a code the screen words: 'printerGone' | 'printerSilent' | 'rendering' | … */
  fault: string | null;
}

export interface OutboxGroup {
  /** The first of them. */
  rows: PrintJobRow[];
  total: number;
}

/** Every slip between the counter and the paper. */
export interface Outbox {
  /** Failed, or caught by a stop of the counter: a person decides. */
  attention: OutboxGroup;
  /** Being made, made, or at the printer. */
  waiting: OutboxGroup;
  /** Taken by the printer, and what was seen or skipped today. */
  recent: OutboxGroup;
}

export interface CaseAct {
  act: Act;
  refusal: Refusal | null;
  hints: ActHints;
}

export interface CaseDetail {
  id: number;
  state: CaseState;
  timeline: TimelineEntry[];
  prints: PrintJobRow[];
  timeliness: Timeliness;
  minutesLeft: number | null;
  /** Every act in order, with the reason against it; the first that has none is the primary act. */
  acts: CaseAct[];
  /** The year's calendar status for the due date: true warns that the date may move. */
  dueIsProvisional: boolean;
}

export interface SearchHit extends CaseRow {
  phone: string | null;
  /** Why it was found: the field that matched. */
  matched: 'code' | 'idNumber' | 'phone' | 'name';
}

export interface BoardGroup {
  key: 'late' | 'today' | 'tomorrow' | 'week';
  /** The day of the group, for "Ngày mai, T6 25/4"; null for late and week. */
  day: string | null;
  /** First and last due day of the group. */
  dueFrom: string;
  dueTo: string;
  total: number;
  /** The first rows, ordered by working time left. */
  rows: CaseRow[];
}

export interface Board {
  now: string;
  /** Working minutes left today; 0 out of hours or on a rest day. */
  minutesLeftToday: number;
  isWorkingDay: boolean;
  /** Name of today's rest day, if it is one. */
  dayName: string | null;
  figures: {
    late: { count: number; oldestMinutes: number | null };
    dueToday: { count: number; pastHour: number };
    /** `mayStop`: those whose days for the papers are over. */
    awaiting: { count: number; mayStop: number };
    ready: { count: number; overTenDays: number };
    /** Slips, and the cases they belong to. */
    unprinted: { count: number; cases: number; oldestAt: string | null };
  };
  groups: BoardGroup[];
  /** Results waiting for their citizens, oldest first. */
  waiting: {
    id: number;
    applicantName: string;
    procedureShortName: string;
    endedAt: string;
    days: number;
    phone: string | null;
    /** How often the citizen was told that it is ready. */
    timesTold: number;
    /** How often somebody rang, reached or not. */
    timesCalled: number;
  }[];
  today: {
    received: number;
    /** Received in each hour of the working day. */
    byHour: { hour: number; count: number; usual: number }[];
    /** Average of the eight same weekdays before. */
    usualTotal: number;
  };
  /** Newest year first, only years with cases. */
  years: {
    year: number;
    received: number;
    /** Of those received in the year. */
    receivedSettled: number;
    /** From here on of all that ended in the year, whenever received. */
    early: number;
    onTime: number;
    late: number;
    noDeadline: number;
    online: number;
  }[];
}

export interface ReceiveResult {
  id: number;
  caseCode: string;
  slipCode: string;
  serial: number;
  dueAt: string | null;
  trace: TraceDay[];
  jobIds: number[];
}

/** Wording of the forms: as installed, and the ward's own in place of it. */
export interface FormTextsView {
  national: FormTexts;
  own: Settings['formTexts'];
  numbering: FormNumbering;
}

export interface CatalogueRow {
  code: string;
  name: string;
  shortName: string;
  field: string;
  initials: string[];
  onlineLevel: 'full' | 'partial' | 'none' | null;
  confidence: 'confirmed' | 'unverified';
  limit: { kind: string; value: number };
  feeVnd: number | null;
  /** Cases received under it in the last 90 days: the day's favourites. */
  recent: number;
}
