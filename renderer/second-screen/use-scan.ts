import { useEffect, useRef } from 'react';
import { typedSlipCode } from '../../shared/domain/lookup.ts';
import { parseRatingCode } from '../../shared/domain/rating-code.ts';

/** A scanner types much faster than a hand. */
const longestGapMs = 200;

/** A code of a slip: it looks a case up, or opens a rating. Their lengths differ, and both have check digits. */
export interface ScannedCode {
  opens: 'lookup' | 'rating';
  code: string;
}

/** Hears a code that is scanned while the screen greets: its holder need not open anything first. */
export function useScan(isOn: boolean, onScan: (scanned: ScannedCode) => void): void {
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
        const scanned = scannedCode(typed);
        typed = '';
        if (scanned === null) return;
        event.preventDefault();
        scan.current(scanned);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}

function scannedCode(typed: string): ScannedCode | null {
  const ratingCode = parseRatingCode(typed);
  if (ratingCode !== undefined) return { opens: 'rating', code: ratingCode };
  const slipCode = typedSlipCode(typed);
  return slipCode === null ? null : { opens: 'lookup', code: slipCode };
}
