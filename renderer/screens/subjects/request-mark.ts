import { formatDayMonthPadded } from '../../../shared/format.ts';
import type { RequestRow } from '../../../shared/views-subject.ts';
import type { Tone } from '../../components/StatusMark.tsx';

type Timed = Pick<RequestRow, 'status' | 'times' | 'acknowledgeDueAt' | 'answerDueAt' | 'handedOverAt'>;

/** What is owed next and until when, in one tone and a few words. */
export function requestMark(
  { status, times, acknowledgeDueAt, answerDueAt, handedOverAt }: Timed,
  now: string,
): { tone: Tone; words: string } {
  const late = times.answer === 'late';
  switch (status) {
    case 'answered':
      return late ? { tone: 'late', words: 'Trả lời muộn' } : { tone: 'ok', words: 'Đã trả lời' };
    case 'refused':
      return late ? { tone: 'late', words: 'Từ chối muộn' } : { tone: 'done', words: 'Đã từ chối' };
    case 'withdrawn':
      return { tone: 'done', words: 'Đã rút' };
    case 'received':
    case 'processing':
  }
  if (times.answer === 'pendingLate') return { tone: 'late', words: `Quá hạn trả lời ${dayOf(answerDueAt)}` };
  if (status === 'received') {
    if (times.acknowledge === 'pendingLate')
      return { tone: 'late', words: `Quá hạn báo nhận ${dayOf(acknowledgeDueAt)}` };
    return due('Báo nhận', acknowledgeDueAt, now);
  }
  return due(handedOverAt === null ? 'Trả lời' : 'Đã chuyển xóa, trả lời', answerDueAt, now);
}

function due(what: string, at: string, now: string): { tone: Tone; words: string } {
  if (at.slice(0, 10) === now.slice(0, 10)) return { tone: 'due', words: `${what} hôm nay` };
  return { tone: 'ok', words: `${what} đến ${dayOf(at)}` };
}

const dayOf = formatDayMonthPadded;
