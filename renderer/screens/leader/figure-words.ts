import { differenceOf } from '../../../shared/domain/paragraph-facts.ts';
import { formatInteger, formatPercent, percentHundredths } from '../../../shared/domain/ratio.ts';
import type { Target } from '../../../shared/domain/target.ts';
import type { Share } from '../../../shared/views-leader.ts';

/** "99,97 %", "3.717"; of nothing there is no percentage. */
export function bigWords({ count, of }: Share): string {
  if (of === null) return formatInteger(count);
  const hundredths = percentHundredths(count, of);
  return hundredths === null ? '–' : formatPercent(hundredths);
}

/** "+0,65 điểm", "−12", "không đổi"; null where nothing can be compared. */
export function differenceWords(now: Share, before: Share | null): string | null {
  const difference = before && differenceOf(now, before);
  if (difference === null) return null;
  if (difference === 0) return 'không đổi';
  const sign = difference > 0 ? '+' : '−';
  const size = Math.abs(difference);
  if (now.of === null) return `${sign}${formatInteger(size)}`;
  return `${sign}${pointsWords(size)} điểm`;
}

const pointsWords = (hundredths: number): string => formatPercent(BigInt(hundredths)).replace(' %', '');

/** "98 %", "3.000 hồ sơ", "6.500 người". */
export function valueWords({ unit, indicator }: Pick<Target, 'unit' | 'indicator'>, value: number): string {
  if (unit === 'share') return formatPercent(BigInt(value));
  return `${formatInteger(value)} ${indicator.startsWith('digital.') ? 'người' : 'hồ sơ'}`;
}
