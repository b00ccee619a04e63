import type { Breach } from './domain/breach.ts';
import type { HoldReason } from './domain/retention.ts';

/** What of a procedure is over its time, and what of it stays for now. */
export interface RetentionRow {
  code: string;
  shortName: string;
  months: number;
  source: string;
  /** What ended on this day or before is over its time. */
  lastDay: string;
  due: number;
  held: { reason: HoldReason; count: number }[];
}

export interface RetentionView {
  rows: RetentionRow[];
  /** Procedures of which the ward has set no end. */
  unset: number;
  /** The acts so far, the newest first: office time. */
  acts: { at: string; by: string; approver: string; reason: string; cases: number; citizens: number }[];
  /** Something that was erased still lies on the disk; it is tried again at the closing and at the next start. */
  hasRemains: boolean;
}

/** What an erasure takes. */
export interface ErasureCounts {
  cases: number;
  payments: number;
  feedback: number;
  notices: number;
  papers: number;
  citizens: number;
}

/** What there is of somebody beside his cases. */
export interface RestCounts {
  /** His cards of digital support. */
  digital: number;
  /** Lượt of campaigns under them. */
  campaignEntries: number;
  /** Visits, gifts, classes and places that speak of him. */
  visits: number;
  feedback: number;
}

/** What goes of somebody beside his cases. */
export interface CardErasure extends RestCounts {
  /** Codes of phản ánh of his beside his cases that wait for an answer: nothing of him goes before they have ended. */
  openFeedback: string[];
  /** Cards that only a name or the telephone of a house points to: they stay, and somebody looks at each. */
  unsure: UnsureCard[];
  /** Phản ánh with his telephone and nobody's name: they stay too. */
  unsureFeedback: number;
  /** Visits that his telephone or name points to and that may have been to another's house: each stays a visit to that house. */
  unsureVisits: number;
}

/** A card that may be somebody's, or another's. */
export interface UnsureCard {
  personId: number;
  name: string;
  birthYear: number | null;
  area: string;
  phone: string | null;
}

/** A person's data before it is erased on his wish. */
export interface PersonErasure extends ErasureCounts, CardErasure {
  /** What stays of him beside his cases as long as one of those is held. */
  stays: RestCounts;
  held: { id: number; caseCode: string; reason: HoldReason | 'open' }[];
}

export interface BreachRow extends Breach {
  id: number;
  version: number;
}
