import type { Period } from '../../../shared/domain/statistics.ts';

export const periodNames = ['day', 'month', 'quarter', 'year', 'own'] as const;
export type PeriodName = (typeof periodNames)[number];

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
