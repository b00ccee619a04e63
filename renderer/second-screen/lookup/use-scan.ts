import { useEffect, useRef } from 'react';
import { typedSlipCode } from '../../../shared/domain/lookup.ts';

/** A scanner types much faster than a hand. */
const longestGapMs = 200;

/** Hears a slip code that is scanned while the screen greets: its holder need not open anything first. */
export function useScan(isOn: boolean, onScan: (slipCode: string) => void): void {
  const scan = useRef(onScan);
  scan.current = onScan;
  useEffect(() => {
    if (!isOn) return;
    let typed = '';
    let last = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.timeStamp - last > longestGapMs) typed = '';
      last = event.timeStamp;
      if (/^[\d-]$/.test(event.key)) typed += event.key;
      else if (event.key === 'Enter') {
        const slipCode = typedSlipCode(typed);
        typed = '';
        if (slipCode === null) return;
        event.preventDefault();
        scan.current(slipCode);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}
