import { dirname, join } from 'node:path';
import type { BackupManifest } from '../../shared/domain/backup.ts';
import { readPieces } from '../register/backup/backup.ts';
import { BackupError } from '../register/backup/backup-error.ts';
import { backupsFolder, findBackup } from '../register/backup/backup-list.ts';
import { missingFiles, putTogether } from '../register/backup/restored.ts';
import { checkOf, keyFor } from '../register/locking/keyring.ts';
import { unseal } from '../sealing.ts';
import { bringFiles } from './carried-files.ts';
import { unwrapPlaceKey } from './place-key.ts';
import { openSealed } from './sealed-file.ts';
import { findSealed, sealedKeyOf } from './second-place.ts';

/** Which copy: one of this machine by its name, or a sealed one by its path and what opens it. */
export type RestoreSource =
  | { kind: 'here'; name: string }
  | { kind: 'place'; place: string; path: string; code: string }
  | { kind: 'place'; place: string; path: string; key: Uint8Array };

export interface Restored {
  filesMissing: number;
  /** What opens a copy that brought its own lock to a bare machine. */
  key: Uint8Array | null;
}

/**
 * Puts a copy together in a folder of its own and proves it; answers how many of its slips are nowhere. Throws BackupError.
 * @param folder of the register.
 * @param into where it is put together when it is only a drill: no slips are brought there.
 * @param isBare nobody works here yet: a locked copy keeps its own key.
 */
export function restoreInto(folder: string, source: RestoreSource, into = folder, isBare = false): Restored {
  const isAdopted = isBare && keyFor(folder) === null;
  const isDrill = into !== folder;
  if (source.kind === 'here') {
    const backup = findBackup(folder, source.name);
    if (backup === undefined) throw new BackupError('different');
    const own = copyKeyOf(folder, backup, null, '');
    putTogether(into, backup, readPieces(join(backupsFolder(folder), backup.name)), { key: own, isAdopted });
    return { filesMissing: isDrill ? 0 : missingFiles(folder).size, key: null };
  }
  // Only what a look at the place shows: no other path is read.
  const sealed = findSealed(source.place).copies.find(({ path }) => path === source.path);
  if (sealed === undefined) throw new BackupError('gone');
  const key = 'key' in source ? Buffer.from(source.key) : unwrapPlaceKey(source.code, sealed.wrap);
  if (key === undefined) throw new BackupError('wrongCode');
  const copyKey = copyKeyOf(folder, sealed, key, 'code' in source ? source.code : '');
  putTogether(into, sealed, openSealed(sealed.path, key), { key: copyKey, isAdopted });
  if (isDrill) return { filesMissing: 0, key: null };
  return {
    filesMissing: bringFiles(dirname(sealed.path), key, folder, missingFiles(folder)).length,
    key: isAdopted ? copyKey : null,
  };
}

/** What opens a locked copy: the key that works here, the one that came sealed with it, or the code. Throws wrongCode. */
function copyKeyOf(
  folder: string,
  { lock }: BackupManifest,
  placeKey: Buffer | null,
  code: string,
): Buffer | null {
  if (lock === undefined) return null;
  const own = keyFor(folder);
  if (own !== null && checkOf(own) === lock.check) return own;
  const sealed = placeKey && lock.sealed && unseal(placeKey, lock.sealed, sealedKeyOf);
  const key = sealed ? Buffer.from(sealed, 'base64') : unwrapPlaceKey(code, lock.wrap);
  if (key === undefined || checkOf(key) !== lock.check) throw new BackupError('wrongCode');
  return key;
}
