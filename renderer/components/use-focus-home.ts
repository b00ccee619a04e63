import { useEffect, useRef } from 'react';

/**
 * Where the keyboard goes on when what held it is gone: to the element that `home` finds, only if nothing else has the
 * focus. Looked at each time `isSettled` becomes true, and while it is true each time `version` changes; a page that
 * opens keeps its own beginning.
 */
export function useFocusHome(
  home: () => HTMLElement | null | undefined,
  isSettled: boolean,
  version: number,
): void {
  const find = useRef(home);
  const seen = useRef<number>(undefined);
  useEffect(() => {
    find.current = home;
  });
  useEffect(() => {
    const isFirst = seen.current === undefined;
    seen.current = version;
    if (isFirst || !isSettled) return;
    // After a dialog has given back the focus it took, or failed to.
    const timer = setTimeout(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost) find.current()?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, [isSettled, version]);
}
