import type { Status } from './domain/case-status.ts';
import type { Channel } from './domain/procedure.ts';
import type { ReportSplit } from './domain/reports/figures.ts';
import type { IdentityCheck } from './domain/reports/identities.ts';
import type { ReportName } from './domain/reports/index.ts';
import type { CaseSetName, Period, StatisticsScope } from './domain/statistics.ts';

/** What reports answer: figures of named sets, or the cases themselves. */

export interface ReportQuestion {
  name: ReportName;
  period: Period;
  split: ReportSplit;
}

export interface ReportRow {
  key: string;
  label: string;
  /** A field whose procedures stand below it: its figures are their sums. */
  isGroup: boolean;
  /** Whose cases a number of the row opens. */
  scope: StatisticsScope;
  /** In the order of the columns. */
  figures: number[];
}

/** Two whole numbers, each of a set that opens. */
export interface CountedShare {
  words: string;
  count: number;
  of: number;
  countSet: CaseSetName;
  ofSet: CaseSetName;
}

export interface FiguresView {
  kind: 'figures';
  rows: ReportRow[];
  /** Counted by itself, not added up. */
  total: number[];
  /** Cases without a date, in no column of the official form. */
  noDeadline: number;
  /** Of the official form alone. */
  checks: IdentityCheck[];
  shares: CountedShare[];
}

export interface ReportCase {
  id: number;
  caseCode: string;
  applicantName: string;
  procedureShortName: string;
  channel: Channel;
  receivedAt: string;
  dueAt: string | null;
  /** What lateness is counted against. */
  countedDueAt: string | null;
  endedAt: string | null;
  status: Status;
  holderName: string;
  phone: string | null;
  /** Which part of the list it belongs to. */
  part: number;
  address: string | null;
  reason: string | null;
  tracking: string | null;
}

export interface CasesView {
  kind: 'list';
  /** The first of them; the export has all. */
  rows: ReportCase[];
  /** How many cases each part has. */
  counts: number[];
  shares: CountedShare[];
}

export type ReportView = FiguresView | CasesView;
