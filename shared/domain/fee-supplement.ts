import type { CaseFee } from './case-state.ts';
import type { FeeLine } from './fee.ts';
import { sumOf } from './fee-quote.ts';
import { formatVnd } from './fee-words.ts';

/** What one demand of several is made of. */

/**
 * The lines of a fee less those that were demanded before, with their charge. Where they do not make the amount (money went back
 * between), one line of the fee's own charge does.
 */
export function supplementLines(fee: CaseFee, before: readonly FeeLine[], amountVnd: number): FeeLine[] {
  const lines = fee.lines ?? [];
  const found = before.length === 0 ? [...lines] : differences(lines, before);
  return found.length > 0 && sumOf(found) === amountVnd ? found : [wholeLine(fee, amountVnd)];
}

function differences(lines: readonly FeeLine[], before: readonly FeeLine[]): FeeLine[] {
  const keys = [...new Set([...lines, ...before].map(keyOf))];
  return keys.flatMap((key) => {
    const of = (all: readonly FeeLine[]) => all.filter((line) => keyOf(line) === key);
    const now = of(lines);
    const known = of(before);
    const [line] = [...now, ...known];
    const told = sumOf(known) ?? 0;
    const amount = (sumOf(now) ?? 0) - told;
    if (line === undefined || amount === 0) return [];
    if (known.length === 0) return now;
    const how = `đã ghi ${formatVnd(told)}`;
    return [{ ...line, quantity: 1, unitVnd: null, amountVnd: amount, how }];
  });
}

const keyOf = ({ charge, name }: FeeLine): string => `${charge} ${name}`;

function wholeLine({ method, lines = [], reason = '' }: CaseFee, amountVnd: number): FeeLine {
  if (method === 'exempt')
    return { ...one, name: 'Miễn lệ phí', charge: 'exemption', amountVnd, how: reason };
  const charge = lines.find((line) => line.charge === 'fee' || line.charge === 'charge')?.charge ?? 'charge';
  const name = charge === 'fee' ? 'Phí' : 'Lệ phí';
  return { ...one, name, charge, unitVnd: amountVnd, amountVnd, how: reason };
}

const one = { quantity: 1, unitVnd: null };
