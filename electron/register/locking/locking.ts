import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type BackupFault,
  type BackupManifest,
  backupFaults,
  copyLockSchema,
} from '../../../shared/domain/backup.ts';
import { hashOfFile, keepVerified, requireRoom } from '../backup/backup.ts';
import { BackupError, backupFaultOf } from '../backup/backup-error.ts';
import { backupsFolder, dropBackup, freeBackupName, listBackups } from '../backup/backup-list.ts';
import { checkCopy, factsOf, requireSound, witnessOf } from '../backup/check-copy.ts';
import { connect, type Reader, rekey, type Writer } from '../connection.ts';
import { relockFile } from '../files.ts';
import { flush, flushFolder } from '../flush.ts';
import { appendEntry, entriesOf } from '../journal.ts';
import { dropKeyFile, writeKeyFile } from './key-file.ts';
import { checkOf, keepKey, keyFor, kindOfFile } from './keyring.ts';

/**
 * A register is locked, or opened for good, aside: a copy is written, proved, and takes the register's name by one renaming, while
 * nobody works. A kill at any moment leaves the one or the other, and what opens it.
 */

const askName = 'lock-asked.json';
/** Beside a locked register: copies and stored files from before may still be open. */
const restName = 'lock-rest';

const askSchema = z.object({
  way: z.enum(['lock', 'unlock']),
  /** Instant; who asked and who approved, by name. */
  at: z.string(),
  by: z.string(),
  approver: z.string(),
  device: z.string(),
  /** Of the key that was made: it lives in memory until the register lies under it. */
  lock: copyLockSchema.nullable(),
});
export type LockAsk = z.infer<typeof askSchema>;

/** Where the copy is written; a key that waits for it is kept under this path. */
export const lockedAside = (folder: string): string => join(folder, 'register.db.locked');

/** Marks that the next opening locks the register, or opens it for good. */
export function askToLock(folder: string, ask: LockAsk): void {
  writeFileSync(join(folder, `${askName}.tmp`), JSON.stringify(ask));
  flush(join(folder, `${askName}.tmp`));
  renameSync(join(folder, `${askName}.tmp`), join(folder, askName));
  flushFolder(folder);
}

/** Does what was asked, before the register is opened. What fails leaves the register as it was, and a word in its journal. */
export function settleLock(folder: string): void {
  const ask = readAsk(folder);
  if (ask === null) return;
  try {
    if (ask.way === 'lock') lock(folder, ask);
    else unlock(folder, ask);
  } catch (error) {
    noteFailure(folder, ask, error);
  }
  dropAside(folder);
  keepKey(lockedAside(folder), null);
  rmSync(join(folder, askName), { force: true });
  flushFolder(folder);
}

function readAsk(folder: string): LockAsk | null {
  try {
    return askSchema.parse(JSON.parse(readFileSync(join(folder, askName), 'utf8')));
  } catch {
    return null;
  }
}

function lock(folder: string, ask: LockAsk): void {
  const key = keyFor(lockedAside(folder));
  // After a kill nobody has the key any more: then nothing was begun that counts.
  if (kindOfFile(join(folder, 'register.db')) !== 'open' || key === null || ask.lock?.check !== checkOf(key))
    return;
  writeAside(folder, ask, null, key);
  writeKeyFile(folder, { format: 'mot-cua-key', ...ask.lock, madeAt: ask.at, system: null });
  markRest(folder);
  takeAside(folder);
  keepKey(folder, key);
}

/** Slips and copies first, as long as the key is asked for at each start: whatever a kill leaves can still be read. */
function unlock(folder: string, ask: LockAsk): void {
  const key = keyFor(folder);
  if (kindOfFile(join(folder, 'register.db')) !== 'locked' || key === null) return;
  markRest(folder);
  relock(folder, key, null);
  writeAside(folder, ask, key, null);
  takeAside(folder);
  keepKey(folder, null);
  dropKeyFile(folder);
  rmSync(join(folder, restName), { force: true });
}

/** A copy under another key, proved against the register, with the entry that tells of it. */
function writeAside(folder: string, ask: LockAsk, from: Buffer | null, to: Buffer | null): void {
  const aside = lockedAside(folder);
  dropAside(folder);
  const db = connect(join(folder, 'register.db'), 'write', from);
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    // No log beside it: a log of the one must never lie beside the other.
    db.pragma('journal_mode = DELETE');
    requireRoom(folder, db);
    const before = witnessOf(db);
    db.prepare('VACUUM INTO ?').run(aside);
    const copy = connect(aside, 'write', from);
    try {
      rekey(copy, to);
    } finally {
      copy.close();
    }
    const facts = checkCopy(aside, before, witnessOf(db), to);
    if (JSON.stringify(facts) !== JSON.stringify(factsOf(db))) throw new BackupError('different');
  } finally {
    db.close();
  }
  tell(aside, to, ask, `register.${ask.way}ed`, { check: ask.lock?.check ?? null });
  flush(aside);
}

function takeAside(folder: string): void {
  renameSync(lockedAside(folder), join(folder, 'register.db'));
  flushFolder(folder);
}

function dropAside(folder: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    rmSync(`${lockedAside(folder)}${suffix}`, { force: true });
}

function tell(file: string, key: Buffer | null, ask: LockAsk, kind: string, data: object): void {
  const db = connect(file, 'write', key);
  try {
    const { at, by, approver, device } = ask;
    const entry = { at, personId: null, device, kind, subject: 'register', data: { ...data, by, approver } };
    db.transaction((tx: Writer) => appendEntry(tx, entry)).immediate(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/** A register that cannot even take the word is looked at by whoever opens it next. */
function noteFailure(folder: string, ask: LockAsk, error: unknown): void {
  try {
    const fault = backupFaultOf(error);
    tell(join(folder, 'register.db'), keyFor(folder), ask, `register.${ask.way}Failed`, { fault });
  } catch {
    return;
  }
}

/** Why the last try left the register as it was; null when it went well, or none was made. */
export function findLockFault(db: Reader): BackupFault | null {
  const last = entriesOf(db, 'register')
    .filter(({ kind }) => /^register\.(?:lock|unlock)(?:ed|Failed)$/.test(kind))
    .at(-1);
  const fault = (last?.data as { fault?: unknown } | undefined)?.fault;
  return backupFaults.find((known) => known === fault) ?? null;
}

export function markRest(folder: string): void {
  writeFileSync(join(folder, restName), '');
  flushFolder(folder);
}

/** Whether copies or stored files from before the lock may still be open. */
export const isRestLeft = (folder: string): boolean => existsSync(join(folder, restName));

/** Locks what still lies open beside a locked register; may be cut and begun again. Throws BackupError, and goes on next time. */
export function lockRest(folder: string): { files: number; copies: number } {
  const key = keyFor(folder);
  if (key === null || kindOfFile(join(folder, 'register.db')) !== 'locked') return { files: 0, copies: 0 };
  const done = relock(folder, null, key);
  rmSync(join(folder, restName), { force: true });
  return done;
}

function relock(folder: string, from: Buffer | null, to: Buffer | null): { files: number; copies: number } {
  const names = existsSync(join(folder, 'files')) ? readdirSync(join(folder, 'files')) : [];
  const files = names.filter((name) => relockFile(folder, name, from, to)).length;
  if (names.length > 0) flushFolder(join(folder, 'files'));
  const wanted = to === null ? 'open' : 'locked';
  const copies = listBackups(folder).filter(
    ({ name }) => kindOfFile(join(backupsFolder(folder), name)) !== wanted,
  );
  for (const { name, ...manifest } of copies) relockCopy(folder, name, manifest, from, to);
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
    for (const left of ['', '-journal']) rmSync(`${made}.tmp${left}`, { force: true });
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
  const copy = connect(file, 'read', to);
  try {
    requireSound(copy);
    const { head, cases } = factsOf(copy);
    if (head !== told.head || cases !== told.cases) throw new BackupError('different');
  } finally {
    copy.close();
  }
}

/** Registers that were put aside and lie there open; nothing of ours touches them again. */
export function openAside(folder: string): string[] {
  const foldersIn = (parent: string) => {
    try {
      return readdirSync(parent);
    } catch {
      return [];
    }
  };
  return [
    ...foldersIn(folder).filter((name) => name.startsWith('so-cu-')),
    ...foldersIn(join(folder, 'so-hong')).map((name) => join('so-hong', name)),
  ].filter((name) => kindOfFile(join(folder, name, 'register.db')) === 'open');
}
