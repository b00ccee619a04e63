import { useCallback, useRef, useState } from 'react';

/**
 * Runs an act at most once at a time: a double click or a repeated key while it is under way does nothing.
 * The lock is set before the first render, so even two clicks in one frame make one act.
 */
export function useOnce<Args extends unknown[]>(act: (...args: Args) => Promise<void>) {
  const locked = useRef(false);
  const [pending, setPending] = useState(false);
  const run = useCallback(
    async (...args: Args) => {
      if (locked.current) return;
      locked.current = true;
      setPending(true);
      try {
        await act(...args);
      } finally {
        locked.current = false;
        setPending(false);
      }
    },
    [act],
  );
  return { run, pending };
}
