import { formatDayMonthPadded } from '../../shared/format.ts';
import type { FeedbackRow } from '../../shared/views-feedback.ts';
import type { RequestRow } from '../../shared/views-subject.ts';
import { useOfficeNow } from '../session.tsx';
import { StatusMark, type Tone } from './StatusMark.tsx';

/** What the office was told and answers by a date. */
export type Owed = Pick<FeedbackRow, 'status' | 'times' | 'acknowledgeDueAt' | 'answerDueAt'> &
  Partial<Pick<RequestRow, 'handedOverAt'>>;

/** What is owed next and until when, in one tone and a few words. */
export function OwedMark({ owed }: { owed: Owed }) {
  const { tone, words } = markOf(owed, useOfficeNow());
  return <StatusMark tone={tone}>{words}</StatusMark>;
}

function markOf(
  { status, times, acknowledgeDueAt, answerDueAt, handedOverAt = null }: Owed,
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
    case 'awaitingDetail':
      return times.answer === 'pendingLate'
        ? { tone: 'late', words: 'Quá hạn, chờ người gửi' }
        : { tone: 'wait', words: 'Chờ người gửi' };
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

function due(what: string, at: string | null, now: string): { tone: Tone; words: string } {
  if (at?.slice(0, 10) === now.slice(0, 10)) return { tone: 'due', words: `${what} hôm nay` };
  return { tone: 'ok', words: `${what} đến ${dayOf(at)}` };
}

const dayOf = (at: string | null): string => (at === null ? '' : formatDayMonthPadded(at));
