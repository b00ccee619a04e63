/**
 * How many answers the running minute has, in memory: a minute is stored only once it makes a burst, because a stored minute
 * with a single answer would lead to the case that was at the counter then.
 */
export interface BurstCounter {
  /** One more answer, which is on disk. @param clerkId 0: not told. */
  add(minute: string, clerkId: number): void;
  /** Those of a minute so far, by clerk. */
  of(minute: string): ReadonlyMap<number, number>;
}

export function openBurstCounter(): BurstCounter {
  let running = { minute: '', byClerk: new Map<number, number>() };
  return {
    add: (minute, clerkId) => {
      if (running.minute !== minute) running = { minute, byClerk: new Map() };
      running.byClerk.set(clerkId, (running.byClerk.get(clerkId) ?? 0) + 1);
    },
    of: (minute) => (running.minute === minute ? running.byClerk : new Map()),
  };
}
