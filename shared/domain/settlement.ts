import type { MoneyMethod } from './payment-events.ts';

/** The monthly list of fees and charges (NĐ 118 Đ12.9): sums that agree whichever way they are split. */

/** Sums of a part of the period: taken by each way, what went back, and what stayed. */
export interface MoneySums {
  notes: number;
  cash: number;
  transfer: number;
  onlinePayment: number;
  /** As a positive sum. */
  returned: number;
  returns: number;
  /** cash + transfer + onlinePayment − returned. */
  net: number;
}

/** Movements of one kind, counted together; the amount is signed. */
export interface MovedTogether {
  kind: 'confirmed' | 'refunded' | 'cancelled';
  method: MoneyMethod;
  count: number;
  amountVnd: number;
}

export function sumsOf(groups: readonly MovedTogether[]): MoneySums {
  const sums: MoneySums = {
    notes: 0,
    cash: 0,
    transfer: 0,
    onlinePayment: 0,
    returned: 0,
    returns: 0,
    net: 0,
  };
  for (const { kind, method, count, amountVnd } of groups) {
    if (kind === 'confirmed') {
      sums.notes += count;
      sums[method] += amountVnd;
    } else {
      sums.returns += count;
      sums.returned -= amountVnd;
    }
    sums.net += amountVnd;
  }
  return sums;
}

/** One part for each key, the one that kept most first. */
export function sumsBy<Group extends MovedTogether, Key extends string | number>(
  groups: readonly Group[],
  keyOf: (group: Group) => Key,
): { key: Key; sums: MoneySums; groups: Group[] }[] {
  const parts = new Map<Key, Group[]>();
  for (const group of groups) {
    const part = parts.get(keyOf(group));
    if (part) part.push(group);
    else parts.set(keyOf(group), [group]);
  }
  return [...parts]
    .map(([key, part]) => ({ key, sums: sumsOf(part), groups: part }))
    .sort((a, b) => b.sums.net - a.sums.net || (a.key < b.key ? -1 : 1));
}
