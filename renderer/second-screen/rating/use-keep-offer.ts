import { useEffect } from 'react';
import { displayApi } from '../display-api.ts';

const everyMs = 3000;

/** An offered rating goes away by itself and gives way to the next form; while somebody touches it, it stays. */
export function useKeepOffer(code: string | undefined): void {
  useEffect(() => {
    if (code === undefined) return;
    let saidAt = 0;
    const say = () => {
      if (Date.now() - saidAt < everyMs) return;
      saidAt = Date.now();
      displayApi.rating.keep.mutate({ code }).catch(() => {});
    };
    const signs = ['pointerdown', 'keydown', 'input'] as const;
    for (const sign of signs) window.addEventListener(sign, say, true);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, say, true);
    };
  }, [code]);
}
