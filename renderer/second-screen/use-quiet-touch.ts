import { useEffect, useRef } from 'react';

const quietMs = 45_000;

/** Calls `onQuiet` when nobody has touched the screen or a key for 45 seconds. */
export function useQuietTouch(isOn: boolean, onQuiet: () => void): void {
  const quiet = useRef(onQuiet);
  quiet.current = onQuiet;
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout>;
    const begin = () => {
      clearTimeout(timer);
      timer = setTimeout(() => quiet.current(), quietMs);
    };
    begin();
    const signs = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const sign of signs) window.addEventListener(sign, begin, true);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, begin, true);
    };
  }, [isOn]);
}
