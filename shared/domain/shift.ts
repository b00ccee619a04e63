import { z } from 'zod';
import type { MoneyMethod } from './payment-events.ts';

/** One person's time at the drawer, from the change money it began with to the count it was closed with. */

/** Notes and coins in use, the biggest first. */
export const denominations = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200,
] as const;

/** How many of each denomination lie in the drawer. */
export const cashCountSchema = z.partialRecord(
  z.enum(denominations.map(String) as [string, ...string[]]),
  z.int().min(0).max(99_999),
);
export type CashCount = z.infer<typeof cashCountSchema>;

/** What a shift asks of a movement of money: signed, in or out. */
interface Moved {
  method: MoneyMethod;
  amountVnd: number;
}

export interface MethodTotal {
  takenVnd: number;
  /** What went back, as a positive sum. */
  returnedVnd: number;
  netVnd: number;
  /** How often money came in. */
  taken: number;
  returned: number;
}
export type ShiftTotals = Record<MoneyMethod, MethodTotal>;

/** The money of a closed shift. */
export interface MoneyCount {
  floatVnd: number;
  totals: ShiftTotals;
  /** What must lie in the drawer. */
  expectedVnd: number;
  count: CashCount;
  countedVnd: number;
  /** Counted less expected: negative is missing. */
  differenceVnd: number;
}

export function countedVnd(count: CashCount): number {
  return denominations.reduce((sum, value) => sum + value * (count[String(value)] ?? 0), 0);
}

/** The change money and all cash that came in, less what went out. */
export function cashExpected(floatVnd: number, moves: readonly Moved[]): number {
  return moves.reduce((sum, { method, amountVnd }) => sum + (method === 'cash' ? amountVnd : 0), floatVnd);
}

/** What came in and went out, by the way it went. */
export function totalsOf(moves: readonly Moved[]): ShiftTotals {
  const of = (method: MoneyMethod): MethodTotal => {
    const amounts = moves.filter((move) => move.method === method).map(({ amountVnd }) => amountVnd);
    const taken = amounts.filter((amount) => amount >= 0);
    const returned = amounts.filter((amount) => amount < 0);
    return {
      takenVnd: sum(taken),
      returnedVnd: 0 - sum(returned),
      netVnd: sum(amounts),
      taken: taken.length,
      returned: returned.length,
    };
  };
  return { cash: of('cash'), transfer: of('transfer'), onlinePayment: of('onlinePayment') };
}

/** What a shift is closed with: what was counted against what its movements tell. */
export function closingOf(floatVnd: number, moves: readonly Moved[], count: CashCount): MoneyCount {
  const expectedVnd = cashExpected(floatVnd, moves);
  const counted = countedVnd(count);
  return {
    floatVnd,
    totals: totalsOf(moves),
    expectedVnd,
    count,
    countedVnd: counted,
    differenceVnd: counted - expectedVnd,
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
