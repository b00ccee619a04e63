import type { WrongCode } from '../../shared/damage-view.ts';
import { waitAfter } from '../../shared/domain/account.ts';
import { unlockByCode } from '../locking/unlock.ts';

/** Tries at the code of a locked register. */
export interface CodeTries {
  /** Unlocks; null when it did. Each wrong code makes the next wait longer; there are so many that nobody gets through them. */
  tryCode(code: string): WrongCode | null;
}

export function openCodeTries(folder: string): CodeTries {
  const misses: number[] = [];
  return {
    tryCode: (code) => {
      const waitMs = waitAfter(misses, Date.now());
      if (waitMs > 0) return { fault: 'wait', seconds: Math.ceil(waitMs / 1000) };
      if (unlockByCode(folder, code)) return null;
      misses.push(Date.now());
      return { fault: 'wrongCode', seconds: Math.ceil(waitAfter(misses, Date.now()) / 1000) };
    },
  };
}
