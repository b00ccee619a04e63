import type { BackupManifest, StoredBackup } from '../../../shared/domain/backup.ts';
import type { Reader } from '../connection.ts';
import { holdsHead } from './backup-lack.ts';
import { newestBackup } from './backup-list.ts';

/** Copies of other registers lie in the same folders: of an emergency, of one that was given up. They cover nothing of this one. */

/** Whether a copy is of something that this register went on from. */
export const isOwn = (db: Reader, copy: Pick<BackupManifest, 'seq' | 'head'>): boolean =>
  copy.seq > 0 && holdsHead(db, copy);

/** The newest copy on this machine of the register that is open; undefined while there is none. */
export const newestOwn = (folder: string, db: Reader): StoredBackup | undefined =>
  newestBackup(folder, (copy) => isOwn(db, copy));
