import { useEffect, useState } from 'react';
import type { DisplayState } from '../../shared/views-display.ts';
import { displayApi } from './display-api.ts';

const idle: DisplayState = { kind: 'idle' };
/** What the counter needs to take a state away itself, before the screen does. */
const graceMs = 2000;

/** What this desk's screen shows. While the line is cut, and when a state has outlived its time, it is idle. */
export function useDisplayState(): DisplayState {
  const [state, setState] = useState<DisplayState>(idle);
  useEffect(() => {
    const subscription = displayApi.screen.watch.subscribe(undefined, {
      onData: setState,
      onConnectionStateChange: (connection) => {
        if (connection.state !== 'pending') setState(idle);
      },
      onError: () => setState(idle),
    });
    return () => subscription.unsubscribe();
  }, []);
  useEffect(() => {
    if (state.kind === 'idle') return;
    const timer = setTimeout(() => setState(idle), state.lastsSeconds * 1000 + graceMs);
    return () => clearTimeout(timer);
  }, [state]);
  return state;
}
