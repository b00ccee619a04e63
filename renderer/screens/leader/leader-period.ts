import { Temporal } from 'temporal-polyfill';
import type { Period } from '../../../shared/domain/statistics.ts';

export const periodNames = ['day', 'month', 'quarter', 'year', 'own'] as const;
export type PeriodName = (typeof periodNames)[number];

/** The whole day, month, quarter or year that holds a day, or one some steps before or after it. */
export function periodOf(name: Exclude<PeriodName, 'own'>, day: string, steps = 0): Period {
  const date = Temporal.PlainDate.from(day);
  if (name === 'day') {
    const moved = date.add({ days: steps }).toString();
    return { from: moved, to: moved };
  }
  const first = date.with({ day: 1, ...(name === 'year' && { month: 1 }) });
  const start = name === 'quarter' ? first.subtract({ months: (first.month - 1) % 3 }) : first;
  const months = { month: 1, quarter: 3, year: 12 }[name];
  const from = start.add({ months: months * steps });
  return { from: from.toString(), to: from.add({ months }).subtract({ days: 1 }).toString() };
}

/** The words of a segment: of the period that is shown under its own name, of today's under the others. */
export function segmentWords(name: PeriodName, { from }: Period): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  return {
    day: 'Ngày',
    month: `Tháng ${month}/${year}`,
    quarter: `Quý ${['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)]}/${year}`,
    year: `Năm ${year}`,
    own: 'Từ ngày',
  }[name];
}
