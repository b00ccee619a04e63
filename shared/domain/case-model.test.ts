import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { movedDates } from './case-appointment.ts';
import { Life, mai } from './case-fixture.ts';
import { isInSet } from './case-membership.ts';
import { isWaiting, type ModelCase, modelCase, renew, type WallCalendar } from './case-model.ts';
import { Calendars, Clock, randomOf } from './case-model-office.ts';
import { type Pair, stepOf } from './case-model-steps.ts';
import type { CaseState } from './case-state.ts';
import { dayPlus } from './epoch-day.ts';
import type { Role } from './person.ts';
import { caseSets } from './statistics.ts';
import type { TimeLimit } from './time-limit.ts';

const steps = 100_000;
const seed = Number(process.env.MOT_CUA_SEED ?? 20250424);

/** What both must agree on. */
function seen({ status, due, counted, endedAt, class: timeliness }: ModelCase) {
  return { status, dueAt: due, measuredDueAt: counted, endedAt, timeliness };
}

test(`${steps.toLocaleString('vi-VN')} acts at random, lawful and not, while the calendar moves: fold and model agree`, () => {
  const random = randomOf(seed);
  const office = new Calendars(holidays.years);
  const clock = new Clock('2025-01-02');
  const done = { lawful: 0, refused: 0, moved: 0, holidays: 0, closed: 0 };
  const open = (): Pair => {
    const options = {
      days: 1 + random.below(10),
      policy: random.pick(['restart', 'pause'] as const),
      countsLate: random.chance(0.7),
      pausesForPayment: random.chance(0.5),
    };
    const limit: TimeLimit = {
      kind: 'workingDays',
      value: options.days,
      pausesForPayment: options.pausesForPayment,
    };
    const life = new Life({
      receivedAt: clock.now,
      limit,
      calendar: office.calendar,
      policies: { outOfHours: 'shift', supplement: options.policy },
      flow: { extensionCountsAs: options.countsLate ? 'late' : 'newDate' },
      isRegistered: true,
    });
    return { life, model: modelCase(options), before: [] };
  };
  const pairs = Array.from({ length: 200 }, open);
  for (let step = 0; step < steps; step++) {
    clock.go(random.below(6), office.wall);
    const { now } = clock;
    if (random.chance(1 / 4000)) {
      const soon = office.wall.after(now.slice(0, 10), 1 + random.below(8));
      if (Temporal.PlainDate.from(soon).dayOfWeek < 6) {
        office.addHoliday(soon);
        done.holidays += 1;
        for (const pair of pairs) done.moved += move(pair, office, now) ? 1 : 0;
      }
    }
    const place = random.below(200);
    const pair = pairs[place] ?? open();
    pair.life.calendar = office.calendar;
    const roles: readonly Role[] = random.chance(0.05) ? ['leader'] : ['clerk'];
    const [input, isLawful, then] = stepOf(pair, random, now, office.wall, roles);
    const where = `seed ${seed}, step ${step}: ${input.kind} at ${now} while ${pair.model.status}`;
    const { state: was } = pair.life;
    const refusal = pair.life.act(now, input, roles, mai);
    expect(refusal === null, `${where}, refused: ${refusal?.code}`).toBe(isLawful);
    if (isLawful) {
      done.lawful += 1;
      if (input.kind === 'undo') then(pair.model);
      else {
        advance(pair, then, office.wall, now);
        done.closed += expectPastUnchanged(was, pair.life.state, now, where);
      }
      expect(pair.life.state, where).toMatchObject(seen(pair.model));
    } else done.refused += 1;
    if (pair.model.endedAt !== null && random.chance(0.05)) pairs[place] = open();
  }
  // A test of nothing would agree as well.
  expect(done.lawful).toBeGreaterThan(steps / 10);
  expect(done.refused).toBeGreaterThan(steps / 10);
  expect(done.moved).toBeGreaterThan(50);
  expect(done.closed).toBeGreaterThan(500);
}, 120_000);

const standings = ['openInTime', 'openLate', 'openNoDeadline', 'handledWithDeadline'] as const;

/** What a report said of a day that is over, it says after any later act: 1 where the case was open on such a day and was late. */
function expectPastUnchanged(was: CaseState, is: CaseState, now: string, where: string): 0 | 1 {
  if (was.acceptedAt === null) return 0;
  const acceptedOn = was.acceptedAt.slice(0, 10);
  const yesterday = dayPlus(now.slice(0, 10), -1);
  if (acceptedOn > yesterday) return 0;
  const setsAt = (state: CaseState, day: string) =>
    standings.filter((name) => isInSet(caseSets[name], countedOf(state), { from: day, to: day }, now));
  for (const day of [acceptedOn, dayPlus(yesterday, -3), yesterday])
    expect([where, day, setsAt(is, day)]).toEqual([where, day, setsAt(was, day)]);
  return setsAt(was, yesterday).includes('openLate') ? 1 : 0;
}

const countedOf = (state: CaseState) => ({ ...state, limitKind: state.appointment.limit.kind });

function advance(pair: Pair, then: (model: ModelCase) => void, wall: WallCalendar, now: string): void {
  const { model } = pair;
  pair.before.push(structuredClone(model));
  then(model);
  if (model.endedAt === null) renew(model, wall);
  const kind = pair.life.state.lastAct?.kind ?? '';
  model.last = model.startedAt === null && kind === '' ? null : { kind, on: now.slice(0, 10) };
}

/** A new calendar reaches an open case: its date moves as an event, or it does not move at all. */
function move(pair: Pair, office: Calendars, now: string): boolean {
  const { life, model } = pair;
  life.calendar = office.calendar;
  if (model.endedAt !== null || model.startedAt === null) return false;
  const dates = movedDates(life.state, life.contextAt(now));
  const moved =
    dates.appointment.dueAt !== life.state.dueAt || dates.measuredDueAt !== life.state.measuredDueAt;
  if (!moved) return false;
  life.events.push({
    kind: 'appointmentMoved',
    at: now,
    by: mai,
    ...dates,
    calendarVersion: office.calendar.version,
    reason: 'Nghỉ đột xuất',
  });
  advance(
    pair,
    (one) => {
      if (!one.lateForPapers && !isWaiting(one)) one.missed = null;
    },
    office.wall,
    now,
  );
  expect(life.state, `the calendar at ${now}`).toMatchObject(seen(model));
  return true;
}
