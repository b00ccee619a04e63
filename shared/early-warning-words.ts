import type { EstimateFacts } from './domain/early-warning/early-warning.ts';
import { latelyDays } from './domain/early-warning/holder-pace.ts';
import { formatInteger, formatRatio } from './domain/ratio.ts';
import { shortPersonName } from './domain/text.ts';
import type { HowWarningsTurnedOut } from './views-warning.ts';

/** Why a case is warned of: what weighs against it, the heaviest first; always at least its time. */
export function warningReasons(facts: EstimateFacts, holderName: string): string[] {
  const { open, usualOpen, finishedLately, expectedLately, dueLately, lateLately, ahead } = facts;
  const holder = shortPersonName(holderName);
  const lately = `${latelyDays} ngày làm việc qua`;
  const told: { weight: number; words: string }[] = [];
  const usual = Math.round(usualOpen);
  if (open >= usual * 1.3 && open >= usual + 3)
    told.push({
      weight: open / Math.max(usual, 1),
      words: `${holder} giữ ${formatInteger(open)} hồ sơ, thường ${formatInteger(usual)}`,
    });
  const expected = Math.round(expectedLately);
  if (expected >= 3 && finishedLately <= expected * 0.7)
    told.push({
      weight: expected / Math.max(finishedLately, 1),
      words: `${holder} ${lately} xong ${formatInteger(finishedLately)} hồ sơ, nhịp thường là ${formatInteger(expected)}`,
    });
  if (lateLately >= 2 && lateLately / dueLately >= 0.25)
    told.push({
      weight: 1 + (2 * lateLately) / dueLately,
      words: `${lately} ${formatInteger(lateLately)}/${formatInteger(dueLately)} hồ sơ đến hạn của ${holder} trễ`,
    });
  if (told.length === 0 && ahead >= 3)
    told.push({ weight: 1, words: `${holder} còn ${formatInteger(ahead)} hồ sơ đến hạn trước` });
  return [...told.toSorted((a, b) => b.weight - a.weight).map(({ words }) => words), timeWords(facts)];
}

/** "thủ tục này thường xong sau 8 ngày làm việc, chỉ còn 3". */
function timeWords({ usualDays, elapsedDays, leftDays }: EstimateFacts): string {
  const usual = usualDays === 0 ? 'xong trong ngày' : `xong sau ${formatInteger(usualDays)} ngày làm việc`;
  const gone = elapsedDays < Math.max(usualDays, 1) ? '' : `, đã qua ${formatInteger(elapsedDays)}`;
  const left = leftDays === 0 ? 'hôm nay đến hạn' : `chỉ còn ${formatInteger(leftDays)}`;
  return `thủ tục này thường ${usual}${gone}, ${left}`;
}

/** "Trong 90 ngày qua: 21/27 = 77,77 % hồ sơ được báo đã trễ; báo được 21/24 = 87,5 % hồ sơ trễ"; and how that was found. */
export function pastWarningWords(past: HowWarningsTurnedOut): string {
  if (past === null) return 'Chưa đủ hồ sơ cũ để biết báo sớm đúng đến đâu.';
  const { days, warned, warnedLate, late } = past;
  if (warned === 0 && late === 0) return `Trong ${days} ngày qua: không báo hồ sơ nào, không hồ sơ nào trễ.`;
  return `Trong ${days} ngày qua: ${formatRatio(warnedLate, warned)} hồ sơ được báo đã trễ; báo được ${formatRatio(warnedLate, late)} hồ sơ trễ. Tính lại theo hạn và người giữ của ngày ấy; rút, dừng trước hạn là không trễ.`;
}
