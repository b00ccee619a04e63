import type { BackupFault, BackupReason, StoredBackup } from '../../shared/domain/backup.ts';
import { backUp } from '../register/backup.ts';
import { backupFaultOf } from '../register/backup-error.ts';
import { connect } from '../register/connection.ts';

/** Runs in a thread of its own: copies of the register, so that no clerk waits for one. */

/** What went wrong comes back as a word: an error loses all but its message on the way. */
export type Tried<T> = { done: T } | { fault: BackupFault; message: string };

function tried<T>(act: () => T): Tried<T> {
  try {
    return { done: act() };
  } catch (error) {
    return { fault: backupFaultOf(error), message: String(error) };
  }
}

export interface WriteTask {
  folder: string;
  file: string;
  at: number;
  reason: BackupReason;
}

export function write({ folder, file, at, reason }: WriteTask): Tried<StoredBackup> {
  return tried(() => {
    const db = connect(file, 'read');
    try {
      return backUp(db, folder, { at, reason });
    } finally {
      db.close();
    }
  });
}
