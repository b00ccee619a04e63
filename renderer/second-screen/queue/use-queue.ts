import { useEffect, useRef, useState } from 'react';
import type { QueueOnScreen } from '../../../shared/views-queue.ts';
import { displayApi } from '../display-api.ts';

/** Estimates, the day's change and the switch in the settings without a call too. */
const againMs = 60_000;

/** The queue, asked for again at each of its turns; null until it first answers. */
export function useQueue(turn: number): QueueOnScreen | null {
  const [queue, setQueue] = useState<QueueOnScreen | null>(null);
  const asked = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn is not read, it is the reason to ask.
  useEffect(() => {
    const ask = async () => {
      const mine = ++asked.current;
      const answer = await displayApi.queue.calls.query().catch(() => undefined);
      if (answer && mine === asked.current) setQueue(answer);
    };
    void ask();
    const timer = setInterval(() => void ask(), againMs);
    return () => {
      asked.current++;
      clearInterval(timer);
    };
  }, [turn]);
  return queue;
}
