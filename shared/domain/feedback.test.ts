import { describe, expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { hung, mai } from './case-fixture.ts';
import { openOffice } from './deadline-fixture.ts';
import {
  type FeedbackAct,
  type FeedbackEvent,
  type FeedbackInput,
  feedbackActsFor,
  feedbackEventOf,
  feedbackTimes,
  foldFeedback,
  mayReadFeedback,
} from './feedback.ts';
import { type FeedbackRules, feedbackDates } from './feedback-dates.ts';
import { feedbackSettingsSchema } from './feedback-settings.ts';
import { defaultOpeningHours } from './opening-hours.ts';

const { calendar } = openOffice(holidays.years);
const rules: FeedbackRules = {
  calendar,
  hours: defaultOpeningHours,
  outOfHours: 'shift',
  limits: feedbackSettingsSchema.parse({}),
};
const leader = { id: 3, roles: ['leader'] } as const;

/** The last days only: every one ends at closing. */
function days(receivedAt: string, limits: Partial<FeedbackRules['limits']> = {}): string[] {
  const dates = feedbackDates(receivedAt, { ...rules, limits: { ...rules.limits, ...limits } });
  return Object.values(dates).map((due) => {
    expect(due.slice(11)).toBe('17:00');
    return due.slice(0, 10);
  });
}

describe('the last days of feedback: acknowledge 2, ask 5, refuse 2, answer 15 working days (rules §10)', () => {
  test.each([
    ['an ordinary Monday', '2025-03-10T09:15', ['2025-03-12', '2025-03-17', '2025-03-12', '2025-03-31']],
    ['over a weekend', '2025-03-13T16:00', ['2025-03-17', '2025-03-20', '2025-03-17', '2025-04-03']],
    [
      'after closing counts as tomorrow',
      '2025-03-10T17:01',
      ['2025-03-13', '2025-03-18', '2025-03-13', '2025-04-01'],
    ],
    [
      'on a Saturday counts as Monday',
      '2025-03-15T09:00',
      ['2025-03-19', '2025-03-24', '2025-03-19', '2025-04-08'],
    ],
    // 28/4 rested, 26/4 worked for 2/5; 30/4 to 4/5 off.
    [
      'over 30/4 and the worked Saturday',
      '2025-04-25T09:15',
      ['2025-04-28', '2025-05-06', '2025-04-28', '2025-05-20'],
    ],
    ['into Tết', '2025-01-24T09:15', ['2025-02-04', '2025-02-07', '2025-02-04', '2025-02-21']],
  ])('%s', (_, receivedAt, expected) => {
    expect(days(receivedAt)).toEqual(expected);
  });

  test('no days at all: by closing of the day that counts as the day of receipt', () => {
    expect(days('2025-03-10T09:15', { acknowledgeDays: 0 })[0]).toBe('2025-03-10');
    expect(days('2025-03-14T17:30', { acknowledgeDays: 0 })[0]).toBe('2025-03-17');
  });
});

const entry: FeedbackInput = {
  nature: 'complaint',
  channel: 'box',
  topic: 'timeLimit',
  content: 'Chờ lâu',
  sender: null,
};

function received(at: string, more: Partial<FeedbackInput> = {}): FeedbackEvent {
  const dates = feedbackDates(at, rules);
  return { kind: 'received', at, by: mai, code: 'PA-2025-0001', about: null, ...entry, ...more, ...dates };
}

/** The history after acts at their times, each allowed when it was done. */
function history(receivedAt: string, acts: readonly [string, FeedbackAct][]): FeedbackEvent[] {
  const events = [received(receivedAt)];
  for (const [at, act] of acts) {
    const state = foldFeedback(events);
    expect(feedbackActsFor(state, leader)).toContain(act.kind);
    events.push(feedbackEventOf(state, act, { at, by: hung }, rules));
  }
  return events;
}

const ask: FeedbackAct = { kind: 'askDetail', question: 'Ngày nào?' };
const give: FeedbackAct = { kind: 'giveDetail', detail: 'Hôm qua' };
const answer: FeedbackAct = { kind: 'answer', answer: 'Đã chấn chỉnh' };
const refuse: FeedbackAct = { kind: 'refuse', reason: 'Không thuộc thẩm quyền' };
const acknowledge: FeedbackAct = { kind: 'acknowledge', note: '' };

describe('how feedback stands', () => {
  test.each([
    [
      'answered in time',
      [
        ['2025-03-12T08:00', acknowledge],
        ['2025-03-31T17:30', answer],
      ],
      'onTime',
      'onTime',
    ],
    [
      'answered a day late',
      [
        ['2025-03-13T07:00', acknowledge],
        ['2025-04-01T07:00', answer],
      ],
      'late',
      'late',
    ],
    ['an answer acknowledges too', [['2025-03-11T08:00', answer]], 'early', 'early'],
    ['refused within two days', [['2025-03-12T16:00', refuse]], 'onTime', 'onTime'],
    [
      'refused later',
      [
        ['2025-03-11T08:00', acknowledge],
        ['2025-03-13T08:00', refuse],
      ],
      'early',
      'late',
    ],
    // Five working days of waiting move 31/03 to 08/04: 07/04 is Giỗ Tổ.
    [
      'the wait for the sender is not counted',
      [
        ['2025-03-12T08:00', ask],
        ['2025-03-19T08:00', give],
        ['2025-04-08T08:00', answer],
      ],
      'onTime',
      'onTime',
    ],
    [
      'one day more is late',
      [
        ['2025-03-12T08:00', ask],
        ['2025-03-19T08:00', give],
        ['2025-04-09T08:00', answer],
      ],
      'onTime',
      'late',
    ],
    [
      'asked when it was late already, it stays late',
      [
        ['2025-04-02T08:00', ask],
        ['2025-04-10T08:00', give],
        ['2025-04-10T09:00', answer],
      ],
      'late',
      'late',
    ],
    [
      'withdrawn owes no answer',
      [['2025-05-10T08:00', { kind: 'withdraw', reason: '' }]],
      'noDeadline',
      'noDeadline',
    ],
  ] as const)('%s', (_, acts, first, last) => {
    const state = foldFeedback(history('2025-03-10T09:15', acts as unknown as [string, FeedbackAct][]));
    expect(feedbackTimes(state, '2025-06-01T08:00')).toEqual({ acknowledge: first, answer: last });
  });

  test('open, it is pending to the end of its last day and late from the next; waiting, it does not grow late', () => {
    const open = foldFeedback([received('2025-03-10T09:15')]);
    expect(feedbackTimes(open, '2025-03-12T23:59')).toEqual({ acknowledge: 'pending', answer: 'pending' });
    expect(feedbackTimes(open, '2025-03-13T00:00').acknowledge).toBe('pendingLate');
    expect(feedbackTimes(open, '2025-04-01T00:00').answer).toBe('pendingLate');
    const waiting = foldFeedback(history('2025-03-10T09:15', [['2025-03-12T08:00', ask]]));
    expect(waiting).toMatchObject({ status: 'awaitingDetail', answerDueAt: null });
    expect(feedbackTimes(waiting, '2025-09-01T08:00').answer).toBe('pending');
  });
});

describe('who may do what', () => {
  const attitude = foldFeedback([received('2025-03-10T09:15', { topic: 'attitude' })]);
  const clerk = { id: mai.id, roles: ['clerk'] } as const;
  const officer = { id: hung.id, roles: ['officer'] } as const;

  test('a complaint about attitude is read by the leader and by whoever wrote it down', () => {
    expect([clerk, officer, leader].map((caller) => mayReadFeedback(attitude, caller))).toEqual([
      true,
      false,
      true,
    ]);
    expect(feedbackActsFor(attitude, officer)).toEqual([]);
    const other = foldFeedback([received('2025-03-10T09:15')]);
    expect(mayReadFeedback(other, officer)).toBe(true);
  });

  test('only the leader judges', () => {
    expect(feedbackActsFor(attitude, clerk)).not.toContain('judge');
    expect(feedbackActsFor(attitude, leader)).toContain('judge');
    expect(feedbackActsFor(attitude, { id: mai.id, roles: ['cashier'] })).toEqual([]);
  });

  test('only the leader ends a complaint about attitude, also where the clerk wrote it down', () => {
    expect(feedbackActsFor(attitude, clerk)).toEqual(['acknowledge', 'askDetail']);
    for (const act of ['answer', 'refuse', 'withdraw'] as const)
      expect(feedbackActsFor(attitude, leader)).toContain(act);
    expect(feedbackActsFor(foldFeedback([received('2025-03-10T09:15')]), clerk)).toContain('withdraw');
  });

  test('the fold refuses what cannot have happened', () => {
    const events = history('2025-03-10T09:15', [['2025-03-11T08:00', answer]]);
    const more: FeedbackEvent = { kind: 'acknowledged', at: '2025-03-12T08:00', by: mai, note: '' };
    expect(() => foldFeedback([...events, more])).toThrow(RangeError);
    expect(() => foldFeedback([])).toThrow(RangeError);
    expect(() => foldFeedback([...events, received('2025-03-12T08:00')])).toThrow(RangeError);
  });
});
