import type { CampaignCounts } from './domain/campaign-figures.ts';
import type { CampaignPlan } from './domain/campaign-files.ts';
import { formatInteger } from './domain/ratio.ts';
import { formatDay } from './format.ts';

type Topic = Pick<CampaignPlan['topics'][number], 'id' | 'label' | 'phrase'>;

/**
 * "Ngày 27/08/2024, 21 tổ công nghệ số cộng đồng hỗ trợ 135 người, 255 lượt: nộp hồ sơ tại nhà 104 lượt, …": what a leader
 * reads out on the evening of the day.
 */
export function campaignSentence(
  { from, to, topics }: Pick<CampaignPlan, 'from' | 'to'> & { topics: readonly Topic[] },
  { teams, total, repeated }: { teams: number; total: CampaignCounts; repeated: number },
): string {
  const when =
    from === to ? `Ngày ${formatDay(from)}` : `Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`;
  if (total.helps === 0) return `${when}, chưa có lượt hỗ trợ nào được ghi.`;
  const asked = topics
    .map(({ id, label, phrase }) => ({ words: phrase || label, count: total.topics[id] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ words, count }) => `${words} ${formatInteger(count)} lượt`);
  const once = repeated === 0 ? '' : ` ${formatInteger(repeated)} người gặp nhiều tổ chỉ tính một lần.`;
  return `${when}, ${formatInteger(teams)} tổ công nghệ số cộng đồng hỗ trợ ${formatInteger(total.people)} người, ${formatInteger(total.helps)} lượt: ${asked.join(', ')}.${once}`;
}
