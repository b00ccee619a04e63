import { api } from '../../api.ts';
import { useSession } from '../../session.tsx';
import { useEnter } from './use-enter.ts';

/** Whether the window is covered by the lock or the sign-in, and what locks it. A sample is never covered. */
export function useGate(): { isCovered: boolean; lock: (() => void) | undefined } {
  const { person, isLocked, signsInBy } = useSession();
  const enter = useEnter();
  if (signsInBy === 'name') return { isCovered: false, lock: undefined };
  return {
    isCovered: person === null || isLocked,
    // Without an answer the window stays open, and the counter locks it when its time is over.
    lock: () => void api.session.lock.mutate().then(enter, () => undefined),
  };
}
