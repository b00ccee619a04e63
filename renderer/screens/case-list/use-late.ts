import { useEffect, useState } from 'react';

/** True once a claim has been true for 150 ms: what is quicker never flickers. */
export function useLate(claim: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!claim) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, [claim]);
  return late;
}
