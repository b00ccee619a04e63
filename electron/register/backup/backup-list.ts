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

/** A copy that another program holds stays: it counts until what it holds is gone. */
export function dropBackup(folder: string, name: string): void {
  if (!namePattern.test(name)) return;
  const file = join(backupsFolder(folder), name);
  // What it holds goes first: a copy without that is offered to nobody.
  if (wouldNotGo(manifestOf(file)) === null) wouldNotGo(file);
}

/**
 * Removes what a kill left unfinished. What cannot be removed stands in nobody's way.
 * @returns why not, a line of the log for each.
 */
export function dropUnfinished(folder: string): string[] {
  const backups = backupsFolder(folder);
  const isLeft = (name: string) =>
    /\.tmp(?:-journal|-wal|-shm)?$/.test(name) ||
    (namePattern.test(name) && !existsSync(manifestOf(join(backups, name))));
  return namesIn(folder)
    .filter(isLeft)
    .map((name) => wouldNotGo(join(backups, name)))
    .filter((why) => why !== null);
}

/** Removes a file; answers why it could not. */
export function wouldNotGo(file: string): string | null {
  try {
    rmSync(file, { force: true });
    return null;
  } catch (error) {
    return `Left behind: ${file} (${String(error)})`;
  }
}

const backupNames = (folder: string): string[] => namesIn(folder).filter((name) => namePattern.test(name));

function namesIn(folder: string): string[] {
  try {
    return readdirSync(backupsFolder(folder));
  } catch {
    return [];
  }
}
