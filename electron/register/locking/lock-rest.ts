import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupManifest } from '../../../shared/domain/backup.ts';
import { hashOfFile, keepVerified } from '../backup/backup.ts';
import { BackupError, backupFaultOf } from '../backup/backup-error.ts';
import { backupsFolder, dropBackup, freeBackupName, listBackups } from '../backup/backup-list.ts';
import { factsOf, requireSound } from '../backup/check-copy.ts';
import { connect, rekey } from '../connection.ts';
import { relockFile } from '../files.ts';
import { flush, flushFolder } from '../flush.ts';
import { keyFor, kindOfFile } from './keyring.ts';

/** What lies beside a register that was locked or opened: its copies and stored files, which follow it one by one. */

/** Beside a locked register: copies and stored files from before may still be open. */
const restName = 'lock-rest';

/** A file with all that SQLite may lay beside it. */
export const asidesOf = (file: string): string[] =>
  ['', '-journal', '-wal', '-shm'].map((suffix) => `${file}${suffix}`);

export function markRest(folder: string): void {
  writeFileSync(join(folder, restName), '');
  flushFolder(folder);
}

export const unmarkRest = (folder: string): void => rmSync(join(folder, restName), { force: true });

/** Whether copies or stored files from before the lock may still be open. */
export const isRestLeft = (folder: string): boolean => existsSync(join(folder, restName));

/** Locks what still lies open beside a locked register; may be cut and begun again. Throws BackupError, and goes on next time. */
export function lockRest(folder: string): { files: number; copies: number } {
  const key = keyFor(folder);
  if (key === null || kindOfFile(join(folder, 'register.db')) !== 'locked') return { files: 0, copies: 0 };
  const done = relock(folder, null, key);
  unmarkRest(folder);
  return done;
}

export function relock(
  folder: string,
  from: Buffer | null,
  to: Buffer | null,
): { files: number; copies: number } {
  const names = existsSync(join(folder, 'files')) ? readdirSync(join(folder, 'files')) : [];
  const files = names.filter((name) => relockFile(folder, name, from, to)).length;
  if (names.length > 0) flushFolder(join(folder, 'files'));
  const wanted = to === null ? 'open' : 'locked';
  const copies = listBackups(folder).filter(
    ({ name }) => kindOfFile(join(backupsFolder(folder), name)) !== wanted,
  );
  const faults: unknown[] = [];
  for (const { name, ...manifest } of copies)
    try {
      relockCopy(folder, name, manifest, from, to);
    } catch (error) {
      // One that will not must not leave the others as they are.
      faults.push(error);
    }
  if (faults.length > 0) throw faults[0];
  return { files, copies: copies.length };
}

/** The copy from before goes once the other is proved and has its name. */
function relockCopy(
  folder: string,
  name: string,
  manifest: BackupManifest,
  from: Buffer | null,
  to: Buffer | null,
): void {
  const file = join(backupsFolder(folder), name);
  const made = join(backupsFolder(folder), freeBackupName(folder, manifest.at));
  // What is damaged is no copy any more, and must not become one again.
  if (hashOfFile(file).sha256 !== manifest.sha256) return;
  try {
    copyFileSync(file, `${made}.tmp`);
    changeKey(`${made}.tmp`, from, to, manifest);
    const { bytes: _, sha256: __, lock: ___, ...told } = manifest;
    keepVerified(`${made}.tmp`, made, told);
  } catch (error) {
    for (const left of asidesOf(`${made}.tmp`)) rmSync(left, { force: true });
    throw new BackupError(backupFaultOf(error), error);
  }
  dropBackup(folder, name);
}

/** Puts a file that nobody else has open under another key and proves that it is still the copy that is told of. */
export function changeKey(
  file: string,
  from: Buffer | null,
  to: Buffer | null,
  told: Pick<BackupManifest, 'head' | 'cases'>,
): void {
  const db = connect(file, 'write', from);
  try {
    rekey(db, to);
  } finally {
    db.close();
  }
  flush(file);
  if (kindOfFile(file) !== (to === null ? 'open' : 'locked')) throw new BackupError('different', 'key');
  const copy = connect(file, 'read', to);
  try {
    requireSound(copy);
    const { head, cases } = factsOf(copy);
    if (head !== told.head || cases !== told.cases) throw new BackupError('different');
  } finally {
    copy.close();
  }
}

/** Copies that lie open beside a locked register: damaged ones, which are left as they are, and others until they are locked. */
export const openCopies = (folder: string): string[] =>
  namesIn(backupsFolder(folder))
    .filter((name) => name.endsWith('.db'))
    .map((name) => join('backups', name))
    .filter((name) => kindOfFile(join(folder, name)) === 'open');

/** Registers that were put aside and lie there open; nothing of ours touches them again. */
export function openAside(folder: string): string[] {
  return [
    ...namesIn(folder).filter((name) => name.startsWith('so-cu-')),
    ...namesIn(join(folder, 'so-hong')).map((name) => join('so-hong', name)),
  ].filter((name) => kindOfFile(join(folder, name, 'register.db')) === 'open');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
