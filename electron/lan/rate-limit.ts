/** Requests of one device or address: so many a second for as long as it likes, and for a moment many more (ASVS 2.4.1). */
export interface RateLimit {
  /** Seconds until this one may ask again; 0: it may, and that counts. */
  waitOf(who: string, nowMs: number): number;
}

interface Bucket {
  left: number;
  atMs: number;
}

/** @param burst how many may come at once, after a rest. */
export function openRateLimit(perSecond: number, burst: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    waitOf: (who, nowMs) => {
      // A flood of new names must not grow without end; to begin anew is generous, not harmful.
      if (buckets.size >= 2000) buckets.clear();
      const bucket = buckets.get(who) ?? { left: burst, atMs: nowMs };
      buckets.set(who, bucket);
      // A clock that was set back gives nothing and takes nothing.
      const restedMs = Math.max(0, nowMs - bucket.atMs);
      bucket.left = Math.min(burst, bucket.left + (restedMs * perSecond) / 1000);
      bucket.atMs = nowMs;
      if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perSecond);
      bucket.left -= 1;
      return 0;
    },
  };
}
