import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DamageError } from '../start-error.ts';
import { applicationId, connect } from './connection.ts';
import { knownMark } from './known-past.ts';
import { keyFilePath, wantsKey } from './locking/key-file.ts';
import { keyFor } from './locking/keyring.ts';

/** The first hundred bytes of every SQLite file (sqlite.org/fileformat2.html §1.3). */
const headerBytes = 100;
const magic = 'SQLite format 3\0';

/**
 * Looks at a register's header without opening it as a database, so that a file which is empty, damaged, foreign or
 * from a newer version stays byte for byte, and its folder as it was. Throws DamageError for each; also when the
 * folder shows that there was a register and it is gone: an empty one must never take its place unasked.
 */
export function recognise(file: string, newestVersion: number): 'none' | 'register' {
  const isLocked = wantsKey(dirname(file));
  // Also where it is gone or empty: without the key no copy of it could be read either.
  if (isLocked && keyFor(file) === null)
    throw new DamageError({ kind: existsSync(keyFilePath(dirname(file))) ? 'locked' : 'keyLost' }, file);
  if (!existsSync(file)) {
    if (hadRegister(file)) throw new DamageError({ kind: 'missing' }, file);
    return 'none';
  }
  const header = readHeader(file);
  if (header.length === 0) throw new DamageError({ kind: 'empty' }, file);
  if (isLocked) return recogniseLocked(file, newestVersion);
  const isOurs =
    header.length === headerBytes &&
    header.toString('latin1', 0, 16) === magic &&
    header.readUInt32BE(68) === applicationId;
  if (!isOurs) throw new DamageError({ kind: 'foreign' }, file);
  refuseNewer(file, header.readUInt32BE(60), newestVersion);
  return 'register';
}

/** The header of a locked register is told by its key alone; one that its own key does not open is damaged, and found to be. */
function recogniseLocked(file: string, newestVersion: number): 'register' {
  let [id, version]: unknown[] = [applicationId, 0];
  try {
    const db = connect(file, 'read');
    try {
      [id, version] = ['application_id', 'user_version'].map((name) => db.pragma(name, { simple: true }));
    } finally {
      db.close();
    }
  } catch {
    return 'register';
  }
  if (id !== applicationId) throw new DamageError({ kind: 'foreign' }, file);
  refuseNewer(file, Number(version), newestVersion);
  return 'register';
}

/** What the mark does not say, what lies beside does: a log, slips, backups, a damaged register put aside. */
function hadRegister(file: string): boolean {
  const folder = dirname(file);
  if ([knownMark, 'files', 'so-hong'].some((name) => existsSync(join(folder, name)))) return true;
  const backups = join(folder, 'backups');
  return existsSync(`${file}-wal`) || (existsSync(backups) && readdirSync(backups).length > 0);
}

/** Also asked once the file is open: a version may still lie in the log alone. */
export function refuseNewer(file: string, version: number, newestVersion: number): void {
  if (version <= newestVersion) return;
  throw new DamageError({ kind: 'newer', version, reads: newestVersion }, file);
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(headerBytes);
  const descriptor = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(descriptor, header, 0, headerBytes, 0));
  } finally {
    closeSync(descriptor);
  }
}
