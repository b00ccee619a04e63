import { useEffect, useRef, useState } from 'react';
import type { CalledTicket, QueueOnScreen } from '../../../shared/views-queue.ts';
import { useAfter } from '../use-after.ts';
import { chime, readyVoice, say, wakeSound } from './sound.ts';

/** Assumed: whoever sits at the far end of the hall has looked up and read by then. */
const freshSeconds = 20;

/**
 * Says each new call, and one that is said again: in Vietnamese where the browser can, by a chime where it cannot. Answers the
 * `callNumber` of the one said last while it is to stand large, else null.
 */
export function useAnnouncement(queue: QueueOnScreen | null): number | null {
  const heard = useRef<Map<number, number> | null>(null);
  const [fresh, setFresh] = useState<CalledTicket | null>(null);
  useAfter(fresh, freshSeconds, () => setFresh(null));
  useEffect(() => {
    readyVoice();
    // At once where the page may; browsers let it sound only after it was touched.
    wakeSound();
    window.addEventListener('pointerdown', wakeSound, { once: true });
    return () => window.removeEventListener('pointerdown', wakeSound);
  }, []);
  useEffect(() => {
    if (queue === null) return;
    const known = heard.current;
    heard.current = new Map(queue.called.map(({ callNumber, calls }) => [callNumber, calls]));
    // What was called before the screen opened is not said again.
    if (known === null || !queue.isOn) return;
    const newest = Math.max(0, ...known.keys());
    const isNew = ({ callNumber, calls }: CalledTicket) =>
      callNumber > newest || calls > (known.get(callNumber) ?? calls);
    const said = queue.called.filter(isNew).reverse();
    const last = said.at(-1);
    if (last) setFresh(last);
    if (!queue.speaks) return;
    for (const { number, desk } of said) if (!say(callWords(number, desk))) chime();
  }, [queue]);
  return fresh?.callNumber ?? null;
}

/** "Mời số 12 đến quầy 2". */
function callWords(number: number, desk: string): string {
  const place = desk === '' ? 'quầy' : `${desk.charAt(0).toLocaleLowerCase('vi')}${desk.slice(1)}`;
  return `Mời số ${number} đến ${place}`;
}
