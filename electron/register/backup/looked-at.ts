import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupManifest, backupManifestSchema } from '../../../shared/domain/backup.ts';

/** The folder where a copy is put together and looked at, and which copy lies there. */

export const restoringFolder = (folder: string): string => join(folder, 'khoi-phuc');
export const aboutFile = (folder: string): string => join(restoringFolder(folder), 'about.json');

/** Undefined while nothing was put together. */
export function findLookedAt(folder: string): BackupManifest | undefined {
  try {
    return backupManifestSchema.parse(JSON.parse(readFileSync(aboutFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Copies, here or at the second place, with what the rule of keeping asks. @param folder of the register. */
export function toldForKeeping<Copy extends Pick<BackupManifest, 'sha256'>>(
  folder: string,
  copies: readonly Copy[],
): (Copy & { isLookedAt: boolean })[] {
  const lookedAt = findLookedAt(folder);
  return copies.map((copy) => ({ ...copy, isLookedAt: copy.sha256 === lookedAt?.sha256 }));
}
