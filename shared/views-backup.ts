import type { BackupFault, BackupReason, DrillResult } from './domain/backup.ts';

/** What the screen of backups is told. Times are office time `YYYY-MM-DDTHH:mm`. */

/**
 * What lies in a register beside its cases, in the order in which it is named: first whose data comes back and has to go again, then
 * what owes somebody an answer in time.
 */
export const lackKinds = [
  'erasedPerson',
  'erasedCases',
  'request',
  'breach',
  'feedback',
  'payment',
  'shift',
  // As restores told it that were made before fees and shifts were counted apart.
  'money',
  'batch',
  'citizen',
  'digital',
  'rating',
  'account',
  'place',
  'lan',
  'settings',
  'other',
] as const;
export type LackKind = (typeof lackKinds)[number];

export interface LackOther {
  kind: LackKind;
  /** Requests, sheets and the like that something was done with, people and cases that were erased; of the rest what the journal tells. */
  count: number;
  /** Of requests and feedback, the first of many. */
  codes: string[];
}

/** What is in the register and not in a copy. */
export interface BackupLack {
  /** From the copy to the last thing that was written; 0 when nothing is lacking. */
  minutes: number;
  cases: number;
  firstCode: string | null;
  lastCode: string | null;
  /** Earlier cases that something was done with. */
  touched: number;
  /** What no case tells; in the order of `lackKinds`. */
  others: LackOther[];
  /** Everything that the journal tells, all of this included. */
  entries: number;
}

/**
 * Whose a copy is. own: of the register that works · main: of the one that this emergency stands in for · emergency: of an emergency
 * that this register is not · past: of this one, from before it went back to an earlier copy.
 */
export type CopyOwner = 'own' | 'past' | 'main' | 'emergency' | 'other';

export interface BackupRow {
  name: string;
  at: string;
  reason: BackupReason;
  bytes: number;
  cases: number;
  lastCaseCode: string | null;
  /** Beginning of the journal's last hash in it. */
  head: string;
  /** What came after the copy, or after the register went back behind it; null where it is of another register. */
  lack: BackupLack | null;
  owner: CopyOwner;
  /** Of `past`: when the register went back. */
  givenUpAt: string | null;
}

export interface BackupsView {
  fault: BackupFault | null;
  isRunning: boolean;
  /** Something was written after the newest copy of this register, or there is none. */
  isChanged: boolean;
  /** Where the copies of this machine lie. */
  folder: string;
  /** The second place, and when a copy of this register last reached it. */
  place: string | null;
  carriedAt: string | null;
  /** False: nobody has shown that the code of the place is on paper. */
  isCodeProven: boolean;
  drill: DrillResult | null;
  copies: BackupRow[];
}

/** A restored copy, before it is taken. */
export interface RestoredFacts {
  /** When the copy was made. */
  at: string;
  /** Beginning of the journal's last hash in it: two copies of one minute are told apart by it. */
  head: string;
  unit: string;
  cases: number;
  last: { caseCode: string; receivedAt: string; applicantName: string | null }[];
  people: string[];
}

/** With what the register holds beyond it now, and whether a door of the local network shuts by it; the second person signs that. */
export type BackupPlaceView =
  | (RestoredFacts & Pick<BackupRow, 'lack' | 'owner' | 'givenUpAt'> & { shutsLan: boolean })
  | null;

/** What went with the register that a restored one replaced. */
export interface RestoreLoss extends BackupLack {
  /** The earlier cases that something was done with, the first of many. */
  touchedCodes: string[];
}

/** A restore that nobody has acknowledged yet. */
export interface RestoreNotice {
  /** Entry of the journal. */
  seq: number;
  /** When it took place, and when the copy was made. */
  at: string;
  copyAt: string;
  by: string | null;
  approver: string | null;
  /** Null: nothing tells what was done after the copy. */
  loss: RestoreLoss | null;
  /** An emergency worked before, and waits to be brought in. */
  wasEmergency: boolean;
  /** What was restored is an emergency itself. */
  isEmergency: boolean;
  /** The door of the local network was open, here or in the copy; each device is paired anew. */
  shutLan: boolean;
  /** Folder of the register before, beside this one; null where none worked. */
  aside: string | null;
}

/**
 * Why a restore that was asked for did not take place. damaged: what was put together is no longer what was looked at · other: it is
 * another copy · unreadable: what was asked can no longer be read · failed: it could not be made ready.
 */
export const refusedWhys = ['damaged', 'other', 'unreadable', 'failed'] as const;
export type RefusedWhy = (typeof refusedWhys)[number];

/** A restore that did not take place, and that nobody has acknowledged yet. */
export interface RefusedNotice {
  /** Entry of the journal. */
  seq: number;
  /** When it was asked for, and when the copy was made. */
  at: string;
  copyAt: string;
  by: string | null;
  approver: string | null;
  why: RefusedWhy;
}

/** A sealed copy on a stick, as its first line tells. */
export interface SealedRow extends Omit<BackupRow, 'name'> {
  path: string;
  unit: string;
  /** Tells the codes of a place apart; says nothing of them. */
  codeName: string;
  /** Sealed under another key than this register's: the code is asked for. */
  needsCode: boolean;
}

/** What a look at a stick found. */
export interface SealedView {
  /** Newest first. */
  rows: SealedRow[];
  /** Names, below the folder, of what is called as a copy and cannot be read as one. */
  unread: string[];
}
