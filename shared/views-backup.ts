import type { BackupFault, BackupReason, DrillResult } from './domain/backup.ts';

/** What the screen of backups is told. Times are office time `YYYY-MM-DDTHH:mm`. */

/** What is in the register and not in a copy. */
export interface BackupLack {
  /** From the copy to the last thing that was written; 0 when nothing is lacking. */
  minutes: number;
  cases: number;
  firstCode: string | null;
  lastCode: string | null;
  /** Earlier cases that something was done with. */
  touched: number;
  /** Everything that the journal tells, all of this included. */
  entries: number;
}

export interface BackupRow {
  name: string;
  at: string;
  reason: BackupReason;
  bytes: number;
  cases: number;
  lastCaseCode: string | null;
  /** Beginning of the journal's last hash in it. */
  head: string;
  /** Null where the register does not hold what the copy ends with: it is of another register, or of another past. */
  lack: BackupLack | null;
}

export interface BackupsView {
  fault: BackupFault | null;
  isRunning: boolean;
  /** Something was written after the newest copy. */
  isChanged: boolean;
  /** Folder of the register, with the copies in `backups`. */
  folder: string;
  /** The second place, and when a copy last reached it. */
  place: string | null;
  carriedAt: string | null;
  drill: DrillResult | null;
  copies: BackupRow[];
}

/** A restored copy, before it is taken. */
export interface RestoredFacts {
  /** When the copy was made. */
  at: string;
  unit: string;
  cases: number;
  last: { caseCode: string; receivedAt: string; applicantName: string | null }[];
  people: string[];
}

export type BackupPlaceView = RestoredFacts | null;

/** A sealed copy on a stick, as its first line tells. */
export interface SealedRow extends Omit<BackupRow, 'name'> {
  path: string;
  unit: string;
  /** Sealed under another key than this register's: the code is asked for. */
  needsCode: boolean;
}
