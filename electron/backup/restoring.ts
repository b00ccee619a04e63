import { dirname, join } from 'node:path';
import { readPieces } from '../register/backup.ts';
import { BackupError } from '../register/backup-error.ts';
import { backupsFolder, findBackup } from '../register/backup-list.ts';
import { missingFiles, putTogether } from '../register/restored.ts';
import { bringFiles } from './carried-files.ts';
import { unwrapPlaceKey } from './place-key.ts';
import { openSealed } from './sealed-file.ts';
import { findSealed } from './second-place.ts';

/** Which copy: one of this machine by its name, or a sealed one by its path and what opens it. */
export type RestoreSource =
  | { kind: 'here'; name: string }
  | { kind: 'place'; place: string; path: string; code: string }
  | { kind: 'place'; place: string; path: string; key: Uint8Array };

/**
 * Puts a copy together in a folder of its own and proves it; answers how many of its slips are nowhere. Throws BackupError.
 * @param folder of the register.
 * @param into where it is put together when it is only a drill: no slips are brought there.
 */
export function restoreInto(folder: string, source: RestoreSource, into = folder): { filesMissing: number } {
  const isDrill = into !== folder;
  if (source.kind === 'here') {
    const backup = findBackup(folder, source.name);
    if (backup === undefined) throw new BackupError('different');
    putTogether(into, backup, readPieces(join(backupsFolder(folder), backup.name)));
    return { filesMissing: isDrill ? 0 : missingFiles(folder).size };
  }
  // Only what a look at the place shows: no other path is read.
  const sealed = findSealed(source.place).find(({ path }) => path === source.path);
  if (sealed === undefined) throw new BackupError('gone');
  const key = 'key' in source ? Buffer.from(source.key) : unwrapPlaceKey(source.code, sealed.wrap);
  if (key === undefined) throw new BackupError('wrongCode');
  putTogether(into, sealed, openSealed(sealed.path, key));
  if (isDrill) return { filesMissing: 0 };
  return { filesMissing: bringFiles(dirname(sealed.path), key, folder, missingFiles(folder)).length };
}
