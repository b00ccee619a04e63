import type { BackupWorks } from './backup-worker.ts';

/** How long a work at a second place may give no sign of life, in milliseconds. */
export interface Patience {
  /** For a look or a trial. */
  short: number;
  /** For a copy that goes there or comes back: between two pieces a slow stick flushes, and what came back is proved. */
  long: number;
  /** For any of them once the counter closes. */
  closing: number;
}

export const usualPatience: Patience = { short: 60_000, long: 10 * 60_000, closing: 20_000 };

/** Which of its limits a work has; null where it touches this machine's own disk alone. */
export function limitOf<Name extends keyof BackupWorks>(
  name: Name,
  given: Parameters<BackupWorks[Name]>,
): 'short' | 'long' | null {
  if (name === 'prepare' || name === 'look' || name === 'carried') return 'short';
  if (name === 'carry') return 'long';
  const isAtPlace = given.some(
    (each) => typeof each === 'object' && each !== null && ('path' in each || 'place' in each),
  );
  return (name === 'restore' || name === 'drill') && isAtPlace ? 'long' : null;
}

/** Ends when no sign of life came for so long. Looks are counted, not hours: a machine that slept was not silent. */
export function silence(beats: Int32Array, limit: () => number): { fell: Promise<null>; stop: () => void } {
  const { promise: fell, resolve } = Promise.withResolvers<null>();
  const every = Math.max(10, Math.min(1000, limit() / 10));
  let seen = -1;
  let quiet = 0;
  const timer = setInterval(() => {
    const now = Atomics.load(beats, 0);
    // A thread that has not begun is no place that hangs.
    quiet = now === seen && now > 0 ? quiet + every : 0;
    seen = now;
    if (quiet >= limit()) resolve(null);
  }, every);
  return { fell, stop: () => clearInterval(timer) };
}
