import type { FeedbackActKind } from '../../../shared/domain/feedback.ts';
import { formatDayMonthPadded } from '../../../shared/format.ts';
import type { FeedbackDetail } from '../../../shared/views-feedback.ts';

type Standing = Pick<
  FeedbackDetail,
  'acts' | 'status' | 'topic' | 'nature' | 'isFounded' | 'acknowledgeDueAt' | 'answerDueAt'
>;

/** What is owed next; the others may be done too. */
const owed: readonly FeedbackActKind[] = ['giveDetail', 'acknowledge', 'answer'];

/** The one act that comes next, and the others. A complaint that ended is judged once; a proposal need not be. */
export function splitActs(detail: Standing): { primary: FeedbackActKind | null; others: FeedbackActKind[] } {
  const { acts } = detail;
  const primary = owed.find((act) => acts.includes(act)) ?? (owesJudgement(detail) ? 'judge' : null);
  return { primary, others: acts.filter((act) => act !== primary) };
}

function owesJudgement({ acts, status, nature, isFounded }: Standing): boolean {
  const hasEnded = status === 'answered' || status === 'refused';
  return hasEnded && nature === 'complaint' && isFounded === null && acts.includes('judge');
}

/** The next step in a sentence. */
export function nextStepWords(detail: Standing): string {
  const { acts, status, topic, acknowledgeDueAt, answerDueAt } = detail;
  const rest = owesJudgement(detail) ? ' Còn kết luận phản ánh đúng hay không.' : ' Không còn việc phải làm.';
  switch (status) {
    case 'answered':
      return `Đã trả lời.${rest}`;
    case 'refused':
      return `Đã từ chối xử lý.${rest}`;
    case 'withdrawn':
      return 'Người gửi đã rút. Không còn việc phải làm.';
    case 'awaitingDetail':
      if (acts.includes('giveDetail')) return 'Chờ người gửi. Ghi lại khi người gửi trả lời.';
      break;
    case 'received':
      if (acts.includes('acknowledge')) return `Báo người gửi biết đã nhận, hạn ${dayOf(acknowledgeDueAt)}.`;
      break;
    case 'processing':
      if (acts.includes('answer')) return `Trả lời người gửi, hạn ${dayOf(answerDueAt)}.`;
  }
  return topic === 'attitude'
    ? 'Phản ánh về thái độ do lãnh đạo trả lời.'
    : 'Người có vai trò xử lý làm tiếp.';
}

const dayOf = (at: string | null): string => (at === null ? '' : formatDayMonthPadded(at));
