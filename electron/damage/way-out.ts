import { join } from 'node:path';
import type { WayOut, WayOutcome } from '../../shared/damage-view.ts';
import { isShut } from '../locking/unlock.ts';
import { nowAt } from '../now.ts';
import { accept } from '../register/damage/soundness.ts';
import { lockFolder } from '../register/lock.ts';
import type { DamageDesk, DamageState } from './damage-state.ts';

const nothingDone: WayOutcome = { opened: false, aside: null, report: null };

/**
 * Goes one way out; `backup` is the copy's name where the way is `restore`. Nobody else opens the folder in the middle of it.
 * Throws whatever went wrong.
 */
export async function takeWayOut(
  way: WayOut,
  backup: string,
  state: DamageState,
  desk: DamageDesk,
): Promise<WayOutcome> {
  if (way === 'check' || way === 'copy')
    return locked(desk.folder, () => (way === 'check' ? check(state, desk) : copy(state, desk)));
  const done = await locked(desk.folder, () => mend(way, backup, state, desk));
  return { ...done, opened: await desk.open() };
}

async function locked(folder: string, act: () => Promise<WayOutcome>): Promise<WayOutcome> {
  const lock = lockFolder(folder);
  try {
    return await act();
  } finally {
    lock.release();
  }
}

/** What is done to the files before the counter tries to open them. */
async function mend(
  way: Exclude<WayOut, 'check' | 'copy'>,
  backup: string,
  state: DamageState,
  { folder, room, clock }: DamageDesk,
): Promise<WayOutcome> {
  const { instant, officeTime } = nowAt(clock());
  switch (way) {
    case 'restore':
      return {
        ...nothingDone,
        aside: await room.ask('restoreBackup', folder, backup, instant, officeTime),
      };
    case 'emergency':
      return { ...nothingDone, aside: await room.ask('openEmergency', folder, instant, officeTime) };
    case 'salvage':
      return { ...nothingDone, ...(await room.ask('salvage', folder, instant, officeTime)) };
    case 'goOn':
      accept(fileIn(folder), state.found(), instant);
      return nothingDone;
    case 'unlock':
    case 'again':
      return nothingDone;
  }
}

/** Reads the whole register; what is found takes the place of what was. */
async function check(state: DamageState, { folder, room }: DamageDesk): Promise<WayOutcome> {
  if (foundLocked(state, folder)) return nothingDone;
  const file = fileIn(folder);
  const other = (await room.ask('findUnsound', file)) ?? (await room.ask('findUnfolded', file));
  if (other) state.find(other);
  return nothingDone;
}

/** Writes a copy of the register as it is. */
async function copy(state: DamageState, { folder, room, clock }: DamageDesk): Promise<WayOutcome> {
  if (foundLocked(state, folder)) return nothingDone;
  return { ...nothingDone, copy: await room.ask('copyRegister', folder, clock()) };
}

/** A locked register is read by nobody: that is found first. */
function foundLocked(state: DamageState, folder: string): boolean {
  if (!isShut(folder)) return false;
  state.find({ kind: 'locked' });
  return true;
}

const fileIn = (folder: string): string => join(folder, 'register.db');
