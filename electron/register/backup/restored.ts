import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { BackupManifest } from '../../../shared/domain/backup.ts';
import type { BackupPlaceView } from '../../../shared/views-backup.ts';
import { DamageError } from '../../start-error.ts';
import { endEverySignIn } from '../accounts/sign-ins.ts';
import { connect, prepared, type Reader, type Writer } from '../connection.ts';
import { findFile } from '../files.ts';
import { flush, flushFolder } from '../flush.ts';
import { freeName } from '../free-name.ts';
import { appendEntry, entriesOf } from '../journal.ts';
import { lanStands, shutLanAfterRestore } from '../lan.ts';
import { keyFilePath, writeKeyFile } from '../locking/key-file.ts';
import { keepKey, keyFor, kindOfFile } from '../locking/keyring.ts';
import { changeKey, markRest } from '../locking/lock-rest.ts';
import { migrations } from '../migrations/index.ts';
import { namedFiles } from '../named-files.ts';
import { hashOfFile } from './backup.ts';
import { BackupError } from './backup-error.ts';
import { lackOf, lossOf, ownerOf, tellsOfLan, wasEmergency } from './backup-lack.ts';
import { factsOf, requireSound } from './check-copy.ts';
import { aboutFile, findLookedAt, restoringFolder } from './looked-at.ts';
import { numbersGiven, passOverNumbers } from './passed-over.ts';

/**
 * A copy on its way back: put together and proved in a folder of its own, looked at there, and only then taken. The register
 * that worked until now is moved aside, never deleted.
 */

const mark = 'take-restored.json';

export const restoredFile = (folder: string): string => join(restoringFolder(folder), 'register.db');

/** What opens the copy. It comes under the key of the register in whose place it is put, or brings its own to a bare machine. */
export interface CopyKey {
  key: Buffer | null;
  isAdopted: boolean;
}

/** Writes the bytes of a copy into the folder for it and proves them. Throws BackupError; nothing is left then. */
export function putTogether(
  folder: string,
  manifest: BackupManifest,
  pieces: Iterable<Uint8Array>,
  lock: CopyKey = { key: null, isAdopted: false },
): void {
  dropRestored(folder);
  mkdirSync(restoringFolder(folder), { recursive: true });
  const file = restoredFile(folder);
  try {
    writeFileSync(file, '');
    for (const piece of pieces) writeFileSync(file, piece, { flag: 'a' });
    flush(file);
    const { sha256, bytes } = hashOfFile(file);
    if (sha256 !== manifest.sha256 || bytes !== manifest.bytes) throw new BackupError('different');
    const db = connect(file, 'read', lock.key);
    try {
      requireSound(db);
      const facts = factsOf(db);
      if (facts.head !== manifest.head || facts.cases !== manifest.cases) throw new BackupError('different');
      if (facts.version > (migrations.at(-1)?.version ?? 0)) throw new BackupError('newer');
    } finally {
      db.close();
    }
    settleKey(folder, manifest, lock);
    writeFileSync(aboutFile(folder), JSON.stringify(manifest));
    flushFolder(restoringFolder(folder));
  } catch (error) {
    dropRestored(folder);
    throw error;
  }
}

function settleKey(folder: string, manifest: BackupManifest, { key, isAdopted }: CopyKey): void {
  const own = keyFor(folder);
  if (isAdopted && key !== null && manifest.lock !== undefined) {
    const { check, wrap } = manifest.lock;
    const brought = { format: 'mot-cua-key', check, wrap, madeAt: manifest.at, system: null } as const;
    writeKeyFile(restoringFolder(folder), brought);
    keepKey(restoringFolder(folder), key);
  } else if ((key === null) !== (own === null) || (key && own && !key.equals(own)))
    changeKey(restoredFile(folder), key, own, manifest);
}

/** Gives up what was put together. */
export function dropRestored(folder: string): void {
  rmSync(restoringFolder(folder), { recursive: true, force: true });
}

/** Files that the restored register names and that are not whole beside the working one. */
export function missingFiles(folder: string): Set<string> {
  const db = connect(restoredFile(folder), 'read');
  try {
    const isWhole = (name: string) => {
      const file = findFile(folder, name);
      if (file === undefined) return false;
      return createHash('sha256').update(file.bytes).digest('hex') === name.slice(0, 64);
    };
    return new Set([...namedFiles(db)].filter((name) => !isWhole(name)));
  } finally {
    db.close();
  }
}

/** What is looked at before it is taken, and what `now`, the register that works, holds beyond it; null when nothing was put together. */
export function findRestored(folder: string, now: Reader): BackupPlaceView {
  const about = findLookedAt(folder);
  if (about === undefined || isShut(folder)) return null;
  const db = connect(restoredFile(folder), 'read');
  try {
    const { unit, cases } = factsOf(db);
    const last = prepared<NonNullable<BackupPlaceView>['last'][number]>(
      db,
      `SELECT caseCode, receivedAt, applicantName FROM cases ORDER BY id DESC LIMIT 5`,
    );
    const people = prepared<{ name: string }>(
      db,
      'SELECT name FROM people WHERE active = 1 ORDER BY id',
    ).all();
    return {
      at: about.at,
      unit,
      cases,
      last: last.all(),
      people: people.map(({ name }) => name),
      lack: lackOf(now, about),
      owner: ownerOf(now, { ...about, ...factsOf(db) }),
      shutsLan: lanStands(now) || lanStands(db),
    };
  } finally {
    db.close();
  }
}

/** What was put together brought a lock of its own, and its code has to be given again since. */
const isShut = (folder: string): boolean =>
  kindOfFile(restoredFile(folder)) === 'locked' && keyFor(restoredFile(folder)) === null;

/** The folder whose key is asked for at a start: that of a register which is about to be taken and brought its own, or `folder`. */
export const shutFolder = (folder: string): string =>
  isTakeAsked(folder) && existsSync(keyFilePath(restoringFolder(folder))) ? restoringFolder(folder) : folder;

const takingSchema = z.object({
  /** Instant, the office's day `YYYY-MM-DD` and time `YYYY-MM-DDTHH:mm`. */
  at: z.string(),
  today: z.string(),
  officeTime: z.string(),
  /** Who took it, as the register that works now knows him; on a bare machine nobody is known. */
  by: z.string().nullable(),
  approver: z.string().nullable(),
  device: z.string(),
});
export type Taking = z.infer<typeof takingSchema>;
const markSchema = takingSchema.extend({ epoch: z.string(), aside: z.string() });

/** Marks what was put together and looked at to be taken by the next opening. Throws BackupError when there is nothing. */
export function askToTake(folder: string, taking: Taking): void {
  if (findLookedAt(folder) === undefined) throw new BackupError('different', 'nothing was put together');
  const wished = `so-cu-${taking.officeTime.replaceAll(':', '').replace('T', '-')}`;
  writeMark(folder, { ...taking, epoch: randomUUID(), aside: freeIn(folder, wished) });
}

const freeIn = (folder: string, wished: string): string => basename(freeName(join(folder, wished)));

function writeMark(folder: string, marked: z.infer<typeof markSchema>): void {
  const unfinished = join(folder, `${mark}.tmp`);
  writeFileSync(unfinished, JSON.stringify(marked));
  flush(unfinished);
  renameSync(unfinished, join(folder, mark));
  flushFolder(folder);
}

/** The log first: a register without its log is still the old one, a log beside the new one would spoil it. */
const setNames = ['register.db-wal', 'register.db-shm', 'register.db'];

export const isTakeAsked = (folder: string): boolean => existsSync(join(folder, mark));

/**
 * Puts the restored register in its place, before anything is opened; does nothing without the mark. A kill at any moment is
 * gone on with by the next start: as long as the restored file lies in its own folder, what lies in its place is the old one.
 */
export function takeRestored(folder: string): void {
  if (!isTakeAsked(folder)) return;
  let taking = markSchema.parse(JSON.parse(readFileSync(join(folder, mark), 'utf8')));
  if (isShut(folder)) throw new DamageError({ kind: 'locked' }, restoredFile(folder));
  if (existsSync(restoredFile(folder))) {
    // What a kill left half moved goes on in its own folder; one that holds another register is not gone over.
    if (
      setNames.some((name) => [folder, join(folder, taking.aside)].every((at) => existsSync(join(at, name))))
    ) {
      taking = { ...taking, aside: freeIn(folder, taking.aside) };
      writeMark(folder, taking);
    }
    beginEpoch(folder, taking);
    const old = join(folder, taking.aside);
    mkdirSync(old, { recursive: true });
    for (const name of setNames)
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(old, name));
    flushFolder(old);
    flushFolder(folder);
    const key = keyFor(restoredFile(folder));
    const brought = keyFilePath(restoringFolder(folder));
    if (existsSync(brought)) renameSync(brought, keyFilePath(folder));
    keepKey(folder, key);
    if (key !== null) markRest(folder);
    renameSync(restoredFile(folder), join(folder, 'register.db'));
    flushFolder(folder);
  }
  keepKey(restoringFolder(folder), null);
  dropRestored(folder);
  rmSync(join(folder, mark));
  flushFolder(folder);
}

/**
 * Makes the restored register a new epoch: no number that may be on paper is given again, and the journal says who took it, from
 * when, and what was passed over.
 */
function beginEpoch(
  folder: string,
  { at, today, device, by, approver, epoch, aside }: z.infer<typeof markSchema>,
): void {
  const about = findLookedAt(folder);
  if (about === undefined) throw new BackupError('different', 'nothing was put together');
  const db = connect(restoredFile(folder), 'write');
  try {
    const isBegun = entriesOf(db, 'register').some(
      ({ data }) => (data as { epoch?: unknown } | null)?.epoch === epoch,
    );
    if (!isBegun)
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
