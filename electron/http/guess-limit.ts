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
/** Assumed: a busy counter looks up no more in a minute, also when each code exists. */
const mostAMinute = 20;
const minuteMs = 60_000;

interface Asker {
  misses: number;
  lastMissMs: number;
  waitUntilMs: number;
  /** When it asked, the last minute. */
  asked: number[];
  /** When the clock was last read for it. */
  seenMs: number;
}

/**
 * Who missed waits, also for what others miss: many screens together try no more than a few. Who did not miss waits for nobody.
 * @param allowance how many times the misses of one asker are free to all of them together.
 */
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
  const waitOf = (who: string, nowMs: number) => {
    const asker = askerOf(who);
    for (const each of [asker, everybody]) followClock(each, nowMs);
    const others = hasMissed(asker, nowMs) ? everybody.waitUntilMs : 0;
    return Math.max(0, Math.ceil((Math.max(asker.waitUntilMs, others) - nowMs) / 1000));
  };

  return {
    waitOf,
    found: (who, nowMs) => {
      waitOf(who, nowMs);
      count(askerOf(who), nowMs);
    },
    missed: (who, nowMs) => {
      waitOf(who, nowMs);
      const asker = askerOf(who);
      miss(asker, nowMs, freeMisses);
      miss(everybody, nowMs, freeMisses * allowance);
      count(asker, nowMs);
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

/** Within the time after which it is forgiven. */
function hasMissed({ misses, lastMissMs }: Asker, nowMs: number): boolean {
  return misses > 0 && nowMs - lastMissMs <= forgivenAfterMs;
}

function miss(asker: Asker, nowMs: number, free: number): void {
  if (!hasMissed(asker, nowMs)) asker.misses = 0;
  asker.misses++;
  asker.lastMissMs = nowMs;
  const over = asker.misses - free;
  if (over < 0) return;
  asker.waitUntilMs = nowMs + Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(over, 20));
}

function count(asker: Asker, nowMs: number): void {
  asker.asked = [...asker.asked.filter((at) => nowMs - at < minuteMs), nowMs];
  const [first] = asker.asked;
  if (asker.asked.length < mostAMinute || first === undefined) return;
  asker.waitUntilMs = Math.max(asker.waitUntilMs, first + minuteMs);
}
