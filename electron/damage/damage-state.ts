import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DamageView, OfferedBackup, WayOut } from '../../shared/damage-view.ts';
import type { FindingKind, StartFinding } from '../../shared/start-finding.ts';
import { damagedFile, listAside, registerFiles } from '../register/damage/set-aside.ts';
import type { DamageRoom } from './damage-room.ts';

/** What the page of ways out works with. */
export interface DamageDesk {
  folder: string;
  rendererFolder: string;
  room: DamageRoom;
  clock: () => number;
  log: (line: string) => void;
  /** Opens the counter; false when something is still found, which is shown next. */
  open(): Promise<boolean>;
}

/** What is found of a register, and what there is to get out of it with. */
export interface DamageState {
  found(): StartFinding;
  /** A closer look found something else. */
  find(finding: StartFinding): void;
  view(): DamageView;
}

/** The ways out of each finding; those that have nothing to work with are left out. */
const waysOf: Record<FindingKind, readonly WayOut[]> = {
  missing: ['again', 'restore', 'salvage', 'emergency'],
  empty: ['again', 'restore', 'salvage', 'emergency'],
  foreign: ['again', 'restore', 'salvage', 'emergency'],
  damaged: ['again', 'restore', 'salvage', 'emergency'],
  chainBroken: ['again', 'restore', 'salvage', 'goOn', 'emergency'],
  rowDiffers: ['again', 'restore', 'salvage', 'goOn', 'emergency'],
  newer: ['again'],
  locked: ['unlock'],
  keyLost: ['unlock', 'again'],
  diskFull: ['again'],
  readOnly: ['again'],
  notReopened: ['again'],
  unchecked: ['check', 'copy', 'again'],
  deaths: ['check', 'copy', 'again'],
};

/** A finding that can be restored from a backup has the backups looked at, aside. */
export function openDamageState(first: StartFinding, { folder, room, log }: DamageDesk): DamageState {
  let found = first;
  /** Null while they are being looked at. */
  let backups: OfferedBackup[] | null = [];

  const find = (finding: StartFinding): void => {
    found = finding;
    if (!waysOf[finding.kind].includes('restore')) return;
    backups = null;
    room.ask('surveyBackups', folder).then(
      (offered) => {
        backups = offered;
      },
      (error: unknown) => {
        log(`survey: ${String(error)}`);
        backups = [];
      },
    );
  };
  find(first);

  const isThere = () => existsSync(join(folder, 'register.db'));
  const can: Partial<Record<WayOut, () => boolean>> = {
    restore: () => backups !== null && backups.length > 0,
    salvage: () => damagedFile(folder) !== null,
    goOn: isThere,
    check: isThere,
    copy: isThere,
  };
  return {
    found: () => found,
    find,
    view: () => ({
      finding: found,
      folder,
      files: registerFiles(folder),
      aside: listAside(folder),
      ways: waysOf[found.kind].filter((way) => can[way]?.() ?? true),
      backups,
    }),
  };
}
