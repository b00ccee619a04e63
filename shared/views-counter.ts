import type { Appointment } from './domain/appointment.ts';
import type { Batch, BatchKind } from './domain/batch.ts';
import type { PersonRef, Refusal } from './domain/case-flow.ts';
import type { ContentVersion } from './domain/correction.ts';
import type { CaseRow, PrintJobRow } from './views.ts';
import type { SentNotice } from './views-feedback.ts';

/** Read models of the counter's aids: corrections, lists of cases, custody. Times are office time `YYYY-MM-DDTHH:mm`. */

export interface CorrectedDates {
  before: Appointment;
  after: Appointment;
}

export interface CaseVersions {
  caseCode: string;
  versions: ContentVersion[];
}

export interface BulkResult {
  batchId: number;
  /** "Biên bản giao nhận hồ sơ số 12/2026". */
  title: string;
  caseIds: number[];
  /** The list's own paper first. */
  jobIds: number[];
}

export interface BatchRow {
  id: number;
  kind: BatchKind;
  title: string;
  at: string;
  personName: string;
  count: number;
}

export interface BatchDetail extends Batch {
  personName: string;
  /** Its cases as they are now, in the order of the list. */
  rows: CaseRow[];
  prints: PrintJobRow[];
}

/** Whether a case can go with the others, said before the click. */
export interface HandoverCheck {
  id: number;
  version: number;
  caseCode: string;
  applicantName: string;
  refusal: Refusal | null;
  /** Still being worked on: it is finished with the list. */
  willResolve: boolean;
}

/** A case whose originals the office holds. */
export interface HeldRow extends CaseRow {
  version: number;
  phone: string | null;
  shelf: string;
  /** Originals held, altogether and by paper. */
  originalsHeld: number;
  items: { name: string; originals: number }[];
  /** Why they cannot be given back by whoever asks. */
  refusal: Refusal | null;
}

export interface HeldOriginals {
  cases: number;
  originals: number;
  /** The longest held first; fewer than `cases` only beyond the first 500. */
  rows: HeldRow[];
}

/** Somebody told the citizen by telephone that the result is ready. */
export interface CitizenCall {
  at: string;
  by: PersonRef;
  note: string;
}

/** A result that waits for its citizen. */
export interface UnclaimedRow extends CaseRow {
  version: number;
  phone: string | null;
  /** Calendar days since it was ready. */
  days: number;
  setAside: { at: string; place: string; note: string } | null;
  lastVisitAt: string | null;
  lastCall: CitizenCall | null;
  /** The last notice that it is ready. */
  lastNotice: SentNotice | null;
  timesTold: number;
  /** Why it cannot be put away yet. */
  refusal: Refusal | null;
}

export interface UnclaimedGroup {
  /** Waiting more than so many days; 0: not longer than the ward's own patience. */
  overDays: number;
  count: number;
  /** The oldest first; fewer than `count` only beyond the first 300. */
  rows: UnclaimedRow[];
}
