import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import {
  type BackupFault,
  type BackupManifest,
  backupManifestSchema,
  type StoredBackup,
} from '../../shared/domain/backup.ts';
import { readPieces } from '../register/backup/backup.ts';
import { BackupError, backupFaultOf } from '../register/backup/backup-error.ts';
import { backupsFolder, wouldNotGo } from '../register/backup/backup-list.ts';
import { namesToDrop } from '../register/backup/own-copies.ts';
import { connect, type Reader } from '../register/connection.ts';
import { flush, flushFolder } from '../register/flush.ts';
import { readKeyFile, writeKeyFile } from '../register/locking/key-file.ts';
import { checkOf, keyFor } from '../register/locking/keyring.ts';
import { seal } from '../sealing.ts';
import { carryFiles } from './carried-files.ts';
import { keyName } from './place-key.ts';
import { readHead, type SealedHead, type Wrap, writeSealed } from './sealed-file.ts';

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
 * @param data folder of the register.
 */
export function preparePlace(place: string, wrap: Wrap, data: string): void {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) throw new BackupError('noFolder');
  if (isInside(join(place, ownFolder), data)) throw new BackupError('inside');
  try {
    const folder = folderOf(place, wrap);
    // One by one: where a system answers that there is no such thing, Node tries for ever to make all of them.
    for (const each of [dirname(folder), folder]) if (!existsSync(each)) mkdirSync(each);
    // Proves that it takes something.
    const trial = join(folder, 'trial.tmp');
    writeFileSync(trial, '');
    flush(trial);
    rmSync(trial);
  } catch (error) {
    throw new BackupError(placeFaultOf(error, place), error);
  }
}

/** Whether a folder lies in another one, whatever they are called: two places would be one. */
function isInside(inner: string, outer: string): boolean {
  const way = relative(realOf(outer), realOf(inner));
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

const realOf = (path: string): string =>
  existsSync(path) ? realpathSync.native(path) : join(realpathSync.native(dirname(path)), basename(path));

/**
 * Seals a verified copy into the second place, and the files that it has not yet. Throws BackupError; nothing half is left.
 * @param register its folder and its file.
 */
export function carryBackup(
  { folder, file: live }: { folder: string; file: string },
  backup: StoredBackup,
  place: string,
  { key, wrap }: PlaceKey,
): number {
  const target = folderOf(place, wrap);
  const file = join(target, backup.name.replace(/\.db$/, '.sealed'));
  const copy = join(backupsFolder(folder), backup.name);
  let db: Reader | undefined;
  try {
    if (!existsSync(target)) throw new BackupError('gone');
    if (isInside(target, folder)) throw new BackupError('inside');
    for (const name of readdirSync(target).filter((each) => each.endsWith('.tmp')))
      wouldNotGo(join(target, name));
    db = connect(live, 'read');
    makeRoom(db, folder, target, backup);
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
    const { copies } = sealedIn(target);
    dropOld(target, namesToDrop(db, folder, copies, { now: backup.at, written: basename(file) }));
    return statSync(file).size;
  } catch (error) {
    // What was to be carried is gone: the fault lies here, not there.
    throw new BackupError(existsSync(copy) ? placeFaultOf(error, target) : 'unwritable', error);
  } finally {
    db?.close();
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

function makeRoom(db: Reader, folder: string, target: string, { at, bytes }: StoredBackup): void {
  const missing = () => {
    const { bavail, bsize } = statfsSync(target);
    return bytes + margin - bavail * bsize;
  };
  const wanted = missing();
  if (wanted <= 0) return;
  dropOld(target, namesToDrop(db, folder, sealedIn(target).copies, { now: at, wanted }));
  if (missing() > 0) throw new BackupError('placeSpace');
}

function dropOld(target: string, names: readonly string[]): void {
  for (const name of names) wouldNotGo(join(target, name));
}

/** A copy found on a second place, as its first line tells; proved only when it is opened. */
export interface SealedBackup extends BackupManifest {
  /** Whole path. */
  path: string;
  wrap: Wrap;
}

/** What lies on a second place. */
export interface SealedFound {
  /** Newest first. */
  copies: SealedBackup[];
  /** Names, below the place, of what is called as a copy and cannot be read as one. */
  unread: string[];
}

/** Every sealed copy below a folder: of a stick as a whole, of our folder on it, or of one key's. */
export function findSealed(place: string): SealedFound {
  const own = existsSync(join(place, ownFolder)) ? join(place, ownFolder) : place;
  const folders = [own, ...foldersIn(own).map((name) => join(own, name))];
  const found = folders.map((folder) => ({ folder, ...sealedIn(folder) }));
  return {
    copies: found
      .flatMap(({ folder, copies }) =>
        copies.map(({ name, ...copy }) => ({ ...copy, path: join(folder, name) })),
      )
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq)),
    unread: found.flatMap(({ folder, unread }) => unread.map((name) => relative(place, join(folder, name)))),
  };
}

/** The copies under one key, as their first lines tell; null where the place is not there. */
export function findCarried(
  place: string,
  wrap: Wrap,
): (Omit<SealedFound, 'copies'> & { copies: BackupManifest[] }) | null {
  const target = folderOf(place, wrap);
  return existsSync(target) ? sealedIn(target) : null;
}

/** One that cannot be read, a bad sector or a folder of that name, hides none of the others. */
function sealedIn(folder: string): { copies: (StoredBackup & { wrap: Wrap })[]; unread: string[] } {
  const copies: (StoredBackup & { wrap: Wrap })[] = [];
  const unread: string[] = [];
  for (const name of namesIn(folder).filter((each) => namePattern.test(each))) {
    const head = headOf(join(folder, name));
    const manifest = backupManifestSchema.safeParse(head?.about);
    if (head === undefined || !manifest.success) unread.push(name);
    else copies.push({ ...manifest.data, name, wrap: head.wrap });
  }
  return { copies, unread };
}

function headOf(file: string): SealedHead | undefined {
  try {
    return readHead(file);
  } catch {
    return undefined;
  }
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
