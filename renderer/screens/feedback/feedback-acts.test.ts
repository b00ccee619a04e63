import { expect, test } from 'vitest';
import { nextStepWords, splitActs } from './feedback-acts.ts';

type Standing = Parameters<typeof splitActs>[0];

const received: Standing = {
  acts: ['acknowledge', 'askDetail', 'answer', 'refuse', 'withdraw', 'judge'],
  status: 'received',
  topic: 'timeLimit',
  nature: 'complaint',
  isFounded: null,
  acknowledgeDueAt: '2025-03-12T17:00',
  answerDueAt: '2025-03-31T17:00',
};

test.each<[string, Partial<Standing>, string | null, string]>([
  ['new', {}, 'acknowledge', 'hạn 12/03'],
  ['worked on', { status: 'processing', acts: ['askDetail', 'answer', 'judge'] }, 'answer', 'hạn 31/03'],
  ['waiting', { status: 'awaitingDetail', acts: ['giveDetail', 'answer'] }, 'giveDetail', 'Chờ người gửi'],
  ['answered, not judged', { status: 'answered', acts: ['judge'] }, 'judge', 'Còn kết luận'],
  ['judged', { status: 'answered', acts: ['judge'], isFounded: true }, null, 'Không còn việc'],
  ['a proposal', { status: 'answered', acts: ['judge'], nature: 'proposal' }, null, 'Không còn việc'],
  ['answered, seen by a clerk', { status: 'answered', acts: [] }, null, 'Không còn việc'],
  [
    'about attitude, seen by a clerk',
    { status: 'processing', topic: 'attitude', acts: ['askDetail'] },
    null,
    'do lãnh đạo trả lời',
  ],
])('%s: one act is next, and said', (_, part, act, words) => {
  const detail = { ...received, ...part };
  const { primary, others } = splitActs(detail);
  expect(primary).toBe(act);
  expect(others).not.toContain(act);
  expect([...others, ...(primary ? [primary] : [])].toSorted()).toEqual(detail.acts.toSorted());
  expect(nextStepWords(detail)).toContain(words);
});
