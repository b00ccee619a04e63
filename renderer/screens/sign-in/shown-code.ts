import { useSyncExternalStore } from 'react';
import type { SessionWithCode } from '../../../shared/views.ts';

/**
 * The recovery code that is on the screen. Over everything: the window hears at once that somebody has signed in, and the code that
 * is shown this once must not go away with that.
 */
let shown: SessionWithCode | null = null;
const listeners = new Set<() => void>();

export function showCode(next: SessionWithCode | null): void {
  shown = next;
  for (const tell of listeners) tell();
}

export function useShownCode(): SessionWithCode | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => shown,
  );
}
