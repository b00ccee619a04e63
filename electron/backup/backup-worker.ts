import type { BackupFault, BackupReason, StoredBackup } from '../../shared/domain/backup.ts';
import { backUp } from '../register/backup/backup.ts';
import { backupFaultOf } from '../register/backup/backup-error.ts';
import { connect } from '../register/connection.ts';
import { isSoundEmergency } from '../register/damage/emergencies.ts';
import { lockRest } from '../register/locking/lock-rest.ts';
import { beat, beatInto } from './beats.ts';
import { drill } from './drill.ts';
import { makePlaceKey, unwrapPlaceKey } from './place-key.ts';
import { type RestoreSource, restoreInto } from './restoring.ts';
import type { Wrap } from './sealed-file.ts';
import { carryBackup, findCarried, findSealed, preparePlace } from './second-place.ts';

/** Runs in a thread of its own: copies of the register and their way back, so that no clerk waits for one. */

/** A key crosses from thread to thread as plain bytes. */
export interface PlaceTask {
  path: string;
  key: Uint8Array;
  wrap: Wrap;
}

const keyOf = ({ key, wrap }: PlaceTask) => ({ key: Buffer.from(key), wrap });

const works = {
  write: (folder: string, file: string, moment: { at: number; reason: BackupReason }): StoredBackup => {
    const db = connect(file, 'read');
    try {
      return backUp(db, folder, moment);
    } finally {
      db.close();
    }
  },
  carry: (register: { folder: string; file: string }, backup: StoredBackup, place: PlaceTask): number =>
    carryBackup(register, backup, place.path, keyOf(place)),
  makeKey: (code: string, key?: Uint8Array): { key: Uint8Array; wrap: Wrap } =>
    makePlaceKey(code, key && Buffer.from(key)),
  opens: (code: string, wrap: Wrap): boolean => unwrapPlaceKey(code, wrap) !== undefined,
  prepare: preparePlace,
  look: findSealed,
  carried: ({ path, wrap }: PlaceTask) => findCarried(path, wrap),
  restore: (folder: string, source: RestoreSource, isBare: boolean) =>
    restoreInto(folder, source, folder, isBare),
  lockRest,
  isSoundEmergency,
  drill: (folder: string, file: string, place: PlaceTask | null) =>
    drill(folder, file, place && { path: place.path, ...keyOf(place) }),
};
export type BackupWorks = typeof works;

export interface BackupTask<Name extends keyof BackupWorks> {
  name: Name;
  given: Parameters<BackupWorks[Name]>;
  /** Shared with whoever asked. */
  beats: Int32Array;
}

/** What went wrong comes back as a word: an error loses all but its message on the way. */
export type Tried<T> = { done: T } | { fault: BackupFault; message: string };

export function work<Name extends keyof BackupWorks>({
  name,
  given,
  beats,
}: BackupTask<Name>): Tried<ReturnType<BackupWorks[Name]>> {
  beatInto(beats);
  beat();
  try {
    const act = works[name] as unknown as (
      ...given: Parameters<BackupWorks[Name]>
    ) => ReturnType<BackupWorks[Name]>;
    return { done: act(...given) };
  } catch (error) {
    return {
      fault: backupFaultOf(error),
      message: error instanceof Error ? (error.stack ?? '') : String(error),
    };
  }
}
