import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { at, openOffice } from './deadline-fixture.ts';
import type { NoAppointmentDay } from './promise.ts';
import { proposedRule } from './rule-choice.ts';
import type { TimeLimit } from './time-limit.ts';

const { ask } = openOffice(holidays.years);
const monday = '2026-03-09T09:00';
const five: TimeLimit = { kind: 'workingDays', value: 5 }; // due T2 16/3 09:00
const sameDay: TimeLimit = { kind: 'sameDay', value: 0, cutoff: '15:00' };

describe('verification', () => {
  const limit = { ...five, maxWithVerification: { kind: 'days', value: 25 } } as TimeLimit;

  it('must be recorded before the base limit expires', () => {
    expect(ask(monday, limit, { verification: { openedAt: at('2026-03-16T09:00') } }).dueAt).toBe(
      '2026-04-03T09:00',
    );
    expect(() => ask(monday, limit, { verification: { openedAt: at('2026-03-16T09:01') } })).toThrow(
      RangeError,
    );
  });

  it('gives the rule it replaces, and needs a cap', () => {
    expect(ask(monday, limit, { verification: true }).reasons).toContainEqual({
      code: 'verificationCap',
      base: { kind: 'workingDays', value: 5 },
      applied: { kind: 'days', value: 25 },
    });
    expect(() => ask(monday, five, { verification: true })).toThrow(RangeError);
  });

  it('of a same-day case is counted from the reception, also after 15:00', () => {
    const capped = { ...sameDay, maxWithVerification: { kind: 'workingDays', value: 5 } } as TimeLimit;
    expect(ask('2026-03-09T15:30', capped, { verification: true }).dueAt).toBe('2026-03-16T15:30');
  });

  it('runs from the start that a cut-off has moved', () => {
    const capped: TimeLimit = {
      kind: 'workingDays',
      value: 3,
      cutoff: '15:00',
      maxWithVerification: { kind: 'workingDays', value: 5 },
    };
    // 3.000722: start T2 17/8 07:00; 18, 19, 20, 21, T7 22 (working).
    expect(ask('2026-08-14T15:20', capped, { verification: true }).dueAt).toBe('2026-08-22T07:00');
  });
});

describe('variants', () => {
  const limit: TimeLimit = {
    kind: 'workingDays',
    value: 3,
    variants: [{ name: 'bổ sung', kind: 'sameDay', value: 0 }],
  };
  it('have their own rule; an unknown one is an error', () => {
    expect(ask(monday, limit).dueAt).toBe('2026-03-12T09:00');
    expect(ask(monday, limit, { variant: 'bổ sung' }).dueAt).toBe('2026-03-09T17:00');
    expect(() => ask(monday, limit, { variant: 'khác' })).toThrow(/khác/);
  });
});

describe('per channel', () => {
  it('a factor only proposes until it is confirmed', () => {
    const limit = { ...five, perChannel: { online: { factor: 0.5 } } } as TimeLimit;
    const online = ask(monday, limit, { channel: 'online' });
    expect(online.dueAt).toBe('2026-03-16T09:00');
    expect(online.warnings).toEqual([
      { code: 'channelFactorUnconfirmed', channel: 'online', proposed: { kind: 'workingDays', value: 3 } },
    ]);
  });

  it('an explicit value wins over a factor; other channels keep the base', () => {
    const own = { rule: { kind: 'workingDays', value: 4 }, factor: 0.5, confirmed: true } as const;
    const limit = { ...five, perChannel: { online: own } } as TimeLimit;
    const online = ask(monday, limit, { channel: 'online' });
    expect(online).toMatchObject({ dueAt: '2026-03-13T09:00', saved: { kind: 'workingDays', value: 1 } });
    expect(ask(monday, limit, { channel: 'postal' }).dueAt).toBe('2026-03-16T09:00');
  });

  it.each([
    [5, 0.5, 3],
    [20, 0.55, 11],
    [10, 0.7, 7],
    [1, 0.1, 1],
    [3, 0.001, 1],
    [7, 1, 7],
  ])('%i days × %f are %i, rounded up, at least 1', (value, factor, expected) => {
    expect(proposedRule({ kind: 'workingDays', value }, factor)).toEqual({
      kind: 'workingDays',
      value: expected,
    });
  });

  it('NĐ 118 Đ17.3: online counts from acceptance, a non-territorial case from the competent agency', () => {
    const online = ask('2026-03-07T22:15', five, { channel: 'online', acceptedAt: at('2026-03-09T09:00') });
    expect(online).toMatchObject({ dueAt: '2026-03-16T09:00', effectiveStartAt: '2026-03-09T09:00' });
    expect(online.trace[0]?.date).toBe('2026-03-07');
    expect(ask(monday, five, { competentAgencyReceivedAt: at('2026-03-10T10:00') }).dueAt).toBe(
      '2026-03-17T10:00',
    );
    expect(() => ask(monday, five, { acceptedAt: at('2026-03-09T08:59') })).toThrow(RangeError);
  });
});

describe('local shortening', () => {
  const limit = {
    ...five,
    local: [
      { rule: { kind: 'workingDays', value: 3 }, from: '2026-03-01', to: '2026-03-31', decisionNo: '12/QĐ' },
    ],
  } as TimeLimit;
  it('applies between its dates, the statutory date stays beside it', () => {
    const within = ask(monday, limit);
    expect(within).toMatchObject({ dueAt: '2026-03-12T09:00', statutoryDueAt: '2026-03-16T09:00' });
    expect(within.saved).toEqual({ kind: 'workingDays', value: 2 });
    expect(ask('2026-02-27T09:00', limit).dueAt).toBe('2026-03-06T09:00');
    expect(ask('2026-03-31T09:00', limit).dueAt).toBe('2026-04-03T09:00');
    expect(ask('2026-04-01T09:00', limit).dueAt).toBe('2026-04-08T09:00');
  });
  it('that is longer than the law is flagged', () => {
    const longer = {
      ...five,
      local: [{ rule: { kind: 'days', value: 30 }, from: '2026-01-01' }],
    } as TimeLimit;
    expect(ask(monday, longer).warnings).toEqual([
      { code: 'longerThanStatutory', statutoryDueAt: '2026-03-16T09:00' },
    ]);
  });
});

describe('promises and agreements', () => {
  const day: NoAppointmentDay = {
    weekdays: [4],
    procedures: ['1.004873'],
    opensAt: '07:00',
    closesAt: '10:00',
    receptionPoints: ['trụ sở'],
    from: '2026-03-01',
    to: '2026-03-31',
  };
  const three: TimeLimit = { kind: 'workingDays', value: 3 };
  it.each([
    ['listed', '2026-03-12T10:00', '1.004873', 'trụ sở', '2026-03-12T17:00'],
    ['after its hours', '2026-03-12T10:01', '1.004873', 'trụ sở', undefined],
    ['another weekday', '2026-03-11T09:00', '1.004873', 'trụ sở', undefined],
    ['another procedure', '2026-03-12T09:00', '1.001193', 'trụ sở', undefined],
    ['another point', '2026-03-12T09:00', '1.004873', 'điểm 2', undefined],
    ['before it is in force', '2026-02-26T09:00', '1.004873', 'trụ sở', undefined],
  ])('no-appointment day: %s', (_name, receivedAt, procedureCode, receptionPoint, promisedAt) => {
    const appointment = ask(receivedAt, three, {
      noAppointment: { days: [day], procedureCode, receptionPoint },
    });
    expect(appointment.promisedAt).toBe(promisedAt);
  });

  it('a clerk may promise an hour earlier than closing, never later', () => {
    expect(ask(monday, sameDay, { promisedClock: '10:30' }).dueAt).toBe('2026-03-09T10:30');
    expect(() => ask(monday, sameDay, { promisedClock: '17:01' })).toThrow(RangeError);
    expect(() => ask(monday, sameDay, { promisedClock: '08:59' })).toThrow(RangeError);
    expect(() => ask(monday, five, { promisedClock: '10:30' })).toThrow(RangeError);
  });

  it('NĐ 23/2015 Đ7: at most 2 more working days, longer by signed agreement', () => {
    expect(ask('2026-03-12T09:00', sameDay, { extra: { workingDays: 2 } }).dueAt).toBe('2026-03-16T17:00');
    expect(() => ask(monday, sameDay, { extra: { workingDays: 3 } })).toThrow(RangeError);
    const signed = { workingDays: 5, signedAgreement: true };
    expect(ask(monday, sameDay, { extra: signed }).dueAt).toBe('2026-03-16T17:00');
  });
});

describe('inter-agency phases', () => {
  it('are chained, each with its own kind', () => {
    const limit: TimeLimit = {
      kind: 'days',
      value: 24,
      phases: [
        { agency: 'xã', kind: 'workingDays', value: 2 },
        { agency: 'sở', kind: 'days', value: 10 },
        { agency: 'tỉnh', kind: 'hours', value: 8 },
      ],
    };
    // 10, 11/3; 11/3 + 10 = T7 21/3, so T2 23/3 09:00; 8 h later T3 24/3 09:00.
    expect(ask(monday, limit)).toMatchObject({ ownDueAt: '2026-03-11T09:00', dueAt: '2026-03-24T09:00' });
  });
  it('keep our own part when a verification replaces the whole', () => {
    const limit: TimeLimit = {
      kind: 'workingDays',
      value: 10,
      maxWithVerification: { kind: 'workingDays', value: 15 },
      phases: [
        { agency: 'sở', kind: 'workingDays', value: 5 },
        { agency: 'xã', kind: 'workingDays', value: 5, own: true },
      ],
    };
    expect(ask(monday, limit)).toMatchObject({ ownDueAt: '2026-03-23T09:00', dueAt: '2026-03-23T09:00' });
    expect(ask(monday, limit, { verification: true })).toMatchObject({
      ownDueAt: '2026-03-23T09:00',
      dueAt: '2026-03-30T09:00',
    });
  });
});
