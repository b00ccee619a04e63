import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RefusedWhy } from '../../../shared/views-backup.ts';
import { DamageError, findingOf, StartError } from '../../start-error.ts';
import { endEverySignIn } from '../accounts/sign-ins.ts';
import { connect, type Writer } from '../connection.ts';
import { flushFolder } from '../flush.ts';
import { freeName } from '../free-name.ts';
import { appendEntry } from '../journal.ts';
import { lanStands, shutLanAfterRestore } from '../lan.ts';
import { dropKeyFile, keyFilePath } from '../locking/key-file.ts';
import { keepKey, keyFor, kindOfFile } from '../locking/keyring.ts';
import { markRest, unmarkRest } from '../locking/lock-rest.ts';
import { BackupError } from './backup-error.ts';
import { lossOf, tellsOfLan, wasEmergency } from './backup-lack.ts';
import { findLookedAt, restoringFolder } from './looked-at.ts';
import { numbersGiven, passOverNumbers } from './passed-over.ts';
import { noteRefused } from './refused-take.ts';
import { dropRestored, restoredFile } from './restored.ts';
import { dropMark, isTakeAsked, readMark, type TakeMark, type Taking, writeMark } from './take-mark.ts';
import { epochsIn, findRefusal, isReady, isTaken } from './take-proof.ts';

/**
 * A restored register takes the place of the one that worked, between two openings; that one is moved aside, never deleted. Where
 * what two have signed for does not lie ready any more, nothing is moved, and the register that stays tells why.
 */

/** The folder whose key is asked for at a start: that of a register which is about to be taken and brought its own, or `folder`. */
export const shutFolder = (folder: string): string =>
  isTakeAsked(folder) && existsSync(keyFilePath(restoringFolder(folder))) ? restoringFolder(folder) : folder;

/**
 * Marks what was put together and looked at to be taken by the next opening. Throws BackupError when it is not there.
 * @param head beginning of the journal's last hash in the copy, as it was shown.
 */
export function askToTake(folder: string, taking: Taking, head: string): void {
  const about = findLookedAt(folder);
  if (about === undefined || !about.head.startsWith(head))
    throw new BackupError('different', 'not put together');
  const wished = `so-cu-${taking.officeTime.replaceAll(':', '').replace('T', '-')}`;
  const copy = { at: about.at, sha256: about.sha256, head: about.head };
  const marked = { ...taking, epoch: randomUUID(), aside: freeIn(folder, wished), copy, isBegun: false };
  try {
    writeMark(folder, marked);
  } catch (error) {
    // Whoever is told that it failed must not find it done tomorrow.
    dropMark(folder);
    throw error;
  }
}

const freeIn = (folder: string, wished: string): string => basename(freeName(join(folder, wished)));

/** The log first: a register without its log is still the old one, a log beside the new one would spoil it. */
const setNames = ['register.db-wal', 'register.db-shm', 'register.db'];

const isIn = (folder: string) => (name: string) => existsSync(join(folder, name));

/**
 * Puts the restored register in its place, before anything is opened; does nothing without the mark. A kill at any moment is
 * gone on with by the next start: as long as the restored file lies in its own folder, what lies in its place is the old one.
 * Throws DamageError where it has to wait: for a code, for room on the disk, for another program to let go of a file.
 */
export function takeRestored(folder: string): void {
  if (!isTakeAsked(folder)) return;
  try {
    const marked = readMark(folder);
    if (marked === null) takeUnmarked(folder);
    else if (!isTaken(folder, marked)) takeMarked(folder, marked);
    tidy(folder);
  } catch (error) {
    throw heldUp(folder, error);
  }
  // Moved away by nobody of us: an empty one must not be made in its place.
  const file = join(folder, 'register.db');
  if (!existsSync(file)) throw new DamageError({ kind: 'missing' }, file);
}

function takeMarked(folder: string, asked: TakeMark): void {
  const why = findRefusal(folder, asked);
  const marked = why === null ? markBegun(folder, asked) : asked;
  const refused = why ?? failureOf(folder, marked);
  if (refused !== null) refuse(folder, marked, refused);
  else {
    moveAside(folder, marked.aside);
    putInPlace(folder);
  }
}

function failureOf(folder: string, marked: TakeMark): RefusedWhy | null {
  try {
    beginEpoch(folder, marked);
    return null;
  } catch (error) {
    if (findingOf(error).kind === 'diskFull') throw error;
    process.stderr.write(`restore: ${String(error)}\n`);
    return 'failed';
  }
}

/** The old register is gone from its place only after the other one is ready; what stands in the mark is not needed any more. */
function takeUnmarked(folder: string): void {
  if (!isIn(folder)('register.db') && isReady(folder)) putInPlace(folder);
  else refuse(folder, null, 'unreadable');
}

/** What a kill left half moved goes on in its own folder; one that holds another register is not gone over. */
function markBegun(folder: string, asked: TakeMark): TakeMark {
  const isOther = setNames.some((name) => [folder, join(folder, asked.aside)].every((at) => isIn(at)(name)));
  if (asked.isBegun && !isOther) return asked;
  const marked = { ...asked, isBegun: true, ...(isOther && { aside: freeIn(folder, asked.aside) }) };
  writeMark(folder, marked);
  return marked;
}

function moveAside(folder: string, aside: string): void {
  const old = join(folder, aside);
  mkdirSync(old, { recursive: true });
  for (const name of setNames.filter(isIn(folder))) renameSync(join(folder, name), join(old, name));
  flushFolder(old);
  flushFolder(folder);
}

function putInPlace(folder: string): void {
  const key = keyFor(restoredFile(folder));
  const brought = keyFilePath(restoringFolder(folder));
  if (existsSync(brought)) renameSync(brought, keyFilePath(folder));
  keepKey(folder, key);
  if (key !== null) markRest(folder);
  renameSync(restoredFile(folder), join(folder, 'register.db'));
  flushFolder(folder);
}

function refuse(folder: string, marked: TakeMark | null, why: RefusedWhy): void {
  process.stderr.write(`restore: refused, ${why}\n`);
  noteRefused(folder, marked, why);
  if (marked !== null) putBack(folder, marked.aside);
}

/** What an earlier start has moved aside comes back, the log last. */
function putBack(folder: string, aside: string): void {
  const old = join(folder, aside);
  const moved = setNames.filter(isIn(old));
  // A folder of another register.
  if (moved.length === 0 || moved.some(isIn(folder))) return;
  for (const name of moved.toReversed()) renameSync(join(old, name), join(folder, name));
  flushFolder(old);
  flushFolder(folder);
  if (!moved.includes('register.db') || kindOfFile(join(folder, 'register.db')) !== 'open') return;
  // That of the other one, which went before it.
  keepKey(folder, null);
  dropKeyFile(folder);
  unmarkRest(folder);
}

function tidy(folder: string): void {
  try {
    dropRestored(folder);
  } catch (error) {
    // What another program holds there is no reason to stay shut; the next one that is put together removes it.
    process.stderr.write(`restore: ${String(error)}\n`);
  }
  dropMark(folder);
}

/** The mark stays, and the next start goes on. */
function heldUp(folder: string, error: unknown): StartError {
  if (error instanceof StartError) return error;
  process.stderr.write(`restore: ${String(error)}\n`);
  const finding = findingOf(error);
  return new DamageError(finding.kind === 'damaged' ? { kind: 'notReopened', why: null } : finding, folder);
}

/**
 * Makes the restored register a new epoch: no number that may be on paper is given again, and the journal says who took it, from
 * when, and what was passed over.
 */
function beginEpoch(folder: string, { at, today, device, by, approver, epoch, aside }: TakeMark): void {
  const about = findLookedAt(folder);
  if (about === undefined) throw new BackupError('different', 'nothing was put together');
  const db = connect(restoredFile(folder), 'write');
  try {
    if (!epochsIn(db).includes(epoch))
      db.transaction((tx: Writer) => {
        const passed = passOverNumbers(tx, numbersGiven(tx, folder, about, today), today);
        const loss = lossOf(join(folder, 'register.db'), about);
        const { at: copyOf, seq, head } = about;
        // On a bare machine nothing worked before.
        const kept = by === null ? null : aside;
        const shutLan = lanStands(tx) || tellsOfLan(loss);
        const restored = { epoch, copyOf, seq, head, by, approver, ...passed, loss, shutLan, aside: kept };
        const data = { ...restored, wasEmergency: wasEmergency(join(folder, 'register.db'), tx) };
        const entry = { at, personId: null, device, kind: 'register.restored', subject: 'register', data };
        appendEntry(tx, entry);
        endEverySignIn(tx, Date.parse(at));
        shutLanAfterRestore(tx, Date.parse(at));
      }).immediate(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}
