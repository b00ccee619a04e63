import { copyRegister } from './copy-register.ts';
import { openEmergency } from './emergency.ts';
import { restoreBackup } from './restore.ts';
import { salvage } from './salvage.ts';
import { findUnfolded, findUnsound } from './soundness.ts';
import { surveyBackups } from './survey.ts';

/** Runs in a thread of its own: whatever reads a whole register, sound or not, while the window answers. */
const works = {
  findUnsound,
  findUnfolded,
  surveyBackups,
  salvage,
  openEmergency,
  restoreBackup,
  copyRegister,
};

export type DamageWorks = typeof works;

export interface DamageTask<Name extends keyof DamageWorks = keyof DamageWorks> {
  name: Name;
  given: Parameters<DamageWorks[Name]>;
}

/** What was thrown comes back with its code: an error loses that on the way. */
export type Tried<T> = { done: T } | { failed: string; code: string };

export function work({ name, given }: DamageTask): Tried<unknown> {
  try {
    return { done: (works[name] as (...given: unknown[]) => unknown)(...given) };
  } catch (error) {
    return {
      failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
      code: codeOf(error),
    };
  }
}

/** Of an error of the disk or of SQLite, also where another one was made of it; empty of any other. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error ? String(error.code) : codeOf(error.cause);
}
