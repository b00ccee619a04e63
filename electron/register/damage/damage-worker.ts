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

export function work({ name, given }: DamageTask): unknown {
  return (works[name] as (...given: unknown[]) => unknown)(...given);
}
