import { z } from 'zod';
import type { BackupFault } from './domain/backup.ts';
import type { StartFinding } from './start-finding.ts';
import type { BackupLack } from './views-backup.ts';

/** Ways out of a start that found something wrong, in the order they are offered. */
export const waysOut = [
  'unlock',
  'check',
  'copy',
  'again',
  'restore',
  'salvage',
  'goOn',
  'emergency',
] as const;
export type WayOut = (typeof waysOut)[number];

export const wayOutSchema = z.object({
  way: z.enum(waysOut),
  /** File name of a backup, where the way is `restore`. */
  backup: z.string().max(200).optional(),
  /** Of a locked register, where the way is `unlock`. */
  code: z.string().max(60).optional(),
});

/**
 * own: of the damaged register, before or after what it still shows. emergency: of a register that stood in for one. other: of a past
 * that was given up by a restore, or of another register. unknown: nothing is left to hold it against.
 */
export type CopyPast = 'own' | 'unknown' | 'other' | 'emergency';

/** A backup that was opened and found whole just now. */
export interface OfferedBackup {
  name: string;
  past: CopyPast;
  /** When it was made, ISO in UTC. */
  at: string;
  cases: number;
  /** What the damaged register still shows and this one has not, at least; null where nobody can tell. */
  lack: BackupLack | null;
}

/** What a salvage brought into the new register, and what it could not. */
export interface SalvageReport {
  entries: number;
  /** Numbers of journal entries that no page holds any more. */
  lostEntries: number;
  cases: number;
  /** Cases known by their number whose journal is not whole: not in the new register. */
  lostCases: string[];
  /** Tables of which some rows could not be read, and how many rows came over. */
  torn: { table: string; rows: number }[];
  /** Rows left out because what they belong to is lost. */
  orphans: number;
  /** When the copy was made that helped, ISO in UTC; null where none is of the same past. */
  copyAt: string | null;
  /** Acts of erasing after that copy, done again in what was taken from it. */
  erasedAgain: number;
  /** Cases and people that were erased after that copy by an act whose own entries are lost, erased again as well. */
  erasedUntold: number;
  /** When the copy was made of which nothing is taken, as whoever was erased since could not be erased in it; ISO in UTC, or null. */
  refusedAt: string | null;
  /** Its first entry is lost, and its numbers are those of an emergency register: it may be one. */
  mayBeEmergency: boolean;
}

export interface DamageView {
  finding: StartFinding;
  folder: string;
  /** What lies there of the register: name and bytes. */
  files: { name: string; bytes: number }[];
  /** Folders with what was put aside before, newest first. */
  aside: string[];
  ways: WayOut[];
  /** Null while the backups are still being looked at. */
  backups: OfferedBackup[] | null;
}

/** A code that opened nothing: after how many seconds another one may be tried. */
export interface WrongCode {
  fault: 'wrongCode' | 'wait';
  seconds: number;
}

export interface WayOutcome {
  /** False: the register still cannot be opened; the page asks again what was found. */
  opened: boolean;
  /** Where the damaged files lie now. */
  aside: string | null;
  report: SalvageReport | null;
  /** Of the way `copy`: the file that was written, or why there is none. */
  copy?: { name: string } | { fault: BackupFault };
}
