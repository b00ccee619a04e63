import { useEffect, useState } from 'react';
import type { ReceiveResult } from '../../../shared/views.ts';

/** The key alone of a form that was sent, until its answer is here: it outlives a reload, and names nobody. */
const storedAs = 'mot-cua-sent-form';
export const keepSent = (formKey: string) => sessionStorage.setItem(storedAs, formKey);
export const forgetSent = () => sessionStorage.removeItem(storedAs);

/** The case that a form became whose page was left or loaded anew before the answer came; null where there is none. */
export function useUnanswered(
  find: (formKey: string, isAwaited: () => boolean) => Promise<ReceiveResult | null>,
): ReceiveResult | null {
  const [found, setFound] = useState<ReceiveResult | null>(null);
  useEffect(() => {
    const formKey = sessionStorage.getItem(storedAs);
    if (formKey === null) return;
    let isHere = true;
    void find(formKey, () => isHere).then((result) => {
      if (!isHere) return;
      forgetSent();
      setFound(result);
    });
    return () => {
      isHere = false;
    };
  }, [find]);
  return found;
}
