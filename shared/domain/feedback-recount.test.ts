import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { hung, mai } from './case-fixture.ts';
import { toOfficeTime } from './clock-time.ts';
import { openOffice } from './deadline-fixture.ts';
import {
  type FeedbackAct,
  type FeedbackEvent,
  type FeedbackState,
  feedbackActsFor,
  feedbackEventOf,
  feedbackTimes,
  foldFeedback,
} from './feedback.ts';
import { type FeedbackRules, feedbackDates } from './feedback-dates.ts';
import { feedbackSettingsSchema } from './feedback-settings.ts';
import { defaultOpeningHours } from './opening-hours.ts';

const rules: FeedbackRules = {
  calendar: openOffice(holidays.years).calendar,
  hours: defaultOpeningHours,
  outOfHours: 'shift',
  limits: feedbackSettingsSchema.parse({}),
};

function received(at: string): FeedbackEvent {
  return {
    kind: 'received',
    at,
    by: mai,
    code: 'PA-2025-0001',
    about: null,
    nature: 'complaint',
    channel: 'box',
    topic: 'timeLimit',
    content: 'Chờ lâu',
    sender: null,
    ...feedbackDates(at, rules),
  };
}

/** A second counting, straight from the file, day by day. */
const off = new Set(holidays.years.flatMap((year) => year.offDays.map((day) => day.date)));
const worked = new Set(holidays.years.flatMap((year) => year.workingSaturdays.map((day) => day.date)));
function isWorked(day: string): boolean {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return worked.has(day) || (dayOfWeek <= 5 && !off.has(day));
}
const next = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
function step(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = next(at);
    if (isWorked(at)) left -= 1;
  }
  return at;
}
function between(after: string, upTo: string): number {
  let count = 0;
  for (let day = after; day < upTo; ) {
    day = next(day);
    if (isWorked(day)) count += 1;
  }
  return count;
}
const sinceWorked = (day: string) => (isWorked(day) ? day : step(day, 1));
const startDay = (at: string) =>
  at.slice(11) <= '17:00' ? sinceWorked(at.slice(0, 10)) : step(at.slice(0, 10), 1);

test('property: the last day and the late flags equal a straightforward recount, whatever happened when', () => {
  const instant = fc
    .integer({ min: 0, max: 365 * 1440 })
    .map((minutes) => toOfficeTime(Temporal.PlainDateTime.from('2024-12-20T08:00').add({ minutes })));
  const gaps = fc.array(fc.integer({ min: 1, max: 12 * 1440 }), { maxLength: 5 });
  const choices = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 });
  const texts: Record<FeedbackAct['kind'], FeedbackAct> = {
    acknowledge: { kind: 'acknowledge', note: '' },
    askDetail: { kind: 'askDetail', question: 'Ngày nào?' },
    giveDetail: { kind: 'giveDetail', detail: 'Hôm qua' },
    answer: { kind: 'answer', answer: 'Đã chấn chỉnh' },
    refuse: { kind: 'refuse', reason: 'Không thuộc thẩm quyền' },
    withdraw: { kind: 'withdraw', reason: '' },
    judge: { kind: 'judge', isFounded: true, note: '' },
  };
  fc.assert(
    fc.property(
      instant,
      gaps,
      choices,
      fc.integer({ min: 0, max: 60 * 1440 }),
      (receivedAt, waits, picks, rest) => {
        const events = [received(receivedAt)];
        let at = Temporal.PlainDateTime.from(receivedAt);
        for (const [place, gap] of waits.entries()) {
          const state = foldFeedback(events);
          const allowed = feedbackActsFor(state, { id: 3, roles: ['leader'] });
          const act = allowed[(picks[place] ?? 0) % allowed.length];
          if (act === undefined) break;
          at = at.add({ minutes: gap });
          events.push(feedbackEventOf(state, texts[act], { at: toOfficeTime(at), by: hung }, rules));
        }
        const now = toOfficeTime(at.add({ minutes: rest }));
        const state = foldFeedback(events);
        expect(counted(state, now)).toEqual(recount(events, now));
        expect(state.version).toBe(events.length);
      },
    ),
    {
      numRuns: 1500,
      examples: [
        // Asked on the last day, given on the Saturday after it: nothing is left, so the next working day.
        ['2025-03-19T21:31', [17276, 14553, 1440], [5, 1, 0, 0, 0], 0],
        // Asked in the evening of receipt: the wait begins with the clock, on the next working day.
        ['2025-03-13T18:00', [120, 5220], [1, 0, 0, 0, 0], 0],
      ],
    },
  );
});

/** The last day of the answer as it stands, and what is late. */
function counted(state: FeedbackState, now: string) {
  const { acknowledge, answer } = feedbackTimes(state, now);
  const dueOn = state.answerDueAt ?? state.waits.at(-1)?.standsFrom;
  return {
    answerDueOn: dueOn?.slice(0, 10),
    acknowledgeLate: /late/i.test(acknowledge),
    answerLate: /late/i.test(answer),
  };
}

/** From the events alone: last days counted one by one, moved by the working days of each wait. */
function recount(events: readonly FeedbackEvent[], now: string) {
  const [first] = events;
  const start = startDay(first?.at ?? '');
  const told = events.find(({ kind }) =>
    ['acknowledged', 'detailAsked', 'answered', 'refused'].includes(kind),
  );
  const end = events.find(({ kind }) => ['answered', 'refused', 'withdrawn'].includes(kind));
  const reference = (end?.at ?? now).slice(0, 10);
  const lastDay = (limit: number): { day: string; standsSince: string | null } => {
    let day = step(start, limit);
    let standsSince: string | null = null;
    for (const { kind, at } of events) {
      const on = at.slice(0, 10);
      if (kind === 'detailAsked' && on <= day) standsSince = on;
      if (kind === 'detailGiven' && standsSince !== null) {
        const moved = step(day, between(standsSince > start ? standsSince : start, on));
        // Nothing left to count: the day on which it was given, off rest days (rules §4.4, BLDS Đ148.5).
        const given = sinceWorked(on);
        day = standsSince < on && moved < given ? given : moved;
        standsSince = null;
      }
    }
    return { day, standsSince };
  };
  const { day, standsSince } = lastDay(end?.kind === 'refused' ? 2 : 15);
  const isOver = standsSince === null ? reference > day : false;
  const withdrawn = end?.kind === 'withdrawn';
  const toldOn = told?.at.slice(0, 10) ?? (withdrawn ? '' : now.slice(0, 10));
  return {
    answerDueOn: lastDay(15).day,
    acknowledgeLate: toldOn > step(start, 2),
    answerLate: !withdrawn && isOver,
  };
}
