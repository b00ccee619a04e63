import { useEffect, useRef } from 'react';
import type { CalledTicket, QueueOnScreen } from '../../../shared/views-queue.ts';
import { chime, readyVoice, say, wakeSound } from './sound.ts';

/** Says each new call, and one that is said again: in Vietnamese where the browser can, by a chime where it cannot. */
export function useAnnouncement(queue: QueueOnScreen | null): void {
  const heard = useRef<Map<number, number> | null>(null);
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
    if (known === null || !queue.isOn || !queue.speaks) return;
    const newest = Math.max(0, ...known.keys());
    const isNew = ({ callNumber, calls }: CalledTicket) =>
      callNumber > newest || calls > (known.get(callNumber) ?? calls);
    for (const { number, desk } of queue.called.filter(isNew).reverse())
      if (!say(callWords(number, desk))) chime();
  }, [queue]);
}

/** "Mời số 12 đến quầy 2". */
function callWords(number: number, desk: string): string {
  const place = desk === '' ? 'quầy' : `${desk.charAt(0).toLocaleLowerCase('vi')}${desk.slice(1)}`;
  return `Mời số ${number} đến ${place}`;
}
