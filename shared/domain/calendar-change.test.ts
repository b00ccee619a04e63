import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { type CalendarYear, makeCalendar, type WorkCalendar } from './calendar.ts';
import { changedDays, moveOf, touchedDays } from './calendar-change.ts';
import { applyEdits, type CalendarEdit, editFault, newerNationalYears } from './calendar-change-edits.ts';
import { type CaseRule, movedDates } from './case-appointment.ts';
import { hung, Life, type LifeOptions } from './case-fixture.ts';
import type { CaseState } from './case-state.ts';
import { openOffice } from './deadline-fixture.ts';
import { defaultOpeningHours } from './opening-hours.ts';
import { flowPoliciesSchema } from './settings.ts';
import type { TimeLimit } from './time-limit.ts';

const { calendar } = openOffice(holidays.years);
const changedBy = (...edits: CalendarEdit[]): WorkCalendar =>
  makeCalendar(applyEdits(calendar.years, edits, []).years, calendar.version + 1);
const days = (value: number): TimeLimit => ({ kind: 'workingDays', value });

const open = (receivedAt: string, limit: TimeLimit, options: Partial<LifeOptions> = {}) =>
  new Life({ receivedAt, limit, calendar, ...options });
const ruleOf = (limit: TimeLimit | null): CaseRule => ({
  limit,
  calendar,
  hours: defaultOpeningHours,
  flow: flowPoliciesSchema.parse({}),
});
const move = (life: Life, limit: TimeLimit, changed: WorkCalendar) =>
  moveOf(life.state, ruleOf(limit), changed);

const swappedOff = [
  { kind: 'swapped', date: '2026-11-23', name: 'Nghỉ hoán đổi', exchangedWith: '2026-11-28' },
  { kind: 'workingSaturday', date: '2026-11-28', exchangedWith: '2026-11-23' },
] as const satisfies CalendarEdit[];

describe('a change of the calendar moves exactly the open cases it touches', () => {
  test('example 15: 23/11 is swapped off after a reception of 20/11', () => {
    const hours: TimeLimit = { kind: 'hours', value: 8 };
    const life = open('2026-11-20T15:00', hours);
    expect(life.state.dueAt).toBe('2026-11-23T15:00');
    expect(move(life, hours, changedBy(...swappedOff))).toMatchObject({
      from: '2026-11-23T15:00',
      to: '2026-11-25T15:00',
      measuredDueAt: '2026-11-25T15:00',
    });
  });

  test('example 15 itself: received on the day that is off, the clock starts on 25/11', () => {
    const hours: TimeLimit = { kind: 'hours', value: 8 };
    const life = open('2026-11-23T10:00', hours);
    expect(life.state.dueAt).toBe('2026-11-25T10:00');
    expect(move(life, hours, changedBy(...swappedOff))?.to).toBe('2026-11-25T17:00');
  });

  test('the term to bring papers ends on a day that became a day off: it moves, and so does the first day to stop', () => {
    const life = open('2026-11-04T09:00', days(5));
    life.act('2026-11-04T10:00', { kind: 'handover', toPersonId: hung.id });
    life.act('2026-11-05T09:00', { kind: 'askSupplement', items: [{ name: 'Ảnh' }], reason: 'Thiếu' });
    expect(life.state.supplements).toMatchObject([{ lastDayOn: '2026-11-20', mayStopFrom: '2026-11-23' }]);
    const off = changedBy({ kind: 'holiday', date: '2026-11-20', name: 'Nghỉ đột xuất' });
    const moved = move(life, days(5), off);
    expect(moved).toMatchObject({
      movesClosing: true,
      from: '2026-11-20T17:00',
      to: '2026-11-23T17:00',
      closing: { lastDayOn: '2026-11-23', mayStopFrom: '2026-11-25' },
    });
    if (moved?.closing == null) throw new Error('No term');
    const { appointment, measuredDueAt, closing } = moved;
    const at = { kind: 'appointmentMoved', at: '2026-11-19T09:00', by: hung, reason: '' } as const;
    life.events.push({ ...at, appointment, measuredDueAt, closing, calendarVersion: 2 });
    const stop = { kind: 'stop', ground: 'noSupplement', reason: 'Không bổ sung' } as const;
    expect(life.act('2026-11-23T07:30', stop)).toEqual({ code: 'notLateEnoughToStop', on: '2026-11-25' });
  });

  test('24/11 is worked after all: the date comes earlier', () => {
    const life = open('2026-11-20T09:00', days(3));
    expect(life.state.dueAt).toBe('2026-11-26T09:00');
    expect(move(life, days(3), changedBy({ kind: 'plain', date: '2026-11-24' }))?.to).toBe(
      '2026-11-25T09:00',
    );
  });

  test('example 5: the make-up Saturday of 26/4 is taken away', () => {
    const life = open('2025-04-24T09:15', days(3));
    const moved = move(life, days(3), changedBy({ kind: 'plain', date: '2025-04-26' }));
    expect(moved).toMatchObject({ from: '2025-04-28T09:15', to: '2025-04-29T09:15' });
    const changes = changedDays(calendar, changedBy({ kind: 'plain', date: '2025-04-26' }));
    expect(changes).toEqual([{ date: '2025-04-26', from: 'workingSaturday', to: 'weekend', name: null }]);
    expect(moved && touchedDays(life.state, moved, changes)).toEqual(changes);
  });

  test('before the reception, after the date, ended, or not accepted: nothing moves', () => {
    const changed = changedBy(...swappedOff);
    expect(move(open('2026-11-16T09:00', days(2)), days(2), changed)).toBeNull();
    expect(move(open('2026-11-30T09:00', days(2)), days(2), changed)).toBeNull();
    const ended = open('2026-11-19T09:00', days(2));
    expect(move(ended, days(2), changed)).not.toBeNull();
    expect(ended.act('2026-11-19T09:30', { kind: 'handover', toPersonId: hung.id })).toBeNull();
    expect(ended.act('2026-11-19T10:00', { kind: 'resolve', outcome: 'granted' })).toBeNull();
    expect(move(ended, days(2), changed)).toBeNull();
    expect(move(open('2026-11-19T09:00', days(2), { isRegistered: true }), days(2), changed)).toBeNull();
  });

  test('a case without a rule of ours keeps its date', () => {
    expect(
      moveOf(open('2026-11-19T09:00', days(2)).state, ruleOf(null), changedBy(...swappedOff)),
    ).toBeNull();
  });

  test('waiting for papers: the date on the slip moves, and still nothing is counted', () => {
    const life = open('2026-11-18T09:00', days(3));
    life.act('2026-11-18T10:00', { kind: 'handover', toPersonId: hung.id });
    life.act('2026-11-19T09:00', {
      kind: 'askSupplement',
      items: [{ name: 'Giấy khai sinh' }],
      reason: 'Thiếu',
    });
    expect(move(life, days(3), changedBy(...swappedOff))).toMatchObject({
      from: '2026-11-23T09:00',
      to: '2026-11-25T09:00',
      measuredDueAt: null,
    });
  });

  test('re-appointed: the promised day moves off the day off, what is counted is the first date', () => {
    const life = open('2026-11-16T09:00', days(4));
    expect(life.state.dueAt).toBe('2026-11-20T09:00');
    expect(
      life.act('2026-11-18T09:00', { kind: 'extend', newDueAt: '2026-11-23T09:00', reason: 'Xin lỗi' }),
    ).toBeNull();
    expect(move(life, days(4), changedBy(...swappedOff))).toMatchObject({
      to: '2026-11-25T09:00',
      measuredDueAt: '2026-11-20T09:00',
    });
  });

  test('an earlier promise goes to the next working day, and falls where the date comes before it', () => {
    const promised = (at: string) => ({ ...open('2026-11-18T09:00', days(10)).state, promisedAt: at });
    const rule = ruleOf(days(10));
    expect(moveOf(promised('2026-11-23T10:00'), rule, changedBy(...swappedOff))).toMatchObject({
      from: '2026-11-23T10:00',
      to: '2026-11-25T10:00',
    });
    const late = { ...open('2026-11-20T09:00', days(3)).state, promisedAt: '2026-11-26T08:00' };
    expect(moveOf(late, ruleOf(days(3)), changedBy({ kind: 'plain', date: '2026-11-24' }))).toMatchObject({
      promisedAt: null,
      to: '2026-11-25T09:00',
    });
  });

  test('a date left as printed moves again only by a change that touches it', () => {
    const left = changedBy(...swappedOff);
    const { state } = open('2026-11-19T09:00', days(2));
    const rule = { ...ruleOf(days(2)), calendar: left };
    const leftThen = (...edits: CalendarEdit[]) => makeCalendar(applyEdits(left.years, edits, []).years, 3);
    const holiday = (date: string) => ({ kind: 'holiday', date, name: 'Nghỉ bão' }) as const;
    expect(moveOf(state, rule, leftThen(holiday('2026-11-30')))).toBeNull();
    expect(moveOf(state, rule, leftThen(holiday('2026-11-25')))?.to).toBe('2026-11-26T09:00');
    expect(moveOf(state, rule, calendar)).toBeNull();
  });

  test('whatever the days and rules: moved is what a recomputation gives another date, and no day else explains it', () => {
    const date = fc
      .integer({ min: 0, max: 60 })
      .map((offset) => new Date(Date.UTC(2026, 10, 2 + offset)).toISOString().slice(0, 10));
    const limit = fc.oneof(
      fc.integer({ min: 1, max: 15 }).map((value) => days(value)),
      fc.integer({ min: 1, max: 30 }).map((value): TimeLimit => ({ kind: 'days', value })),
      fc.integer({ min: 1, max: 20 }).map((value): TimeLimit => ({ kind: 'hours', value })),
    );
    fc.assert(
      fc.property(date, limit, fc.array(date, { minLength: 1, maxLength: 4 }), (receivedOn, rule, dates) => {
        const state: CaseState = open(`${receivedOn}T14:20`, rule).state;
        const changed = changedBy(
          ...dates.map((day) => ({ kind: 'holiday', date: day, name: 'Nghỉ' }) as const),
        );
        const found = moveOf(state, ruleOf(rule), changed);
        const { appointment } = movedDates(state, { ...ruleOf(rule), calendar: changed });
        expect(found?.appointment.dueAt ?? state.dueAt).toBe(appointment.dueAt);
        expect(found === null).toBe(appointment.dueAt === state.dueAt);
        if (found) expect(touchedDays(state, found, changedDays(calendar, changed))).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('edits', () => {
  const yearOf = (years: readonly CalendarYear[], wanted: number) =>
    years.find(({ year }) => year === wanted);

  test('what is edited and taken back leaves no change', () => {
    const there = applyEdits(calendar.years, swappedOff, []);
    expect(there.changed.map(({ year }) => year)).toEqual([2026]);
    const plain = swappedOff.map(({ date }) => ({ kind: 'plain', date }) as const);
    const back = applyEdits(there.years, plain, []);
    expect(changedDays(calendar, makeCalendar(back.years, 9))).toEqual([]);
    expect(applyEdits(calendar.years, [...swappedOff, ...plain], []).changed).toEqual([]);
  });

  test('a notice makes a year certain; an unknown year begins provisional', () => {
    const { years } = applyEdits(calendar.years, [{ kind: 'issued', year: 2027, notice: '99/TB-BNV' }], []);
    expect(yearOf(years, 2027)).toMatchObject({ status: 'confirmed', notices: ['99/TB-BNV'] });
    expect(yearOf(years, 2027)?.undecided).toBeUndefined();
    const fresh = applyEdits(years, [{ kind: 'holiday', date: '2029-01-01', name: 'Tết Dương lịch' }], []);
    expect(yearOf(fresh.years, 2029)).toMatchObject({ status: 'provisional' });
  });

  test('what cannot be is named', () => {
    expect(editFault({ ...swappedOff[0], date: '2026-11-29' }, [])).toBe('weekendOff');
    expect(editFault({ ...swappedOff[0], exchangedWith: '2026-11-29' }, [])).toBe('exchangeNotSaturday');
    expect(editFault({ ...swappedOff[1], date: '2026-11-29' }, [])).toBe('notSaturday');
    expect(editFault({ ...swappedOff[1], exchangedWith: '2026-11-29' }, [])).toBe('exchangeNotWorking');
    expect(editFault({ kind: 'national', year: 2027 }, [])).toBe('noNationalYear');
  });

  test('newer national data: a whole year, a notice or a decision that the register lacks', () => {
    expect(newerNationalYears(calendar.years, calendar.years)).toEqual([]);
    const own = applyEdits(calendar.years, [{ kind: 'holiday', date: '2026-12-07', name: 'Nghỉ bão' }], []);
    expect(newerNationalYears(own.years, calendar.years)).toEqual([]);
    const decided = applyEdits(calendar.years, [{ kind: 'issued', year: 2027, notice: '' }], []).years;
    expect(newerNationalYears(calendar.years, decided).map(({ year }) => year)).toEqual([2027]);
    expect(newerNationalYears(calendar.years.slice(0, -1), calendar.years).map(({ year }) => year)).toEqual([
      2027,
    ]);
  });
});
