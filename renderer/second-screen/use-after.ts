import { useEffect, useRef } from 'react';

/** Does something so many seconds after `isOn` became true; what it does may change meanwhile. */
export function useAfter(isOn: boolean, seconds: number, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => latest.current(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [isOn, seconds]);
}
