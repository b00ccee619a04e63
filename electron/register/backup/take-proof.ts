import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupManifest } from '../../../shared/domain/backup.ts';
import type { RefusedWhy } from '../../../shared/views-backup.ts';
import { DamageError, findingOf } from '../../start-error.ts';
import { connect, type Reader } from '../connection.ts';
import { entriesOf } from '../journal.ts';
import { hashOfFile } from './backup.ts';
import { holdsHead } from './backup-lack.ts';
import { factsOf, requireSound } from './check-copy.ts';
import { findLookedAt } from './looked-at.ts';
import { isRestoredShut, restoredFile } from './restored.ts';
import type { TakeMark } from './take-mark.ts';

/** Whether what two have signed for still lies ready, asked before anything is touched. */

/** Null where it does. Throws DamageError where its code has to be given again. */
export function findRefusal(folder: string, { copy, epoch, isBegun }: TakeMark): RefusedWhy | null {
  const about = findLookedAt(folder);
  if (about === undefined || !existsSync(restoredFile(folder))) return 'damaged';
  if (about.sha256 !== copy.sha256 || about.head !== copy.head) return 'other';
  requireOpen(folder);
  return (isBegun ? isSound(folder, about, epoch) : isAsItLay(folder, about.lies)) ? null : 'damaged';
}

/** Bytes that were proved when they were put together. */
function isAsItLay(folder: string, lies: string): boolean {
  try {
    return hashOfFile(restoredFile(folder)).sha256 === lies;
  } catch {
    return false;
  }
}

/** Whether a take lies ready whose mark cannot be read any more: it is sound, and its journal says that it began. */
export function isReady(folder: string): boolean {
  const about = findLookedAt(folder);
  if (about === undefined || !existsSync(restoredFile(folder))) return false;
  requireOpen(folder);
  return isSound(folder, about, null);
}

function requireOpen(folder: string): void {
  if (isRestoredShut(folder)) throw new DamageError({ kind: 'locked' }, restoredFile(folder));
}

/** @param epoch which one began; null: any, and one did. */
function isSound(folder: string, about: BackupManifest, epoch: string | null): boolean {
  try {
    // What a kill left of its log is taken in, or rolled back, by a writing connection alone.
    const db = connect(restoredFile(folder), 'write');
    try {
      requireSound(db);
      if (epoch !== null && factsOf(db).head === about.head) return true;
      return holdsHead(db, about) && epochsIn(db, about.seq).some((each) => epoch === null || each === epoch);
    } finally {
      db.close();
    }
  } catch (error) {
    if (findingOf(error).kind === 'diskFull') throw error;
    return false;
  }
}

/** The restores that a register tells of behind an entry of its journal. */
export const epochsIn = (db: Reader, after = 0): unknown[] =>
  entriesOf(db, 'register')
    .filter(({ kind, seq }) => kind === 'register.restored' && seq > after)
    .map(({ data }) => (data as { epoch?: unknown } | null)?.epoch);

/** Whether all was done but the tidying: the old register lies aside and the other one in its place. */
export function isTaken(folder: string, { aside, epoch }: TakeMark): boolean {
  const file = join(folder, 'register.db');
  if (existsSync(restoredFile(folder)) || !existsSync(file)) return false;
  if (!existsSync(join(folder, aside, 'register.db'))) return false;
  try {
    const db = connect(file, 'read');
    try {
      return epochsIn(db).includes(epoch);
    } finally {
      db.close();
    }
  } catch {
    // Locked, or damaged since: what lies aside tells enough.
    return true;
  }
}
