import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { copyLockSchema, type LockFault, lockFaults } from '../../../shared/domain/backup.ts';
import { requireRoom } from '../backup/backup.ts';
import { BackupError, backupFaultOf } from '../backup/backup-error.ts';
import { checkCopy, factsOf, witnessOf } from '../backup/check-copy.ts';
import { connect, type Reader, rekey, type Writer } from '../connection.ts';
import { flush, flushFolder } from '../flush.ts';
import { appendEntry, entriesOf } from '../journal.ts';
import { dropKeyFile, writeKeyFile } from './key-file.ts';
import { checkOf, keepKey, keyFor, kindOfFile } from './keyring.ts';
import { asidesOf, markRest, relock, unmarkRest } from './lock-rest.ts';

/**
 * A register is locked, or opened for good, aside: a copy is written, proved, and takes the register's name by one renaming, while
 * nobody works. A kill at any moment leaves the one or the other, and what opens it.
 */

const askName = 'lock-asked.json';

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
  try {
    writeFileSync(join(folder, `${askName}.tmp`), JSON.stringify(ask));
    flush(join(folder, `${askName}.tmp`));
    renameSync(join(folder, `${askName}.tmp`), join(folder, askName));
    flushFolder(folder);
  } catch (error) {
    // Whoever is told that it failed must not find it done tomorrow.
    rmSync(join(folder, askName), { force: true });
    throw error;
  }
}

/** Does what was asked, before the register is opened. What fails leaves the register as it was, and a word in its journal. */
export function settleLock(folder: string): void {
  const ask = readAsk(folder);
  if (ask === null) return;
  try {
    if (ask.way === 'lock') lock(folder, ask);
    else unlock(folder, ask);
  } catch (error) {
    noteFailure(folder, ask, error instanceof KeyGone ? 'cut' : backupFaultOf(error));
  }
  dropAside(folder);
  keepKey(lockedAside(folder), null);
  // Also what a kill left: beside an open register a key file would hold up whoever restores it.
  if (kindOfFile(join(folder, 'register.db')) === 'open') forgetLock(folder);
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

/** The counter ended before the register lay under the key that was made: nobody has it any more, and nothing lies under it. */
class KeyGone extends Error {}

function lock(folder: string, ask: LockAsk): void {
  const key = keyFor(lockedAside(folder));
  if (kindOfFile(join(folder, 'register.db')) !== 'open') return;
  if (key === null || ask.lock?.check !== checkOf(key)) throw new KeyGone();
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
  forgetLock(folder);
}

function forgetLock(folder: string): void {
  keepKey(folder, null);
  dropKeyFile(folder);
  unmarkRest(folder);
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
  for (const left of asidesOf(lockedAside(folder))) rmSync(left, { force: true });
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
function noteFailure(folder: string, ask: LockAsk, fault: LockFault): void {
  try {
    tell(join(folder, 'register.db'), keyFor(folder), ask, `register.${ask.way}Failed`, { fault });
  } catch {
    return;
  }
}

/** Why the last try left the register as it was; null when it went well, or none was made. */
export function findLockFault(db: Reader): LockFault | null {
  const last = entriesOf(db, 'register')
    .filter(({ kind }) => /^register\.(?:lock|unlock)(?:ed|Failed)$/.test(kind))
    .at(-1);
  const fault = (last?.data as { fault?: unknown } | undefined)?.fault;
  return lockFaults.find((known) => known === fault) ?? null;
}
