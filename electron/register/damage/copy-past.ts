import { dirname, join } from 'node:path';
import type { CopyPast } from '../../../shared/damage-view.ts';
import type { StoredBackup } from '../../../shared/domain/backup.ts';
import { hashOfFile } from '../backup/backup.ts';
import { holdsHead } from '../backup/backup-lack.ts';
import { backupsFolder, listBackups } from '../backup/backup-list.ts';
import { prepared, type Reader } from '../connection.ts';
import { firstEntryOf } from '../emergency-range.ts';
import type { JournalRow } from '../journal.ts';
import { findKnownPast, hashAt, type KnownPast } from '../known-past.ts';
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
  const past = pastKnownOf(folder, found);
  const said = reading(file, (db) => {
    const joined = joinedTo(db, copy, found);
    const side = joined === 'begins' && past ? sideOf(db, copy, past) : null;
    return { isEmergency: firstEntryOf(db) !== undefined, joined, side };
  });
  if (said === undefined) return 'other';
  const { isEmergency, joined, side } = said;
  const isOfIt = () => side === 'held' || (side === null && !isReplaced(folder, source, copy, past));
  if (joined === 'wholly' || (joined === 'begins' && found.size > 0 && isOfIt())) return 'own';
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

/** What was remembered of the damaged register; null where nothing was, or it was of another one than what still shows. */
export function pastKnownOf(folder: string, found: Found): KnownPast | null {
  const past = findKnownPast(folder);
  if (past === null) return null;
  const shows = (seq: number, hash: string) =>
    found.get(seq)?.some((row) => row.hash.toString('hex') === hash);
  const own = [{ seq: 1, hash: past.first }, ...past.held];
  const isOther =
    own.some(({ seq, hash }) => shows(seq, hash) === false) ||
    past.givenUp.some(({ seq, hash }) => shows(seq, hash) === true);
  return isOther ? null : past;
}

/** On which side of the points that are remembered a copy lies: `held` on its own, `givenUp` on another; null where they do not tell. */
function sideOf(db: Reader, { seq, head }: StoredBackup, past: KnownPast): 'held' | 'givenUp' | null {
  const reached = past.held.filter((point) => point.seq <= seq);
  const leaves = reached.some((point) => hashAt(db, point.seq) !== point.hash);
  if (leaves || past.givenUp.some((point) => hashAt(db, point.seq) === point.hash)) return 'givenUp';
  const isLast = reached.length > 0 && reached.length === past.held.length;
  return isLast || past.held.some((point) => point.seq === seq + 1 && point.previous === head)
    ? 'held'
    : null;
}

/**
 * Whether a register that another took the place of ends like the copy, or goes on from it: it may have been given up. One that also
 * has what a remembered point goes on from shows that the copy is of both.
 */
function isReplaced(folder: string, source: string, copy: StoredBackup, past: KnownPast | null): boolean {
  const later = past?.held.filter(({ seq }) => seq > copy.seq) ?? [];
  const holders = listReplaced(folder)
    .filter((place) => place !== dirname(source))
    .flatMap(
      (place) =>
        reading(join(place, 'register.db'), (db) =>
          holdsHead(db, copy)
            ? [{ isShared: later.some(({ seq, previous }) => hashAt(db, seq - 1) === previous) }]
            : [],
        ) ?? [],
    );
  return holders.length > 0 && !holders.some(({ isShared }) => isShared);
}
