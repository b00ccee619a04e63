import { Temporal } from 'temporal-polyfill';
import type { Period } from '../statistics.ts';

export const periodKinds = ['day', 'month', 'quarter', 'year', 'free'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The whole day, month, quarter or year that a day lies in, or so many of them later. */
export function periodOf(kind: Exclude<PeriodKind, 'free'>, on: string, later = 0): Period {
  const day = Temporal.PlainDate.from(on);
  if (kind === 'day') {
    const only = day.add({ days: later }).toString();
    return { from: only, to: only };
  }
  const months = { month: 1, quarter: 3, year: 12 }[kind];
  const first = day
    .with({ month: Math.floor((day.month - 1) / months) * months + 1, day: 1 })
    .add({ months: months * later });
  return { from: first.toString(), to: first.add({ months }).subtract({ days: 1 }).toString() };
}

/** What a period is: the first kind of which it is whole. */
export function kindOfPeriod({ from, to }: Period): PeriodKind {
  const whole = (kind: Exclude<PeriodKind, 'free'>): boolean => {
    const period = periodOf(kind, from);
    return period.from === from && period.to === to;
  };
  return (['day', 'month', 'quarter', 'year'] as const).find(whole) ?? 'free';
}

/** A period that ends where this one begins; of it only what is open at its end is asked. */
export function dayBefore({ from }: Period): Period {
  return periodOf('day', from, -1);
}

const quarters = ['I', 'II', 'III', 'IV'];

/** "Ngày 24/04/2025", "Tháng 4/2025", "Quý II/2025", "Năm 2025"; a free one has no name. */
export function periodName(period: Period): string | null {
  const [year = '', month = '', day = ''] = period.from.split('-');
  switch (kindOfPeriod(period)) {
    case 'day':
      return `Ngày ${day}/${month}/${year}`;
    case 'month':
      return `Tháng ${Number(month)}/${year}`;
    case 'quarter':
      return `Quý ${quarters[Math.floor((Number(month) - 1) / 3)]}/${year}`;
    case 'year':
      return `Năm ${year}`;
    case 'free':
      return null;
  }
}
