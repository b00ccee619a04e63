import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type BackupManifest, backupManifestSchema } from '../../../shared/domain/backup.ts';
import { flush, flushFolder } from '../flush.ts';

/** The folder where a copy is put together and looked at, and which copy lies there. */

export const restoringFolder = (folder: string): string => join(folder, 'khoi-phuc');
const aboutFile = (folder: string): string => join(restoringFolder(folder), 'about.json');

const aboutSchema = backupManifestSchema.extend({
  /** SHA-256 of what lies there: another than the copy's where it came under another key. */
  lies: z.string(),
});

/** Says which copy lies there; on the disk before anybody can sign for it. @param lies SHA-256 of the file as it lies. */
export function writeAbout(folder: string, manifest: BackupManifest, lies: string): void {
  writeFileSync(aboutFile(folder), JSON.stringify({ ...manifest, lies }));
  flush(aboutFile(folder));
  flushFolder(restoringFolder(folder));
}

/** Undefined while nothing was put together. */
export function findLookedAt(folder: string): z.infer<typeof aboutSchema> | undefined {
  try {
    return aboutSchema.parse(JSON.parse(readFileSync(aboutFile(folder), 'utf8')));
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
