import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupManifest, BackupReason, StoredBackup } from '../../../shared/domain/backup.ts';
import { connect, type Reader } from '../connection.ts';
import { dumpDigest } from '../dump.ts';
import { flush, flushFolder } from '../flush.ts';
import { copyLockOf } from '../locking/key-file.ts';
import { kindOfFile } from '../locking/keyring.ts';
import { BackupError, backupFaultOf } from './backup-error.ts';
import {
  backupsFolder,
  dropBackup,
  dropUnfinished,
  freeBackupName,
  listBackups,
  manifestOf,
} from './backup-list.ts';
import { checkCopy, factsOf, witnessOf } from './check-copy.ts';
import { namesToDrop } from './own-copies.ts';

/** Left free for the work of the counter itself. */
const margin = 64 * 1024 * 1024;

/**
 * Writes a verified copy of the register into `backups/`: under another name until it is proved whole and lies on the disk. What
 * the rule of keeping no longer wants goes first where there is no room, otherwise afterwards. Throws BackupError; nothing of
 * the copy is left then.
 * @param at epoch milliseconds.
 */
export function backUp(
  db: Reader,
  folder: string,
  { at, reason }: { at: number; reason: BackupReason },
): StoredBackup {
  const backups = backupsFolder(folder);
  const instant = new Date(at).toISOString();
  const name = freeBackupName(folder, instant);
  const file = join(backups, name);
  const unverified = `${file}.tmp`;
  try {
    mkdirSync(backups, { recursive: true });
    // Of a copy that was cut off with its folder; in the same second it would have had this very name.
    dropUnfinished(folder);
    makeRoom(db, folder, instant);
    const before = witnessOf(db);
    db.prepare('VACUUM INTO ?').run(unverified);
    const facts = checkCopy(unverified, before, witnessOf(db));
    const manifest = keepVerified(unverified, file, { format: 1, at: instant, reason, ...facts });
    for (const old of namesToDrop(db, folder, listBackups(folder), { now: instant, written: name }))
      dropBackup(folder, old);
    return { name, ...manifest };
  } catch (error) {
    for (const left of [unverified, `${unverified}-journal`, `${manifestOf(file)}.tmp`])
      rmSync(left, { force: true });
    throw new BackupError(backupFaultOf(error), error);
  }
}

/** Gives a verified copy its name, with what it holds beside it: a copy without that counts for nothing. */
export function keepVerified(
  unverified: string,
  file: string,
  told: Omit<BackupManifest, 'bytes' | 'sha256' | 'lock'>,
): BackupManifest {
  const folder = dirname(dirname(file));
  const lock = kindOfFile(unverified) === 'locked' ? copyLockOf(folder) : undefined;
  const manifest: BackupManifest = { ...told, ...hashOfFile(unverified), ...(lock && { lock }) };
  flush(unverified);
  renameSync(unverified, file);
  writeFileSync(`${manifestOf(file)}.tmp`, JSON.stringify(manifest));
  flush(`${manifestOf(file)}.tmp`);
  renameSync(`${manifestOf(file)}.tmp`, manifestOf(file));
  flushFolder(dirname(file));
  return manifest;
}

/**
 * The same before the register takes a new form; answers the path of the copy. One that holds all of it already, in this form, is
 * enough: whoever dies again and again while he upgrades fills no disk, and drops no other copy of that day.
 */
export function writeBackup(db: Reader, folder: string): string {
  const known = findSameCopy(db, folder);
  if (known !== undefined) return known;
  return join(backupsFolder(folder), backUp(db, folder, { at: Date.now(), reason: 'version' }).name);
}

/** A copy from before an upgrade of this form that is still the file it was and says what the register says, row by row. */
function findSameCopy(db: Reader, folder: string): string | undefined {
  const { version, seq, head } = factsOf(db);
  let own: string | undefined;
  return listBackups(folder)
    .filter((copy) => copy.reason === 'version' && copy.version === version)
    .filter((copy) => copy.seq === seq && copy.head === head)
    .map((copy) => ({ ...copy, file: join(backupsFolder(folder), copy.name) }))
    .find(({ file, sha256 }) => {
      try {
        if (hashOfFile(file).sha256 !== sha256) return false;
        own ??= dumpDigest(db);
        return digestOf(file) === own;
      } catch {
        return false;
      }
    })?.file;
}

function digestOf(file: string): string {
  const copy = connect(file, 'read');
  try {
    return dumpDigest(copy);
  } finally {
    copy.close();
  }
}

/** Frees what the rule allows when the copy would not fit. */
function makeRoom(db: Reader, folder: string, now: string): void {
  const bytes = sizeOf(db);
  const missing = () => {
    const { bavail, bsize } = statfsSync(backupsFolder(folder));
    return bytes + margin - bavail * bsize;
  };
  const wanted = missing();
  if (wanted <= 0) return;
  for (const name of namesToDrop(db, folder, listBackups(folder), { now, wanted })) dropBackup(folder, name);
  if (missing() > 0) throw new BackupError('space');
}

/** Throws BackupError('space') where another file as large as the register would not fit. */
export function requireRoom(folder: string, db: Reader): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < sizeOf(db) + margin) throw new BackupError('space');
}

function sizeOf(db: Reader): number {
  return Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
}

/** Size and SHA-256. Read in pieces: a register is larger than what should lie in memory. */
export function hashOfFile(file: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of readPieces(file)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** A file in pieces, each to be used before the next is asked for. */
export function* readPieces(file: string): Generator<Buffer> {
  const piece = Buffer.alloc(1024 * 1024);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const read = readSync(descriptor, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}
