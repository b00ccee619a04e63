/**
 * Holds back whoever tries codes. Slip codes can be guessed, so what a guess may find says nothing about anybody; this keeps a
 * screen from being used to leaf through a day's cases all the same. Kept in memory: a restart forgives.
 */
export interface GuessLimit {
  /** Seconds until this one may ask again; 0: now. */
  waitOf(who: string, nowMs: number): number;
  /** Somebody asked; answers the seconds that he must wait now. */
  note(who: string, nowMs: number, isFound: boolean): number;
}

/** Assumed: five codes that do not exist are mistyped; then 30 s, 60 s … 30 minutes, forgiven after two hours without one. */
const freeMisses = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 30 * 60_000;
const forgivenAfterMs = 2 * 3_600_000;
/** Assumed: a screen serves at most so many citizens an hour, also when each code exists. */
const mostAnHour = 60;
const hourMs = 3_600_000;

interface Asker {
  misses: number;
  lastMissMs: number;
  waitUntilMs: number;
  /** When it asked, the last hour. */
  asked: number[];
}

/** @param allowance how many times the misses and questions of one asker are free to all of them together. */
export function openGuessLimit(allowance = 4): GuessLimit {
  const askers = new Map<string, Asker>();
  const everybody = fresh();

  const askerOf = (who: string): Asker => {
    const known = askers.get(who);
    if (known) return known;
    // Names come from our own doors; a flood of new ones must not grow without end either.
    if (askers.size >= 1000) askers.clear();
    const asker = fresh();
    askers.set(who, asker);
    return asker;
  };
  const both = (who: string): [Asker, number][] => [
    [askerOf(who), 1],
    [everybody, allowance],
  ];
  const waitOf = (who: string, nowMs: number) =>
    Math.max(
      0,
      ...both(who).map(([{ waitUntilMs }]) => {
        // A clock that was set back must not lock the screen for longer than the longest wait.
        const left = waitUntilMs - nowMs;
        return left > hourMs ? 0 : Math.ceil(left / 1000);
      }),
    );

  return {
    waitOf,
    note: (who, nowMs, isFound) => {
      for (const [asker, times] of both(who)) {
        if (!isFound) miss(asker, nowMs, freeMisses * times);
        count(asker, nowMs, mostAnHour * times);
      }
      return waitOf(who, nowMs);
    },
  };
}

function fresh(): Asker {
  return { misses: 0, lastMissMs: 0, waitUntilMs: 0, asked: [] };
}

function miss(asker: Asker, nowMs: number, free: number): void {
  if (nowMs - asker.lastMissMs > forgivenAfterMs) asker.misses = 0;
  asker.misses++;
  asker.lastMissMs = nowMs;
  const over = asker.misses - free;
  if (over < 0) return;
  asker.waitUntilMs = nowMs + Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(over, 20));
}

function count(asker: Asker, nowMs: number, most: number): void {
  asker.asked = [...asker.asked.filter((at) => at <= nowMs && nowMs - at < hourMs), nowMs];
  const [first] = asker.asked;
  if (asker.asked.length < most || first === undefined) return;
  asker.waitUntilMs = Math.max(asker.waitUntilMs, first + hourMs);
}
