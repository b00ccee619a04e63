import type { BackupManifest, StoredBackup } from '../../../shared/domain/backup.ts';
import { copiesToDrop } from '../../../shared/domain/backup-keeping.ts';
import type { Reader } from '../connection.ts';
import { holdsHead } from './backup-lack.ts';
import { listBackups } from './backup-list.ts';
import { toldForKeeping } from './looked-at.ts';

/** Copies of other registers lie in the same folders: of an emergency, of one that was given up. They cover nothing of this one. */

/** Whether a copy is of something that this register went on from. */
export const isOwn = (db: Reader, copy: Pick<BackupManifest, 'seq' | 'head'>): boolean =>
  copy.seq > 0 && holdsHead(db, copy);

/**
 * The newest copy on this machine of the register that is open; undefined while there is none. Its journal says which is the newest,
 * so that a clock that ran ahead does not.
 */
export const newestOwn = (folder: string, db: Reader): StoredBackup | undefined =>
  newestOf(listBackups(folder), (copy) => isOwn(db, copy));

/** The newest by the journal of those that are wanted. */
export const newestOf = <Copy extends Pick<BackupManifest, 'seq'>>(
  copies: readonly Copy[],
  isWanted: (copy: Copy) => boolean,
): Copy | undefined => [...copies].sort((a, b) => b.seq - a.seq).find(isWanted);

/**
 * Which copies, here or at the second place, the rule of keeping lets go.
 * @param folder of the register.
 * @param now instant, ISO in UTC.
 * @param wanted so many bytes must become free.
 * @param written name of the copy that was just made, which is of the register whatever its journal says.
 */
export function namesToDrop<Copy extends StoredBackup>(
  db: Reader,
  folder: string,
  copies: readonly Copy[],
  { now, wanted, written }: { now: string; wanted?: number; written?: string },
): string[] {
  const told = toldForKeeping(folder, copies).map((copy) => ({
    ...copy,
    isOwn: copy.name === written || isOwn(db, copy),
  }));
  return copiesToDrop(told, now, wanted);
}
