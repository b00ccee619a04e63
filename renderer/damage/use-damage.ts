import { useCallback, useEffect, useState } from 'react';
import type { DamageView, WayOut, WayOutcome, WrongCode } from '../../shared/damage-view.ts';

/** What the page knows of the damaged register, and what it may ask for. */
export interface Damage {
  view: DamageView | null;
  /** The way that is being gone. */
  going: WayOut | null;
  /** The way that was gone last. */
  gone: WayOut | null;
  /** How the last way ended: it opened, it found the same again, it failed, on a full disk or otherwise; or what became of the copy. */
  outcome: WayOutcome | NonNullable<WayOutcome['copy']> | 'same' | 'sound' | 'full' | 'failed' | null;
  /** The last code opened nothing. */
  wrong: WrongCode | null;
  go(way: WayOut, given?: Given): void;
}

/** What a way needs: the name of a backup, the code of a locked register. */
interface Given {
  backup?: string | undefined;
  code?: string;
}

const againMs = 1500;

export function useDamage(): Damage {
  const [view, setView] = useState<DamageView | null>(null);
  const [going, setGoing] = useState<WayOut | null>(null);
  const [gone, setGone] = useState<WayOut | null>(null);
  const [wrong, setWrong] = useState<WrongCode | null>(null);
  const [outcome, setOutcome] = useState<Damage['outcome']>(null);

  const look = useCallback(async () => {
    const reply = await fetch('/so-hong/state').catch(() => null);
    // The counter itself answers here again: this page has had its day.
    if (reply && !reply.headers.get('content-type')?.includes('json')) window.location.assign('/');
    else if (reply?.ok) setView(await reply.json());
  }, []);

  useEffect(() => {
    void look();
  }, [look]);

  const isWaiting = view === null || view.backups === null;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void look(), againMs);
    return () => clearInterval(timer);
  }, [isWaiting, look]);

  const go = async (way: WayOut, given: Given = {}) => {
    setGoing(way);
    setOutcome(null);
    const reply = await fetch('/so-hong/way', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ way, ...given }),
    }).catch(() => null);
    setGoing(null);
    setGone(way);
    setWrong(reply?.status === 403 ? await reply.json() : null);
    if (reply?.status === 403) return;
    if (!reply?.ok) return setOutcome(reply?.status === 507 ? 'full' : 'failed');
    const told: WayOutcome = await reply.json();
    if (!told.opened) {
      setOutcome(told.copy ?? (way === 'check' ? 'sound' : 'same'));
      return look();
    }
    if (told.report === null && told.aside === null) window.location.assign('/');
    else setOutcome(told);
  };
  return { view, going, gone, outcome, wrong, go: (way, given) => void go(way, given) };
}
