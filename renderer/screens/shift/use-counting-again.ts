import { useEffect, useState } from 'react';

/** Where a shift is counted, or where its counting is opened. */
export const countOf = (shiftId: number) => ({ 'data-count-of': shiftId });

/**
 * Once a shift is open again: its count comes into sight and under the hand, above the list that it was opened from.
 * @param isFree no dialog lies over it.
 */
export function useCountingAgain(isFree: boolean): (shiftId: number) => void {
  const [shiftId, setShiftId] = useState<number | null>(null);
  useEffect(() => {
    if (shiftId === null || !isFree) return;
    // After the dialog has given back the focus it took.
    const timer = setTimeout(() => {
      setShiftId(null);
      const count = document.querySelector<HTMLElement>(`[data-count-of="${shiftId}"]`);
      count?.closest('main')?.scrollTo({ top: 0 });
      count?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, [shiftId, isFree]);
  return setShiftId;
}
