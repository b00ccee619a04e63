import { Temporal } from 'temporal-polyfill';
import { formatInteger } from './ratio.ts';

/** Words of a line of the price. */

export function formatVnd(amountVnd: number): string {
  return `${formatInteger(amountVnd)} đ`;
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
