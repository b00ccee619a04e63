import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupManifest } from '../../../shared/domain/backup.ts';
import type { BackupPlaceView, RestoredFacts } from '../../../shared/views-backup.ts';
import { connect, prepared, type Reader } from '../connection.ts';
import { findFile } from '../files.ts';
import { flush } from '../flush.ts';
import { lanStands } from '../lan.ts';
import { writeKeyFile } from '../locking/key-file.ts';
import { keepKey, keyFor, kindOfFile } from '../locking/keyring.ts';
import { changeKey } from '../locking/lock-rest.ts';
import { migrations } from '../migrations/index.ts';
import { namedFiles } from '../named-files.ts';
import { hashOfFile } from './backup.ts';
import { BackupError } from './backup-error.ts';
import { lackOf, ownerOf } from './backup-lack.ts';
import { factsOf, requireSound } from './check-copy.ts';
import { findLookedAt, restoringFolder, writeAbout } from './looked-at.ts';
import { isTakeAsked } from './take-mark.ts';
import { findTurnedBack } from './turned-back.ts';

/**
 * A copy on its way back: put together and proved in a folder of its own, looked at there, and only then taken (`taking.ts`).
 */

export const restoredFile = (folder: string): string => join(restoringFolder(folder), 'register.db');

/** What opens the copy. It comes under the key of the register in whose place it is put, or brings its own to a bare machine. */
export interface CopyKey {
  key: Buffer | null;
  isAdopted: boolean;
}

/** Writes the bytes of a copy into the folder for it and proves them. Throws BackupError; nothing of them is left then. */
export function putTogether(
  folder: string,
  manifest: BackupManifest,
  pieces: Iterable<Uint8Array>,
  lock: CopyKey = { key: null, isAdopted: false },
): void {
  // What two have signed for lies there until it is taken.
  if (isTakeAsked(folder)) throw new BackupError('different', 'another one is about to be taken');
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
    const isChanged = settleKey(folder, manifest, lock);
    writeAbout(folder, manifest, isChanged ? hashOfFile(file).sha256 : sha256);
  } catch (error) {
    dropRestored(folder);
    throw error;
  }
}

/** Answers whether the bytes changed by it. */
function settleKey(folder: string, manifest: BackupManifest, { key, isAdopted }: CopyKey): boolean {
  const own = keyFor(folder);
  if (isAdopted && key !== null && manifest.lock !== undefined) {
    const { check, wrap } = manifest.lock;
    const brought = { format: 'mot-cua-key', check, wrap, madeAt: manifest.at, system: null } as const;
    writeKeyFile(restoringFolder(folder), brought);
    keepKey(restoringFolder(folder), key);
    return false;
  }
  if (key === null ? own === null : own !== null && key.equals(own)) return false;
  changeKey(restoredFile(folder), key, own, manifest);
  return true;
}

/** Gives up what was put together, with what opens it. */
export function dropRestored(folder: string): void {
  keepKey(restoringFolder(folder), null);
  rmSync(restoringFolder(folder), { recursive: true, force: true });
}

/**
 * The same at a start that nobody asked to take it: whoever put it together is not looking at it any more. What another program holds
 * there keeps nobody from the register.
 */
export function dropGivenUp(folder: string): void {
  if (isTakeAsked(folder)) return;
  try {
    dropRestored(folder);
  } catch (error) {
    process.stderr.write(`left: ${String(error)}\n`);
  }
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

/**
 * What is looked at before it is taken, and what `now`, the register that works, holds beyond it; null when nothing was put together.
 * Throws BackupError('different') where it can no longer be read.
 */
export function findRestored(folder: string, now: Reader): BackupPlaceView {
  const about = findLookedAt(folder);
  if (about === undefined || isRestoredShut(folder)) return null;
  const { hasLan, ...told } = toldBy(restoredFile(folder));
  const owner = ownerOf(now, about);
  return {
    ...told,
    at: about.at,
    head: about.head.slice(0, 8),
    lack: lackOf(now, about),
    owner,
    givenUpAt: owner === 'past' ? (findTurnedBack(now, about)?.at ?? null) : null,
    shutsLan: lanStands(now) || hasLan,
  };
}

function toldBy(file: string) {
  try {
    const db = connect(file, 'read');
    try {
      const { unit, cases } = factsOf(db);
      const last = prepared<RestoredFacts['last'][number]>(
        db,
        `SELECT caseCode, receivedAt, applicantName FROM cases ORDER BY id DESC LIMIT 5`,
      ).all();
      const people = prepared<{ name: string }>(
        db,
        'SELECT name FROM people WHERE active = 1 ORDER BY id',
      ).all();
      return { unit, cases, last, people: people.map(({ name }) => name), hasLan: lanStands(db) };
    } finally {
      db.close();
    }
  } catch (error) {
    throw new BackupError('different', error);
  }
}

/** What was put together brought a lock of its own, and its code has to be given again since. */
export const isRestoredShut = (folder: string): boolean =>
  kindOfFile(restoredFile(folder)) === 'locked' && keyFor(restoredFile(folder)) === null;
