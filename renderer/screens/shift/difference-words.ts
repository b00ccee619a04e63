import { vndWords } from '../../../shared/domain/vnd-words.ts';
import { formatMoney } from '../../../shared/format.ts';
import type { Tone } from '../../components/StatusMark.tsx';

/** "Khớp", "Thiếu 1.000 đ (một nghìn đồng)". */
export function differenceWords(differenceVnd: number): string {
  if (differenceVnd === 0) return 'Khớp';
  const amount = Math.abs(differenceVnd);
  const words = vndWords(amount);
  return `${differenceVnd < 0 ? 'Thiếu' : 'Thừa'} ${formatMoney(amount)} (${words.charAt(0).toLowerCase()}${words.slice(1)})`;
}

export function differenceTone(differenceVnd: number): Tone {
  if (differenceVnd === 0) return 'ok';
  return differenceVnd < 0 ? 'late' : 'due';
}
