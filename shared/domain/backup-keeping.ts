import { Temporal } from 'temporal-polyfill';

/**
 * Which copies stay, of each register by itself: three of today, one a day for fourteen days, one a month for twelve, and always
 * the last two of the register that writes. Looking at copies costs none: one from before a restore takes no room of others on its
 * day, and the one that is looked at stays.
 */

export interface KeptCopy {
  name: string;
  /** Instant, ISO in UTC. */
  at: string;
  bytes: number;
  reason?: string;
  /** It lies put together to be looked at. */
  isLookedAt?: boolean;
  /** Of an emergency: which one. Copies that do not tell are of the register that it stands in for. */
  emergency?: string | null | undefined;
}

const ofToday = 3;
const days = 14;
const months = 12;
const always = 2;

/**
 * Names of the copies to remove.
 * @param now instant, ISO in UTC. A copy from later than now (the clock went back) counts as of today.
 * @param wanted so many bytes must become free: the oldest go then, whatever they were kept for, but never the last two of a
 * register.
 */
export function copiesToDrop(copies: readonly KeptCopy[], now: string, wanted = 0): string[] {
  const newestFirst = [...copies].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const registers = [...Map.groupBy(newestFirst, ({ emergency }) => emergency ?? null).values()];
  const kept = registers.flatMap((own) => {
    const last = own[0] === newestFirst[0] ? own.filter((copy) => !isBeside(copy, now)).slice(0, always) : [];
    const isKept = keeping(now);
    return own.filter((copy) => isKept(copy) || last.includes(copy) || copy.isLookedAt);
  });
  const dropped = newestFirst.filter((copy) => !kept.includes(copy));
  let free = dropped.reduce((sum, { bytes }) => sum + bytes, 0);
  const last = registers.flatMap((own) => own.slice(0, always));
  const isFree = (copy: KeptCopy) => kept.includes(copy) && !last.includes(copy) && !copy.isLookedAt;
  const oldestFirst = newestFirst.filter(isFree).reverse();
  for (const oldest of oldestFirst) {
    if (free >= wanted) break;
    dropped.push(oldest);
    free += oldest.bytes;
  }
  return dropped.map(({ name }) => name);
}

/** Whether a copy is kept for its age, asked of those of one register, the newest first. */
function keeping(now: string): (copy: KeptCopy) => boolean {
  const today = dayOf(now);
  const slots = new Map<string, number>();
  return (copy) => {
    if (isBeside(copy, now)) return true;
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
}

/** From before a restore that was looked at today. */
const isBeside = ({ reason, at }: KeptCopy, now: string): boolean =>
  reason === 'restore' && dayOf(at).until(dayOf(now)).days <= 0;

const dayOf = (instant: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
