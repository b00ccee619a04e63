import type { StartFinding } from '../../shared/start-finding.ts';
import type { Register } from '../register/register.ts';
import { openDamageRoom } from './damage-room.ts';

export interface Soundness {
  /** What is wrong with the register; null when nothing is, or when it was checked as it was opened. */
  verdict: Promise<StartFinding | null>;
  close(): Promise<void>;
}

/** Checks a large register while its window opens. Meanwhile everything is found and shown, but no number is given. */
export function watchSoundness(register: Register, worker: URL | undefined): Soundness {
  if (!register.isUnchecked || worker === undefined)
    return { verdict: Promise.resolve(null), close: async () => {} };
  const room = openDamageRoom(worker);
  // Closed before it is known: nobody asks any more.
  const verdict = room.ask('findUnsound', register.file).catch(() => null);
  register.holdNumbers(verdict);
  return { verdict, close: room.close };
}
