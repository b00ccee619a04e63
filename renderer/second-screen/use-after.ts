import { useEffect, useRef } from 'react';

/** Does something so many seconds after `since` became this value, unless that is false or null; what it does may change meanwhile. */
export function useAfter(since: unknown, seconds: number, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (since === false || since === null) return;
    const timer = setTimeout(() => latest.current(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [since, seconds]);
}
