import { useEffect, useState } from 'react';
import type { DisplayState } from '../../shared/views-display.ts';
import { displayApi } from './display-api.ts';

const idle: DisplayState = { kind: 'idle' };
const retryMs = 2000;
/** What the counter needs to take a state away itself, before the screen does. */
const graceMs = 2000;

/** No number that the counter counts: a queue that was heard of before is asked for again. */
const unheard = -1;

/**
 * What this desk's screen shows; while the line is cut, and when a state has outlived its time, it is idle. With it the turn of
 * the queue: when that is another number than before, the queue changed.
 */
export function useDisplayNews(): { state: DisplayState; queueTurn: number } {
  const [state, setState] = useState<DisplayState>(idle);
  const [queueTurn, setQueueTurn] = useState(unheard);
  useEffect(() => {
    let subscription: { unsubscribe: () => void } | undefined;
    let timer: ReturnType<typeof setTimeout>;
    const listen = () => {
      subscription = displayApi.screen.watch.subscribe(undefined, {
        onData: (news) => {
          if (news.state) setState(news.state);
          setQueueTurn(news.queueTurn);
        },
        onConnectionStateChange: (connection) => {
          if (connection.state !== 'pending') unhear();
        },
        onError: listenAgain,
        // The counter closed; it may open again.
        onComplete: listenAgain,
      });
    };
    const unhear = () => {
      setState(idle);
      setQueueTurn(unheard);
    };
    const listenAgain = () => {
      unhear();
      clearTimeout(timer);
      timer = setTimeout(listen, retryMs);
    };
    listen();
    return () => {
      clearTimeout(timer);
      subscription?.unsubscribe();
    };
  }, []);
  useEffect(() => {
    if (state.kind === 'idle') return;
    const timer = setTimeout(() => setState(idle), state.lastsSeconds * 1000 + graceMs);
    return () => clearTimeout(timer);
  }, [state]);
  return { state, queueTurn };
}
