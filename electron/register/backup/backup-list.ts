import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { backupManifestSchema, type StoredBackup } from '../../../shared/domain/backup.ts';
import { freeName } from '../free-name.ts';

/** The copies in `backups/`: `register-20250424T021500Z.db`, each with what it holds in a `.json` beside it. */

const namePattern = /^register-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?\.db$/;

export const backupsFolder = (folder: string): string => join(folder, 'backups');

export const manifestOf = (file: string): string => file.replace(/\.db$/, '.json');

/** A name that no copy has yet, from an instant. */
export function freeBackupName(folder: string, instant: string): string {
  const stamp = `register-${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return basename(freeName(join(backupsFolder(folder), stamp), '.db'));
}

/** Copies that were verified when they were written and still have their size, newest first. */
export function listBackups(folder: string): StoredBackup[] {
  return backupNames(folder)
    .map((name) => findBackup(folder, name))
    .filter((backup) => backup !== undefined)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Undefined for any other name, and for a copy that was not finished or has lost its size. */
export function findBackup(folder: string, name: string): StoredBackup | undefined {
  if (!namePattern.test(name)) return undefined;
  const file = join(backupsFolder(folder), name);
  try {
    const read = backupManifestSchema.safeParse(JSON.parse(readFileSync(manifestOf(file), 'utf8')));
    return read.success && statSync(file).size === read.data.bytes ? { name, ...read.data } : undefined;
  } catch {
    return undefined;
  }
}

/** The newest of the copies that are wanted; reads no more of them than it must. */
export function newestBackup(
  folder: string,
  isWanted: (copy: StoredBackup) => boolean,
): StoredBackup | undefined {
  const stamps = backupNames(folder).map((name) => name.slice(0, -'.db'.length));
  for (const stamp of stamps.sort().reverse()) {
    const backup = findBackup(folder, `${stamp}.db`);
    if (backup !== undefined && isWanted(backup)) return backup;
  }
  return undefined;
}

export function dropBackup(folder: string, name: string): void {
  if (!namePattern.test(name)) return;
  const file = join(backupsFolder(folder), name);
  // What it holds goes first: a copy without that is offered to nobody.
  rmSync(manifestOf(file), { force: true });
  rmSync(file, { force: true });
}

/** Removes what a kill left unfinished. */
export function dropUnfinished(folder: string): void {
  const backups = backupsFolder(folder);
  const isLeft = (name: string) =>
    /\.tmp(?:-journal|-wal|-shm)?$/.test(name) ||
    (namePattern.test(name) && !existsSync(manifestOf(join(backups, name))));
  for (const name of namesIn(folder).filter(isLeft)) rmSync(join(backups, name), { force: true });
}

const backupNames = (folder: string): string[] => namesIn(folder).filter((name) => namePattern.test(name));

function namesIn(folder: string): string[] {
  try {
    return readdirSync(backupsFolder(folder));
  } catch {
    return [];
  }
}
