import { useEffect, useState } from 'react';
import type { DisplayState } from '../../shared/views-display.ts';
import { displayApi } from './display-api.ts';

const idle: DisplayState = { kind: 'idle' };
const retryMs = 2000;
/** What the counter needs to take a state away itself, before the screen does. */
const graceMs = 2000;

/** What this desk's screen shows. While the line is cut, and when a state has outlived its time, it is idle. */
export function useDisplayState(): DisplayState {
  const [state, setState] = useState<DisplayState>(idle);
  useEffect(() => {
    let subscription: { unsubscribe: () => void } | undefined;
    let timer: ReturnType<typeof setTimeout>;
    const listen = () => {
      subscription = displayApi.screen.watch.subscribe(undefined, {
        onData: setState,
        onConnectionStateChange: (connection) => {
          if (connection.state !== 'pending') setState(idle);
        },
        onError: listenAgain,
        // The counter closed; it may open again.
        onComplete: listenAgain,
      });
    };
    const listenAgain = () => {
      setState(idle);
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
  return state;
}
