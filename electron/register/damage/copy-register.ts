import { join } from 'node:path';
import type { BackupFault } from '../../../shared/domain/backup.ts';
import { backUp } from '../backup/backup.ts';
import { backupFaultOf } from '../backup/backup-error.ts';
import { connect } from '../connection.ts';

/** A verified copy of a register that nobody has opened: answers its name, or why there is none. */
export function copyRegister(folder: string, at: number): { name: string } | { fault: BackupFault } {
  try {
    const db = connect(join(folder, 'register.db'), 'read');
    try {
      return { name: backUp(db, folder, { at, reason: 'asked' }).name };
    } finally {
      db.close();
    }
  } catch (error) {
    return { fault: backupFaultOf(error) };
  }
}
