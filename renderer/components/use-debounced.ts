import { useEffect, useState } from 'react';

/** How long typing must rest before the counter is asked, in milliseconds. */
const restMs = 150;

/** What is being typed, once the typing rests: the counter is asked for words, not for letters. */
export function useDebounced(value: string): string {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return late;
}
