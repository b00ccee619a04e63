import type { MoneyMethod } from './payment-events.ts';

/** Notes and coins in circulation, đồng, largest first. */
export const denominations = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200,
] as const;

/** Fee notes of one series, without a gap. */
export interface NoteRange {
  first: string;
  last: string;
  count: number;
}

export interface FloatChange {
  at: string;
  by: string;
  fromVnd: number;
  toVnd: number;
  reason: string;
}

/** A closing that was opened again: what it found, and who did so. Its sheet stays as it was printed. */
export interface EarlierClosing {
  closedAt: string;
  expectedVnd: number;
  countedVnd: number;
  differenceVnd: number;
  journalHead: string;
  reopened: Reopening;
}

/** Two people opened a closed shift again, and said why. */
export interface Reopening {
  at: string;
  by: string;
  approver: string;
  reason: string;
}

/**
 * What was counted and found when a shift was closed: kept with the shift, printed on the closing sheet, never changed
 * afterwards. Money is integers of đồng, times are office times.
 */
export interface ShiftClosing {
  cashier: string;
  openedAt: string;
  closedAt: string;
  /** Change money in the drawer at the start. */
  floatVnd: number;
  /** Change money that was told otherwise after cash had moved, with its reason. */
  floatChanges?: readonly FloatChange[];
  /** The leader who closed it, where its cashier had left it open; he counted, and his is the second signature. */
  instead?: { by: string; reason: string } | null;
  /** Closings of this shift before it was opened again, the first first; none for most. */
  earlier?: readonly EarlierClosing[];
  /** The drawer counted; a denomination that was not there may be left out. */
  cash: readonly { denominationVnd: number; pieces: number }[];
  countedVnd: number;
  /** Float, cash taken and cash given back. */
  expectedVnd: number;
  /** Counted less expected: negative is missing. */
  differenceVnd: number;
  /** Why it differs; empty when it does not. */
  reason: string;
  /** What was taken by each method, before anything went back. */
  methods: readonly { method: MoneyMethod; count: number; amountVnd: number }[];
  exemptCount: number;
  /** What went back, with its reason; never a deletion. */
  returns: readonly {
    kind: 'refunded' | 'cancelled';
    noteNo: string;
    method: MoneyMethod;
    amountVnd: number;
    reason: string;
  }[];
  /** Fee notes of the shift, one range for each series. */
  notes: readonly NoteRange[];
  openCases: number;
  originalsHeld: number;
  unprintedSlips: number;
  /** Null: never. */
  lastBackupAt: string | null;
  /** Beginning of the journal's last hash, by which the sheet can be held against the register. */
  journalHead: string;
}
