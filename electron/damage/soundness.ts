import type { StartFinding } from '../../shared/start-finding.ts';
import type { Register } from '../register/register.ts';
import { openDamageRoom } from './damage-room.ts';

export interface Soundness {
  /** What is wrong with the register; null when nothing is, or when it was checked as it was opened. */
  verdict: Promise<StartFinding | null>;
  close(): Promise<void>;
}

/** Checks a large register while its window opens. Meanwhile everything is found and shown, but no number is given. */
export function watchSoundness(
  register: Register,
  worker: URL | undefined,
  log: (line: string) => void,
): Soundness {
  if (!register.isUnchecked || worker === undefined)
    return { verdict: Promise.resolve(null), close: async () => {} };
  const room = openDamageRoom(worker);
  let isClosed = false;
  const verdict = room.ask('findUnsound', register.file).catch((error: unknown): StartFinding | null => {
    // Closed before it is known: nobody asks any more.
    if (isClosed) return null;
    log(`check: ${String(error)}`);
    return { kind: 'unchecked' };
  });
  register.holdNumbers(verdict.then((finding) => finding === null && !isClosed));
  return {
    verdict,
    close: () => {
      isClosed = true;
      return room.close();
    },
  };
}
