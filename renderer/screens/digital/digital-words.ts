import { assistanceLevelLabels, markCheckLabels } from '../../../shared/digital-words.ts';
import type { Claim, Help, PersonDetails } from '../../../shared/domain/digital.ts';
import { formatDay, formatPhone } from '../../../shared/format.ts';
import type { CardCriterion } from '../../../shared/views-digital.ts';

const small = (words: string): string => `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;

/** "1996 · Tiểu khu 3 · 0900 000 214". */
export function factsOf({ birthYear, area, phone }: Omit<PersonDetails, 'name'>): string {
  return [birthYear, area, phone && formatPhone(phone)].filter(Boolean).join(' · ');
}

/** "12/03/2024, hướng dẫn, đã xem trên máy, Lò Thị Mai". */
export function claimWords({ on, level, check, helper }: Claim): string {
  const words = [level && small(assistanceLevelLabels[level]), small(markCheckLabels[check])];
  return [formatDay(on), ...words.filter(Boolean), helper.name].join(', ');
}

/** "Đã ghi từ trước, ngày 12/03/2024, do Lò Thị Mai." */
export const reachedBeforeWords = ({ on, helper }: Claim): string =>
  `Đã ghi từ trước, ngày ${formatDay(on)}, do ${helper.name}.`;

export function standingWords({ mark, triedOn }: CardCriterion): string {
  if (mark !== null) return claimWords(mark);
  return triedOn === null ? 'chưa có' : `đã thử ${formatDay(triedOn)}, chưa xong`;
}

/** "12/03/2024, hướng dẫn, 10 phút, Lò Thị Mai". */
export function helpWords({ on, level, minutes, helper }: Help): string {
  return `${formatDay(on)}, ${small(assistanceLevelLabels[level])}, ${minutes} phút, ${helper.name}`;
}
