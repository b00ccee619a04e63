import { useEffect, useState } from 'react';
import type { QueueOnScreen } from '../../../shared/views-queue.ts';
import { displayApi } from '../display-api.ts';

/** Estimates and the day change without a call too. */
const againMs = 60_000;

/** The queue, asked for again whenever the counter says that it changed; null until it first answers. */
export function useQueue(): QueueOnScreen | null {
  const [queue, setQueue] = useState<QueueOnScreen | null>(null);
  useEffect(() => {
    let asked = 0;
    const ask = async () => {
      const mine = ++asked;
      const answer = await displayApi.queue.calls.query().catch(() => undefined);
      if (answer && mine === asked) setQueue(answer);
    };
    void ask();
    const subscription = displayApi.queue.watch.subscribe(undefined, {
      onStarted: () => void ask(),
      onData: () => void ask(),
    });
    const timer = setInterval(() => void ask(), againMs);
    return () => {
      asked = Number.POSITIVE_INFINITY;
      subscription.unsubscribe();
      clearInterval(timer);
    };
  }, []);
  return queue;
}
