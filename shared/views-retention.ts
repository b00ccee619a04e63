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

/** A person's cases before his data is erased on his wish. */
export interface PersonErasure extends ErasureCounts {
  /** His card of digital support: one, or none that goes. */
  digital: number;
  /** Phản ánh of his beside his cases that wait for an answer: they stay. */
  openFeedback: number;
  held: { id: number; caseCode: string; reason: HoldReason | 'open' }[];
}

export interface BreachRow extends Breach {
  id: number;
  version: number;
}
