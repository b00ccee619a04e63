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
const startDay = (at: string) =>
  isWorked(at.slice(0, 10)) && at.slice(11) <= '17:00' ? at.slice(0, 10) : step(at.slice(0, 10), 1);

test('property: late flags equal a straightforward recount, whatever happened when', () => {
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
        expect(flags(feedbackTimes(state, now))).toEqual(recount(events, now));
        expect(state.version).toBe(events.length);
      },
    ),
    { numRuns: 1500 },
  );
});

function flags({ acknowledge: first, answer: last }: ReturnType<typeof feedbackTimes>) {
  return { acknowledgeLate: /late/i.test(first), answerLate: /late/i.test(last) };
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
        day = step(day, between(standsSince, on));
        standsSince = null;
      }
    }
    return { day, standsSince };
  };
  const { day, standsSince } = lastDay(end?.kind === 'refused' ? 2 : 15);
  const isOver = standsSince === null ? reference > day : false;
  const withdrawn = end?.kind === 'withdrawn';
  const toldOn = told?.at.slice(0, 10) ?? (withdrawn ? '' : now.slice(0, 10));
  return { acknowledgeLate: toldOn > step(start, 2), answerLate: !withdrawn && isOver };
}
