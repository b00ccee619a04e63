import type { OfficeTime } from './slip-data.ts';

/** What the lists of many cases print beyond the common head. */

/** A list of many cases: who gives it to whom, its number and hour. */
export interface ListPart<Row> {
  /** '12/2026'; null leaves dots. */
  number: string | null;
  at: OfficeTime;
  giver: string | null;
  taker: string | null;
  note: string | null;
  rows: readonly Row[];
}

export interface BulkRow {
  /** In full above the table; a row says it shortly, with what is asked beyond it. */
  procedureName: string;
  procedureShortName: string;
  request: string;
  unit: string;
  receivedAt: OfficeTime;
  dueAt: OfficeTime | null;
  limitText: string;
  sets: number;
  applicantName: string;
  /** Two of one name are told apart by these. */
  birthYear: string | null;
  shortCode: string;
}

export interface ResultRow {
  caseCode: string;
  request: string;
  result: string;
  applicantName: string;
  address: string;
  hasFee: boolean;
  byPost: boolean;
}

export interface HandoverRow {
  caseCode: string;
  request: string;
  applicantName: string;
  receivedAt: OfficeTime;
  dueAt: OfficeTime | null;
  papers: number;
}
