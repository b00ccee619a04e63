import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupFault, BackupManifest, StoredBackup } from '../../shared/domain/backup.ts';
import { backupFaultOf } from '../register/backup/backup-error.ts';
import { lackOf } from '../register/backup/backup-lack.ts';
import { backupsFolder, listBackups } from '../register/backup/backup-list.ts';
import { isOwn, newestOf } from '../register/backup/own-copies.ts';
import { restoredFile } from '../register/backup/restored.ts';
import { connect, type Reader } from '../register/connection.ts';
import { dumpDigest } from '../register/dump.ts';
import { firstEntryOf } from '../register/emergency-range.ts';
import { namedFiles } from '../register/named-files.ts';
import { carriedNames } from './carried-files.ts';
import { restoreInto } from './restoring.ts';
import { findSealed, type PlaceKey, type SealedBackup } from './second-place.ts';

/** What a drill proved, or why it failed. */
export interface DrillOutcome {
  fault: BackupFault | null;
  /** The copy that was restored: when it was made, and where it lay. */
  copyAt: string;
  where: 'here' | 'place';
  cases: number;
  /** Slips that the copy names and the second place has not. */
  filesMissing: number;
}

/**
 * Restores the newest copy of the register that is open into a folder that is thrown away, from the second place when it is there:
 * what comes out must be what went in, row by row, and the register must have gone on from it. Null when there is no copy of it.
 */
export function drill(
  folder: string,
  file: string,
  place: (PlaceKey & { path: string }) | null,
): DrillOutcome | null {
  const [newest, sealed] = newestIn(folder, file, place?.path ?? null);
  const chosen = sealed ?? newest;
  if (chosen === undefined) return null;
  const into = join(folder, 'dien-tap');
  const outcome: DrillOutcome = {
    fault: null,
    copyAt: chosen.at,
    where: sealed === undefined ? 'here' : 'place',
    cases: chosen.cases,
    filesMissing: 0,
  };
  const opened: Reader[] = [];
  try {
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into);
    if (sealed !== undefined && place !== null) {
      const source = { kind: 'place', place: place.path, path: sealed.path, key: place.key } as const;
      restoreInto(folder, source, into);
    } else if (newest !== undefined) restoreInto(folder, { kind: 'here', name: newest.name }, into);
    const restored = connect(restoredFile(into), 'read');
    opened.push(restored);
    const twin = listBackups(folder).find(({ sha256 }) => sha256 === chosen.sha256);
    if (twin !== undefined) {
      const copy = connect(join(backupsFolder(folder), twin.name), 'read');
      opened.push(copy);
      if (dumpDigest(copy) !== dumpDigest(restored)) outcome.fault = 'different';
    }
    const live = connect(file, 'read');
    opened.push(live);
    if (lackOf(live, chosen) === null) outcome.fault = 'different';
    if (sealed !== undefined && place !== null) {
      const carried = carriedNames(dirname(sealed.path), place.key);
      outcome.filesMissing = [...namedFiles(restored)].filter((name) => !carried.has(name)).length;
    }
  } catch (error) {
    outcome.fault = backupFaultOf(error);
  } finally {
    for (const db of opened) db.close();
    if (existsSync(into)) rmSync(into, { recursive: true, force: true });
  }
  return outcome;
}

/**
 * The newest copies here and at the second place: those that the register went on from. Where it went on from none, those that are
 * said to be of it, which then are not what they were. Of another register never.
 */
function newestIn(
  folder: string,
  file: string,
  place: string | null,
): [StoredBackup | undefined, SealedBackup | undefined] {
  const live = connect(file, 'read');
  try {
    const mark = firstEntryOf(live)?.mark ?? null;
    const pick = <Copy extends BackupManifest>(copies: readonly Copy[]) =>
      newestOf(copies, (copy) => isOwn(live, copy)) ??
      copies.find(({ emergency }) => (emergency ?? null) === mark);
    return [pick(listBackups(folder)), place === null ? undefined : pick(findSealed(place).copies)];
  } finally {
    live.close();
  }
}
