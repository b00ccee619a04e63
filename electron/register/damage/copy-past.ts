import { dirname, join } from 'node:path';
import type { CopyPast } from '../../../shared/damage-view.ts';
import type { StoredBackup } from '../../../shared/domain/backup.ts';
import { hashOfFile } from '../backup/backup.ts';
import { holdsHead } from '../backup/backup-lack.ts';
import { backupsFolder, listBackups } from '../backup/backup-list.ts';
import { prepared, type Reader } from '../connection.ts';
import { firstEntryOf } from '../emergency-range.ts';
import type { JournalRow } from '../journal.ts';
import { reading } from './emergencies.ts';
import { listReplaced } from './set-aside.ts';

/** Whether a copy is of the register that lies damaged: only such a one may complete it. */

type Found = ReadonlyMap<number, readonly JournalRow[]>;

/** Whether the bytes of a copy are still those that were verified. */
export const isWhole = (folder: string, { name, sha256 }: StoredBackup): boolean =>
  hashOfFile(join(backupsFolder(folder), name)).sha256 === sha256;

/** The whole copy that holds most of the same past; undefined where none is of it. */
export const findOwnCopy = (folder: string, source: string, found: Found): StoredBackup | undefined =>
  listBackups(folder)
    .toSorted((a, b) => b.seq - a.seq)
    .find((copy) => pastOf(folder, source, found, copy) === 'own' && isWhole(folder, copy));

/** @param found entries that the damaged register still shows. */
export function pastOf(folder: string, source: string, found: Found, copy: StoredBackup): CopyPast {
  const file = join(backupsFolder(folder), copy.name);
  const said = reading(file, (db) => ({
    isEmergency: firstEntryOf(db) !== undefined,
    joined: joinedTo(db, copy, found),
  }));
  if (said === undefined) return 'other';
  const { isEmergency, joined } = said;
  const isOwn =
    joined === 'wholly' || (joined === 'begins' && !isReplaced(folder, source, copy) && found.size > 0);
  if (isOwn) return 'own';
  if (isEmergency) return 'emergency';
  return found.size === 0 ? 'unknown' : 'other';
}

/**
 * `wholly`: what survives goes on from the end of the copy. `begins`: they begin alike, as each link tells of all before it, and of
 * what the copy holds beyond that nothing survives. null: one of the numbers that both hold says something else, or there is none.
 */
function joinedTo(
  db: Reader,
  { seq, head }: Pick<StoredBackup, 'seq' | 'head'>,
  found: Found,
): 'wholly' | 'begins' | null {
  let common = 0;
  const links = prepared<Pick<JournalRow, 'seq' | 'hash'>>(db, 'SELECT seq, hash FROM journal ORDER BY seq');
  for (const link of links.iterate()) {
    const same = found.get(link.seq);
    if (same === undefined) continue;
    if (!same.some(({ hash }) => hash.equals(link.hash))) return null;
    common = link.seq;
  }
  const next = found.get(seq + 1);
  if (next !== undefined)
    return next.some((row) => row.previousHash.toString('hex') === head) ? 'wholly' : null;
  if (common === 0) return null;
  return common === seq ? 'wholly' : 'begins';
}

/** Whether a register that another took the place of ends like the copy, or goes on from it: it may have been given up. */
const isReplaced = (folder: string, source: string, copy: StoredBackup): boolean =>
  listReplaced(folder)
    .filter((place) => place !== dirname(source))
    .some((place) => reading(join(place, 'register.db'), (db) => holdsHead(db, copy)) ?? false);
