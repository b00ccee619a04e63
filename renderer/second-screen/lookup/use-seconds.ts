import { useEffect, useState } from 'react';

/** Seconds that run down to 0. */
export function useSeconds() {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (until === 0) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) setUntil(0);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return {
    left,
    begin: (seconds: number) => {
      const at = Date.now();
      setNow(at);
      setUntil(seconds > 0 ? at + seconds * 1000 : 0);
    },
  };
}
