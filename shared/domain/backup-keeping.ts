import { Temporal } from 'temporal-polyfill';

/** Which copies stay: three of today, one a day for fourteen days, one a month for twelve, and always the last two. */

export interface KeptCopy {
  name: string;
  /** Instant, ISO in UTC. */
  at: string;
  bytes: number;
}

const ofToday = 3;
const days = 14;
const months = 12;
const always = 2;

/**
 * Names of the copies to remove.
 * @param now instant, ISO in UTC. A copy from later than now (the clock went back) counts as of today.
 * @param wanted so many bytes must become free: the oldest go then, whatever they were kept for, but never the last two.
 */
export function copiesToDrop(copies: readonly KeptCopy[], now: string, wanted = 0): string[] {
  const newestFirst = [...copies].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const today = dayOf(now);
  const slots = new Map<string, number>();
  const isKept = (copy: KeptCopy): boolean => {
    const day = dayOf(copy.at);
    const age = day.until(today).days;
    const isToday = age <= 0;
    const inMonths = (today.year - day.year) * 12 + today.month - day.month;
    const free = [
      ...(isToday ? [{ slot: 'today', room: ofToday }] : []),
      ...(!isToday && age <= days ? [{ slot: `day ${day}`, room: 1 }] : []),
      ...(inMonths < months ? [{ slot: `month ${day.toPlainYearMonth()}`, room: 1 }] : []),
    ].filter(({ slot, room }) => (slots.get(slot) ?? 0) < room);
    for (const { slot } of free) slots.set(slot, (slots.get(slot) ?? 0) + 1);
    return free.length > 0;
  };
  const last = newestFirst.slice(0, always);
  const kept = newestFirst.filter((copy) => isKept(copy) || last.includes(copy));
  const dropped = newestFirst.filter((copy) => !kept.includes(copy));
  let free = dropped.reduce((sum, { bytes }) => sum + bytes, 0);
  while (free < wanted && kept.length > always) {
    const oldest = kept.pop();
    if (oldest === undefined) break;
    dropped.push(oldest);
    free += oldest.bytes;
  }
  return dropped.map(({ name }) => name);
}

const dayOf = (instant: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
