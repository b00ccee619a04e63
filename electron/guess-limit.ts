/**
 * Holds back whoever tries codes of slips and of ratings. Slip codes can be guessed, so what a guess may find says nothing about
 * anybody; this keeps a screen from being used to leaf through a day's cases all the same. Kept in memory: a restart forgives.
 */
export interface GuessLimit {
  /** Seconds until this one may ask again; 0: now. */
  waitOf(who: string, nowMs: number): number;
  /** Somebody asked for a code that is there. */
  found(who: string, nowMs: number): void;
  /** Somebody asked for a code that is not there; answers the seconds that he must wait now. */
  missed(who: string, nowMs: number): number;
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
  /** When the clock was last read for it. */
  seenMs: number;
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
  const both = (who: string, nowMs: number): [Asker, number][] => {
    const asker = askerOf(who);
    for (const each of [asker, everybody]) followClock(each, nowMs);
    return [
      [asker, 1],
      [everybody, allowance],
    ];
  };
  const waitOf = (who: string, nowMs: number) =>
    Math.max(0, ...both(who, nowMs).map(([{ waitUntilMs }]) => Math.ceil((waitUntilMs - nowMs) / 1000)));

  return {
    waitOf,
    found: (who, nowMs) => {
      for (const [asker, times] of both(who, nowMs)) count(asker, nowMs, mostAnHour * times);
    },
    missed: (who, nowMs) => {
      for (const [asker, times] of both(who, nowMs)) {
        miss(asker, nowMs, freeMisses * times);
        count(asker, nowMs, mostAnHour * times);
      }
      return waitOf(who, nowMs);
    },
  };
}

function fresh(): Asker {
  return { misses: 0, lastMissMs: 0, waitUntilMs: 0, asked: [], seenMs: 0 };
}

/** A clock that was set back takes everything with it: what was left to wait is left, and no more. */
function followClock(asker: Asker, nowMs: number): void {
  const backMs = asker.seenMs - nowMs;
  if (backMs > 0) {
    asker.lastMissMs -= backMs;
    asker.waitUntilMs -= backMs;
    asker.asked = asker.asked.map((at) => at - backMs);
  }
  asker.seenMs = nowMs;
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
  asker.asked = [...asker.asked.filter((at) => nowMs - at < hourMs), nowMs];
  const [first] = asker.asked;
  if (asker.asked.length < most || first === undefined) return;
  asker.waitUntilMs = Math.max(asker.waitUntilMs, first + hourMs);
}
