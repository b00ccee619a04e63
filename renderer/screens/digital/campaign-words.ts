import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { MergeOutcome } from '../../../shared/views-campaign.ts';

/** "Đã gộp tệp của Máy 2 vào Đợt cao điểm: 41 lượt, thêm 41; 5 người mới." */
export function mergeWords({
  campaignName,
  laptopName,
  entries,
  added,
  changed,
  removed,
  newPeople,
}: MergeOutcome): string {
  const counts = [
    added > 0 && `thêm ${formatInteger(added)}`,
    changed > 0 && `sửa ${formatInteger(changed)}`,
    removed > 0 && `bỏ ${formatInteger(removed)}`,
  ].filter(Boolean);
  const came = counts.length === 0 ? 'đã có đủ, sổ không đổi' : counts.join(', ');
  const people = newPeople === 0 ? '' : `; ${formatInteger(newPeople)} người mới`;
  return `Đã gộp tệp của ${laptopName} vào ${campaignName}: ${formatInteger(entries)} lượt, ${came}${people}.`;
}
