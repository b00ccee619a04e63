import { Temporal } from 'temporal-polyfill';
import type { FeeLine } from './fee.ts';
import { formatInteger } from './ratio.ts';

/** Words of a line of the price. */

export const overrideLineName = 'Thu khác mức tính';

export function formatVnd(amountVnd: number): string {
  return `${formatInteger(amountVnd)} đ`;
}

/**
 * The lines as the citizen reads them: what is taken off or put on by hand says why, and a line of nothing is left out, unless
 * there is no other.
 */
export function citizenLines(lines: readonly FeeLine[]): FeeLine[] {
  const told = lines.filter(({ amountVnd }) => amountVnd !== 0);
  return (told.length > 0 ? told : lines).map((line) => {
    const { name, how, amountVnd } = line;
    if (name !== overrideLineName || how === '') return line;
    return { ...line, name: `${(amountVnd ?? 0) < 0 ? 'Giảm' : 'Thu thêm'}: ${how}`, how: '' };
  });
}

/** "2 trang × 2.000 đ + 3 trang × 1.000 đ". */
export function pageWords(steps: readonly { pages: number; amountVnd: number }[]): string {
  return steps.map(({ pages, amountVnd }) => `${pages} trang × ${formatVnd(amountVnd)}`).join(' + ');
}

export function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** "2026-07-05" → "05/07/2026". */
export function vietnameseDay(day: string): string {
  return day.split('-').toReversed().join('/');
}
