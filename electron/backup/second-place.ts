import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type BackupFault,
  type BackupManifest,
  backupManifestSchema,
  type StoredBackup,
} from '../../shared/domain/backup.ts';
import { copiesToDrop } from '../../shared/domain/backup-keeping.ts';
import { readPieces } from '../register/backup/backup.ts';
import { BackupError, backupFaultOf } from '../register/backup/backup-error.ts';
import { backupsFolder } from '../register/backup/backup-list.ts';
import { toldForKeeping } from '../register/backup/looked-at.ts';
import { flush, flushFolder } from '../register/flush.ts';
import { readKeyFile, writeKeyFile } from '../register/locking/key-file.ts';
import { checkOf, keyFor } from '../register/locking/keyring.ts';
import { seal } from '../sealing.ts';
import { carryFiles } from './carried-files.ts';
import { keyName } from './place-key.ts';
import { readHead, type Wrap, writeSealed } from './sealed-file.ts';

/** A folder on another disk: below it one folder for each key, with sealed copies and the sealed files that they name. */

const ownFolder = 'Mot-Cua';
const namePattern = /^register-\d{8}T\d{6}Z(?:-\d+)?\.sealed$/;
const margin = 16 * 1024 * 1024;

export interface PlaceKey {
  key: Buffer;
  wrap: Wrap;
}

const folderOf = (place: string, wrap: Wrap): string => join(place, ownFolder, keyName(wrap));

/**
 * Readies a folder that somebody chose. Only here it is made: a stick that is not plugged in leaves an empty folder on many
 * machines, and copies there would lie on the very disk that they are to outlive. Throws BackupError.
 */
export function preparePlace(place: string, wrap: Wrap): void {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) throw new BackupError('noFolder');
  try {
    const folder = folderOf(place, wrap);
    mkdirSync(folder, { recursive: true });
    // Proves that it takes something.
    const trial = join(folder, 'trial.tmp');
    writeFileSync(trial, '');
    flush(trial);
    rmSync(trial);
  } catch (error) {
    throw new BackupError(placeFaultOf(error, place), error);
  }
}

/** Seals a verified copy into the second place, and the files that it has not yet. Throws BackupError; nothing half is left. */
export function carryBackup(
  folder: string,
  backup: StoredBackup,
  place: string,
  { key, wrap }: PlaceKey,
): number {
  const target = folderOf(place, wrap);
  const file = join(target, backup.name.replace(/\.db$/, '.sealed'));
  const copy = join(backupsFolder(folder), backup.name);
  try {
    if (!existsSync(target)) throw new BackupError('gone');
    for (const name of readdirSync(target).filter((each) => each.endsWith('.tmp')))
      rmSync(join(target, name));
    makeRoom(folder, target, backup);
    carryFiles(folder, target, { key, wrap });
    const { name: _, ...manifest } = backup;
    carryLock(folder, target);
    const writer = writeSealed(file, key, wrap, { ...manifest, ...withKey(folder, backup, key) });
    try {
      for (const piece of readPieces(copy)) writer.write(piece);
      writer.finish();
    } catch (error) {
      writer.drop();
      throw error;
    }
    flushFolder(target);
    dropOld(target, copiesToDrop(toldForKeeping(folder, sealedIn(target)), backup.at));
    return statSync(file).size;
  } catch (error) {
    // What was to be carried is gone: the fault lies here, not there.
    throw new BackupError(existsSync(copy) ? placeFaultOf(error, target) : 'unwritable', error);
  }
}

/** What the register's key is sealed for under that of the place. */
export const sealedKeyOf = 'mot-cua register key';

/** A locked copy opens on another machine by the code of the place alone: its key goes along, sealed under that of the place. */
function withKey(folder: string, { lock }: StoredBackup, placeKey: Buffer): Pick<BackupManifest, 'lock'> {
  const key = keyFor(folder);
  if (lock === undefined || key === null || checkOf(key) !== lock.check) return {};
  return { lock: { ...lock, sealed: seal(placeKey, key.toString('base64'), sealedKeyOf) } };
}

/** The lock as well, without what the machine's own system keeps: whoever lost the file beside the register takes it from here. */
function carryLock(folder: string, target: string): void {
  const own = readKeyFile(folder);
  if (own !== null) writeKeyFile(target, { ...own, system: null });
}

function makeRoom(folder: string, target: string, { at, bytes }: StoredBackup): void {
  const missing = () => {
    const { bavail, bsize } = statfsSync(target);
    return bytes + margin - bavail * bsize;
  };
  const wanted = missing();
  if (wanted <= 0) return;
  dropOld(target, copiesToDrop(toldForKeeping(folder, sealedIn(target)), at, wanted));
  if (missing() > 0) throw new BackupError('placeSpace');
}

function dropOld(target: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(target, name), { force: true });
}

/** A copy found on a second place, as its first line tells; proved only when it is opened. */
export interface SealedBackup extends BackupManifest {
  /** Whole path. */
  path: string;
  wrap: Wrap;
}

/** Every sealed copy below a folder: of a stick as a whole, of our folder on it, or of one key's; newest first. */
export function findSealed(place: string): SealedBackup[] {
  const own = existsSync(join(place, ownFolder)) ? join(place, ownFolder) : place;
  const folders = [own, ...foldersIn(own).map((name) => join(own, name))];
  return folders
    .flatMap((folder) =>
      sealedIn(folder).map(({ name, wrap, manifest }) => ({ ...manifest, wrap, path: join(folder, name) })),
    )
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** The copies under one key, newest first, as their first lines tell; null where the place is not there. */
export function findCarried(place: string, wrap: Wrap): BackupManifest[] | null {
  const target = folderOf(place, wrap);
  if (!existsSync(target)) return null;
  return sealedIn(target)
    .map(({ manifest }) => manifest)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function sealedIn(folder: string) {
  return namesIn(folder)
    .filter((name) => namePattern.test(name))
    .flatMap((name) => {
      const head = readHead(join(folder, name));
      const manifest = backupManifestSchema.safeParse(head?.about);
      if (head === undefined || !manifest.success) return [];
      return [{ ...manifest.data, name, wrap: head.wrap, manifest: manifest.data }];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const foldersIn = (folder: string): string[] => namesIn(folder).filter((name) => /^[0-9a-f]{8}$/.test(name));

/** Of the place, so that nobody looks for the fault on the wrong disk. */
function placeFaultOf(error: unknown, target: string): BackupFault {
  const fault = backupFaultOf(error);
  if (!existsSync(target) || !existsSync(dirname(target))) return 'gone';
  return fault === 'space'
    ? 'placeSpace'
    : fault === 'unwritable' || fault === 'unsound'
      ? 'placeUnwritable'
      : fault;
}
