import { afterEach, describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import procedures from '../../resources/procedures.json' with { type: 'json' };
import { hung, Life } from './case-fixture.ts';
import { computeAppointment, defaultPolicies } from './deadline.ts';
import { at, on, openOffice } from './deadline-fixture.ts';
import { defaultOpeningHours as hours, type OpeningHours } from './opening-hours.ts';
import { type TimeLimit, timeLimitSchema } from './time-limit.ts';
import { timelinessOfCase, timelinessOfEnded, timelinessOfOpen } from './timeliness.ts';

// What went wrong in older systems; each must not happen here. Numbers are those of the list of defects.
const { ask, calendar } = openOffice(holidays.years);
const five: TimeLimit = { kind: 'workingDays', value: 5 };

describe('defects of older systems', () => {
  it('1 one engine: a chain of phases is the engine asked twice', () => {
    const phases = [
      { agency: 'xã', kind: 'workingDays', value: 3 } as const,
      { agency: 'sở', kind: 'days', value: 7 } as const,
    ];
    const first = ask('2026-04-27T10:00', { kind: 'workingDays', value: 3 });
    const second = ask(first.dueAt ?? '', { kind: 'days', value: 7 });
    expect(ask('2026-04-27T10:00', { kind: 'workingDays', value: 10, phases }).dueAt).toBe(second.dueAt);
  });

  it('1 asking changes nothing: the same question has the same answer', () => {
    const limit: TimeLimit = { kind: 'hours', value: 12 };
    const once = ask('2026-04-24T16:10', limit);
    ask('2026-04-24T16:10', five);
    expect(ask('2026-04-24T16:10', limit)).toEqual(once);
  });

  it('2 configured hours are used, each half-day with its own start and end', () => {
    const configured: OpeningHours = {
      morning: { opensAt: '07:30', closesAt: '11:45' },
      afternoon: { opensAt: '13:05', closesAt: '16:50' },
    };
    const inHours = (receivedAt: string, limit: TimeLimit) => ask(receivedAt, limit, { hours: configured });
    expect(inHours('2026-03-09T11:50', { kind: 'workingDays', value: 1 }).dueAt).toBe('2026-03-10T13:05');
    expect(inHours('2026-03-09T07:00', { kind: 'workingDays', value: 1 }).dueAt).toBe('2026-03-10T07:30');
    expect(inHours('2026-03-09T16:51', { kind: 'workingDays', value: 1 }).dueAt).toBe('2026-03-11T07:30');
    expect(inHours('2026-03-09T16:00', { kind: 'hours', value: 1 }).dueAt).toBe('2026-03-10T07:40');
    expect(inHours('2026-03-09T11:00', { kind: 'hours', value: 1 }).dueAt).toBe('2026-03-09T13:20');
    expect(inHours('2026-03-09T09:00', { kind: 'sameDay', value: 0 }).dueAt).toBe('2026-03-09T16:50');
  });

  it('3 a missing rule has no date, never a default, and is never early', () => {
    for (const limit of [null, { kind: 'none' }] as const) {
      const appointment = ask('2026-03-09T09:00', limit);
      expect(appointment).toMatchObject({ dueAt: null, reasons: [{ code: 'noRule' }], trace: [] });
      expect(timelinessOfEnded(appointment.dueAt, '2026-03-09T10:00', appointment.limit.kind)).toBe(
        'noDeadline',
      );
    }
  });

  it('4 one classification for reports, lists and boards', () => {
    const receivedAt = '2026-03-09T09:00';
    const monthEnd = '2026-03-31T17:00';
    const facts = (life: Life) => {
      const { dueAt, measuredDueAt, endedAt, timeliness, appointment } = life.state;
      return { dueAt, measuredDueAt, endedAt, timeliness, limitKind: appointment.limit.kind };
    };
    for (const [limit, endedAt] of [
      [five, '2026-03-13T16:00'],
      [five, '2026-03-16T16:00'],
      [five, '2026-03-17T08:00'],
      [{ kind: 'hours', value: 4 }, '2026-03-09T16:00'],
    ] as const) {
      const life = new Life({ receivedAt, limit, calendar });
      life.act('2026-03-09T10:00', { kind: 'handover', toPersonId: hung.id });
      const { dueAt } = life.state;
      expect(timelinessOfCase(facts(life), monthEnd)).toBe(timelinessOfOpen(dueAt, monthEnd, limit.kind));
      expect(life.act(endedAt, { kind: 'resolve', outcome: 'granted' })).toBeNull();
      expect(timelinessOfCase(facts(life), monthEnd)).toBe(timelinessOfEnded(dueAt, endedAt, limit.kind));
      expect(timelinessOfCase(facts(life), receivedAt)).toBe('pending');
    }
  });

  it('9 make-up Saturdays are worked, every listed day off is not', () => {
    for (const year of holidays.years) {
      for (const { date } of year.workingSaturdays) {
        const eve = calendar.previousWorkingDay(on(date)).toString();
        expect(ask(`${eve}T09:00`, { kind: 'workingDays', value: 1 }).dueAt).toBe(`${date}T09:00`);
      }
      for (const { date } of year.offDays) {
        const eve = calendar.previousWorkingDay(on(date)).toString();
        const next = calendar.nextWorkingDay(on(date)).toString();
        expect(ask(`${eve}T09:00`, { kind: 'workingDays', value: 1 }).dueAt).toBe(`${next}T09:00`);
      }
    }
  });

  it.each([
    ['3 h from 10:00 across the break', '2026-03-09T10:00', 3, '2026-03-09T15:00'],
    ['2 h from 10:00, the rest lands in the break', '2026-03-09T10:00', 2, '2026-03-09T14:00'],
    ['1 h from 10:30 ends with the morning', '2026-03-09T10:30', 1, '2026-03-09T11:30'],
    ['2 h from 16:00 cross closing', '2026-03-09T16:00', 2, '2026-03-10T08:00'],
    ['2 h from 16:00 on a Friday', '2026-03-13T16:00', 2, '2026-03-16T08:00'],
    ['8 h from opening end at closing', '2026-03-09T07:00', 8, '2026-03-09T17:00'],
    ['8 h from closing', '2026-03-09T17:00', 8, '2026-03-10T17:00'],
  ])('10 BLDS Đ147 %s', (_name, receivedAt, value, dueAt) => {
    expect(ask(receivedAt, { kind: 'hours', value }).dueAt).toBe(dueAt);
  });

  it('12 17:00 is still today, 17:01 is not', () => {
    const sameDay: TimeLimit = { kind: 'sameDay', value: 0 };
    expect(ask('2026-03-13T17:00', sameDay).dueAt).toBe('2026-03-13T17:00');
    expect(ask('2026-03-13T17:01', sameDay).dueAt).toBe('2026-03-16T17:00');
  });

  it('13 an error is thrown with its data, never a date', () => {
    expect(() => ask('2026-03-09T09:00', five, { variant: 'không có' })).toThrow(/không có/);
    const broken = { kind: 'workingDays', value: Number.NaN } as TimeLimit;
    const question = { receivedAt: at('2026-03-09T09:00'), calendar, hours, policies: defaultPolicies };
    expect(() => computeAppointment({ ...question, limit: broken })).toThrow(/NaN/);
    expect(() => computeAppointment({ ...question, limit: { kind: 'days', value: 1.5 } })).toThrow(
      RangeError,
    );
    expect(() => computeAppointment({ ...question, limit: { kind: 'workingDays', value: 0 } })).toThrow(
      RangeError,
    );
  });

  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['UTC', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati'])(
    '15 a computer set to %s',
    (name) => {
      process.env.TZ = name;
      expect(ask('2026-03-08T02:30', five).dueAt).toBe('2026-03-16T07:00');
      expect(ask('2025-12-31T10:20', { kind: 'workingDays', value: 7 }).dueAt).toBe('2026-01-12T10:20');
    },
  );

  it('16 an inter-agency case has both dates', () => {
    const phases = [
      { agency: 'xã', kind: 'workingDays', value: 5 } as const,
      { agency: 'sở', kind: 'workingDays', value: 5 } as const,
    ];
    const { ownDueAt, dueAt } = ask('2026-03-09T09:00', { kind: 'workingDays', value: 10, phases });
    expect([ownDueAt, dueAt]).toEqual(['2026-03-16T09:00', '2026-03-23T09:00']);
  });
});

describe('the shipped catalogue', () => {
  it.each(procedures.map(({ code, timeLimit }) => [code, timeLimit] as const))(
    '%s has a limit the engine knows',
    (_code, raw) => {
      const limit = timeLimitSchema.parse(raw);
      expect(limit).toEqual(raw);
      const question = {
        receivedAt: at('2026-03-09T09:00'),
        limit,
        calendar,
        hours,
        policies: defaultPolicies,
      };
      expect(computeAppointment(question).dueAt).toMatch(/^2026-/);
      if (limit.maxWithVerification)
        expect(computeAppointment({ ...question, verification: true }).dueAt).toMatch(/^2026-/);
      for (const variant of limit.variants ?? []) {
        expect(computeAppointment({ ...question, variant: variant.name }).dueAt).toMatch(/^2026-/);
      }
    },
  );
});
