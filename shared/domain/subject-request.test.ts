import { describe, expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { mai } from './case-fixture.ts';
import { openOffice } from './deadline-fixture.ts';
import { defaultOpeningHours } from './opening-hours.ts';
import { extendedAnswerDueAt, type SubjectRules, subjectDates } from './subject-dates.ts';
import {
  foldRequest,
  type RequestEvent,
  requestActsFor,
  requestTimes,
  restrictionBy,
} from './subject-request.ts';
import { type SubjectWish, subjectRightSettingsSchema, subjectWishes } from './subject-right-settings.ts';

const rules: SubjectRules = {
  calendar: openOffice(holidays.years).calendar,
  hours: defaultOpeningHours,
  outOfHours: 'shift',
  limits: subjectRightSettingsSchema.parse({}),
};
const limits = rules.limits;

describe('the last days of an answer (NĐ 356/2025/NĐ-CP Điều 5): acknowledged in 2 working days', () => {
  test.each<[string, SubjectWish, string, string, string]>([
    ['view in 10 days', 'view', '2025-03-10T09:15', '2025-03-12', '2025-03-20'],
    [
      'correct in 10 days, ending on a Sunday: the Monday',
      'correct',
      '2025-03-13T09:15',
      '2025-03-17',
      '2025-03-24',
    ],
    ['withdraw consent in 15 days', 'withdraw', '2025-03-10T09:15', '2025-03-12', '2025-03-25'],
    ['restrict in 15 days, ending on a Saturday', 'restrict', '2025-03-14T09:15', '2025-03-18', '2025-03-31'],
    ['delete in 20 days', 'delete', '2025-03-10T09:15', '2025-03-12', '2025-03-31'],
    ['protect in 15 days', 'protect', '2025-03-10T09:15', '2025-03-12', '2025-03-25'],
    // 28/4 rested, 26/4 worked for 2/5; 30/4 to 4/5 off.
    ['view over 30/4', 'view', '2025-04-22T09:15', '2025-04-24', '2025-05-05'],
    ['acknowledged over the worked Saturday', 'delete', '2025-04-25T09:15', '2025-04-28', '2025-05-15'],
    ['after closing counts as tomorrow', 'view', '2025-03-10T17:01', '2025-03-13', '2025-03-21'],
  ])('%s', (_, wish, receivedAt, acknowledged, answered) => {
    expect(subjectDates(receivedAt, wish, rules)).toEqual({
      acknowledgeDueAt: `${acknowledged}T17:00`,
      answerDueAt: `${answered}T17:00`,
    });
  });

  test('Điều 5: protective measures may be extended once by as many days', () => {
    expect(extendedAnswerDueAt('2025-03-10T09:15', 'protect', rules)).toBe('2025-04-09T17:00');
    const extended = subjectWishes.filter((wish) => limits[wish].extension > 0);
    expect(extended).toEqual(['protect']);
  });

  test('every number says where it is from, and that nobody compared it with the text yet', () => {
    for (const { source, confidence } of Object.values(limits)) {
      expect(source).toMatch(/NĐ 356\/2025\/NĐ-CP Điều 5/);
      expect(confidence).toBe('unverified');
    }
  });
});

function received(wish: SubjectWish, at = '2025-03-10T09:15'): RequestEvent {
  return {
    kind: 'received',
    at,
    by: mai,
    code: 'DL-2025-0001',
    citizenId: 1,
    wish,
    asker: { capacity: 'self' },
    words: 'Xin xem',
    receivedAt: at,
    ...subjectDates(at, wish, rules),
  };
}
const manager = { roles: ['administrator'] } as const;
const clerk = { roles: ['clerk'] } as const;

test('a clerk writes down and acknowledges; who answers for the office decides', () => {
  const state = foldRequest([received('protect')]);
  const now = '2025-03-11T08:00';
  expect(requestActsFor(state, clerk, now, limits)).toEqual(['acknowledge', 'withdraw']);
  expect(requestActsFor(state, manager, now, limits)).toEqual([
    'acknowledge',
    'extend',
    'answer',
    'refuse',
    'withdraw',
  ]);
  expect(requestActsFor(state, manager, '2025-03-26T08:00', limits)).not.toContain('extend');
  expect(requestActsFor(foldRequest([received('delete')]), manager, now, limits)).toContain('handOver');
});

test('extended once, and late by the day that was moved', () => {
  const answerDueAt = extendedAnswerDueAt('2025-03-10T09:15', 'protect', rules);
  const extended: RequestEvent = {
    kind: 'extended',
    at: '2025-03-20T09:00',
    by: mai,
    reason: 'Nhiều nơi',
    answerDueAt,
  };
  const state = foldRequest([received('protect'), extended]);
  expect(requestActsFor(state, manager, '2025-03-21T08:00', limits)).not.toContain('extend');
  expect(requestTimes(state, '2025-04-09T18:00')).toMatchObject({ acknowledge: 'late', answer: 'pending' });
  expect(requestTimes(state, '2025-04-10T08:00').answer).toBe('pendingLate');
});

test('what was answered, refused or withdrawn takes no further act; only an answer restricts or lifts', () => {
  const answered: RequestEvent = {
    kind: 'answered',
    at: '2025-03-12T09:00',
    by: mai,
    result: 'granted',
    answer: 'Đã thực hiện',
    corrections: [],
  };
  const refused: RequestEvent = {
    kind: 'refused',
    at: answered.at,
    by: mai,
    ground: 'Luật',
    reason: 'Không',
  };
  const effects = subjectWishes.map((wish) => restrictionBy(foldRequest([received(wish), answered])));
  expect(effects).toEqual([null, null, 'begins', 'begins', 'ends', null, null]);
  expect(restrictionBy(foldRequest([received('restrict'), refused]))).toBeNull();
  expect(requestActsFor(foldRequest([received('view'), refused]), manager, answered.at, limits)).toEqual([]);
  expect(() => foldRequest([received('view'), answered, refused])).toThrow(RangeError);
});
