import { Temporal } from 'temporal-polyfill';

/**
 * Which copies stay, of each register by itself: three of today, one a day for fourteen days, one a month for twelve, and always
 * the last two of the register that writes. Looking at copies costs none: one from before a restore takes no room of others on its
 * day, and the one that is looked at stays. Which of them is the last its journal says, not a clock: a clock that ran ahead and was
 * put right would otherwise cost each new copy.
 */

export interface KeptCopy {
  name: string;
  /** Instant, ISO in UTC. */
  at: string;
  bytes: number;
  /** Last entry of the journal in it. */
  seq: number;
  /** The register that writes went on from it. */
  isOwn: boolean;
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
 * @param now instant, ISO in UTC. Copies from later than that (the clock went back) take what those before it leave of today, and
 * have days and months of their own: nobody knows yet which of the two clocks was wrong.
 * @param wanted so many bytes must become free: what is from later goes then, and after it the oldest, whatever they were kept
 * for, but never the last two of a register.
 */
export function copiesToDrop(copies: readonly KeptCopy[], now: string, wanted = 0): string[] {
  const newestFirst = [...copies].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const registers = [...Map.groupBy(newestFirst, ({ emergency }) => emergency ?? null).values()];
  const kept = registers.flatMap((each) => {
    const own = each.filter(({ isOwn }) => isOwn);
    const last = [...lastOf(own), ...lastOf(own.filter((copy) => !isBeside(copy, now)))];
    const byAge = keptByAge(each, now);
    return each.filter((copy) => byAge.has(copy) || last.includes(copy) || copy.isLookedAt);
  });
  const dropped = newestFirst.filter((copy) => !kept.includes(copy));
  let free = dropped.reduce((sum, { bytes }) => sum + bytes, 0);
  const last = registers.flatMap((each) => {
    const own = each.filter(({ isOwn }) => isOwn);
    return lastOf(own.length > 0 ? own : each);
  });
  const isFree = (copy: KeptCopy) => kept.includes(copy) && !last.includes(copy) && !copy.isLookedAt;
  const oldestFirst = newestFirst.filter(isFree).reverse();
  for (const next of [...oldestFirst.filter(({ at }) => at > now), ...oldestFirst]) {
    if (free >= wanted) break;
    if (dropped.includes(next)) continue;
    dropped.push(next);
    free += next.bytes;
  }
  return dropped.map(({ name }) => name);
}

/** The last by the chain of one register; where that says nothing, by the clock. @param copies the newest first. */
const lastOf = (copies: readonly KeptCopy[]): KeptCopy[] =>
  [...copies].sort((a, b) => b.seq - a.seq).slice(0, always);

/** Those of one register that are kept for their age. @param copies the newest first. */
function keptByAge(copies: readonly KeptCopy[], now: string): Set<KeptCopy> {
  const [later, earlier] = [copies.filter(({ at }) => at > now), copies.filter(({ at }) => at <= now)];
  const slots = new Map<string, number>();
  const isTaken = (slot: string, room: number) => {
    const taken = slots.get(slot) ?? 0;
    if (taken < room) slots.set(slot, taken + 1);
    return taken < room;
  };
  const isKept = (copy: KeptCopy, until: string, of: string): boolean => {
    if (isBeside(copy, now)) return true;
    const [day, today] = [dayOf(copy.at), dayOf(until)];
    const age = day.until(today).days;
    const inMonths = (today.year - day.year) * 12 + today.month - day.month;
    const isDay = of !== '' || age > 0;
    return [
      (of !== '' || age <= 0) && isTaken('today', ofToday),
      isDay && age <= days && isTaken(`${of}day ${day}`, 1),
      inMonths < months && isTaken(`${of}month ${day.toPlainYearMonth()}`, 1),
    ].includes(true);
  };
  return new Set([
    ...earlier.filter((copy) => isKept(copy, now, '')),
    ...later.filter((copy) => isKept(copy, later[0]?.at ?? now, 'later ')),
  ]);
}

/** From before a restore that was looked at today. */
const isBeside = ({ reason, at }: KeptCopy, now: string): boolean =>
  reason === 'restore' && at <= now && dayOf(at).equals(dayOf(now));

const dayOf = (instant: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
