import { useEffect } from 'react';
import { displayApi } from '../display-api.ts';

const everyMs = 10_000;

/** An offered rating goes away by itself; while somebody touches it, it stays. */
export function useKeepOffer(code: string | undefined): void {
  useEffect(() => {
    if (code === undefined) return;
    let saidAt = Date.now();
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
