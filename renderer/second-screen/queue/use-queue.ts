import { useEffect, useRef, useState } from 'react';
import type { QueueOnScreen } from '../../../shared/views-queue.ts';
import { displayApi } from '../display-api.ts';

/** Estimates, the day's change and the switch in the settings without a call too. */
const againMs = 60_000;

/** The queue, asked for again at each call while it is on; null until it first answers. A queue that is off costs no stream. */
export function useQueue(): QueueOnScreen | null {
  const [queue, setQueue] = useState<QueueOnScreen | null>(null);
  const asked = useRef(0);
  const isOn = queue?.isOn ?? false;
  useEffect(() => {
    const ask = async () => {
      const mine = ++asked.current;
      const answer = await displayApi.queue.calls.query().catch(() => undefined);
      if (answer && mine === asked.current) setQueue(answer);
    };
    if (!isOn) void ask();
    const timer = setInterval(() => void ask(), againMs);
    const subscription =
      isOn &&
      displayApi.queue.watch.subscribe(undefined, {
        onStarted: () => void ask(),
        onData: () => void ask(),
      });
    return () => {
      asked.current++;
      clearInterval(timer);
      if (subscription) subscription.unsubscribe();
    };
  }, [isOn]);
  return queue;
}
