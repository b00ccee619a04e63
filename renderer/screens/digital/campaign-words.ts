import { epochDayOfIso, fromEpochDay } from '../../../shared/domain/epoch-day.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { MergeOutcome } from '../../../shared/views-campaign.ts';

/** "Đã gộp tệp của Tổ Tiểu khu 2 vào Đợt cao điểm: 41 lượt, thêm 41; 5 người mới." */
export function mergeWords({
  campaignName,
  laptopName,
  entries,
  added,
  changed,
  removed,
  unplanned,
  ahead,
  newPeople,
}: MergeOutcome): string {
  const counts = [
    added > 0 && `thêm ${formatInteger(added)}`,
    changed > 0 && `sửa ${formatInteger(changed)}`,
    removed > 0 && `bỏ ${formatInteger(removed)}`,
  ].filter(Boolean);
  const same = unplanned + ahead === 0 ? 'đã có đủ, sổ không đổi' : 'sổ không đổi';
  const came = counts.length === 0 ? same : counts.join(', ');
  const people = newPeople === 0 ? '' : `; ${formatInteger(newPeople)} người mới`;
  const out =
    unplanned === 0
      ? ''
      : ` ${formatInteger(unplanned)} lượt không gộp: ngày, tổ hoặc việc không có trong đợt. Sửa đợt rồi gộp lại tệp này.`;
  const early =
    ahead === 0
      ? ''
      : ` ${formatInteger(ahead)} lượt không gộp: ngày chưa tới. Xem lại ngày ở máy của tổ, hoặc gộp lại tệp này khi đến ngày.`;
  return `Đã gộp tệp của ${laptopName} vào ${campaignName}: ${formatInteger(entries)} lượt, ${came}${people}.${out}${early}`;
}

/** "4827 1905 3361": as it is read out. */
export const passphraseWords = (digits: string): string => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

/** Days of a campaign, no more than a select can hold. */
export function daysOf({ from, to }: { from: string; to: string }): string[] {
  const first = epochDayOfIso(from);
  const count = Math.min(62, epochDayOfIso(to) - first + 1);
  return Array.from({ length: count }, (_, index) => fromEpochDay(first + index).toString());
}
