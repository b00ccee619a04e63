import { useEffect } from 'react';
import { api } from '../../api.ts';
import { useSession } from '../../session.tsx';
import { useEnter } from './use-enter.ts';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const toldAgainMs = 20_000;

/**
 * Locks this window when nobody has touched a key or the pointer for the time of the office, and tells the counter when somebody
 * has: only that keeps a sign-in open there, never what a page asks by itself.
 */
export function useIdleLock(): void {
  const { idleMs, isLocked } = useSession();
  const enter = useEnter();
  const isOn = idleMs !== null && !isLocked;
  useEffect(() => {
    if (!isOn) return;
    let lastMs = Date.now();
    let toldMs = lastMs;
    let isLocking = false;
    // Another window of the same browser is the same sign-in: who works there is not gone.
    const others = new BroadcastChannel('touched');
    others.onmessage = () => {
      lastMs = Date.now();
    };
    const onSign = () => {
      lastMs = Date.now();
      if (Math.abs(lastMs - toldMs) < Math.min(toldAgainMs, idleMs / 4)) return;
      toldMs = lastMs;
      others.postMessage(null);
      // A refusal says that the window is locked already: whoever asks next is told.
      api.session.touch.mutate().catch(() => undefined);
    };
    const look = () => {
      if (isLocking || Math.abs(Date.now() - lastMs) < idleMs) return;
      isLocking = true;
      api.session.lock.mutate().then(enter, () => {
        isLocking = false;
      });
    };
    for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, 1000);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
      others.close();
    };
  }, [isOn, idleMs, enter]);
}
