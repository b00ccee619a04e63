import { describe, expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { type Given, hung, Life, type LifeOptions } from './case-fixture.ts';
import { hintsOf } from './case-flow.ts';
import { openOffice } from './deadline-fixture.ts';
import type { TimeLimit } from './time-limit.ts';
import { timelinessOfCase } from './timeliness.ts';

const { calendar } = openOffice(holidays.years);
const days = (value: number): TimeLimit => ({ kind: 'workingDays', value });
const pause = { outOfHours: 'shift', supplement: 'pause' } as const;

/** A case of 5 working days received on Monday 09/3/2026 at 09:00: due on Monday 16/3 at 09:00. */
const open = (options: Partial<LifeOptions> = {}) =>
  new Life({ receivedAt: '2026-03-09T09:00', limit: days(5), calendar, ...options });

const handover = { kind: 'handover', toPersonId: hung.id } as const;
const papers: Given = { kind: 'askSupplement', items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' };
const complete = { kind: 'completeSupplement' } as const;
const granted = { kind: 'resolve', outcome: 'granted' } as const;
const _collected = { kind: 'return', recipient: { name: 'Lường Thị Thu Hằng' }, via: 'counter' } as const;
const stop = { kind: 'stop', ground: 'noSupplement', reason: 'Không bổ sung' } as const;
const extendTo = (newDueAt: string) => ({ kind: 'extend', newDueAt, reason: 'Chờ xác minh' }) as const;

/** Handed over at 10:00 on the day of reception. */
const handedOver = (options: Partial<LifeOptions> = {}) => {
  const life = open(options);
  expect(life.act('2026-03-09T10:00', handover)).toBeNull();
  return life;
};

describe('supplement (NĐ 118 Đ11.2c, Đ16.3, Đ19.5)', () => {
  test('example 17: completed on 18/3, due again on 25/3 under restart and on 23/3 under pause', () => {
    for (const [policies, dueAt] of [
      [undefined, '2026-03-25T14:00'],
      [pause, '2026-03-23T14:00'],
    ] as const) {
      const life = handedOver(policies && { policies });
      expect(life.act('2026-03-11T09:30', papers)).toBeNull();
      expect(life.state).toMatchObject({
        status: 'awaitingSupplement',
        dueAt: '2026-03-16T09:00',
        measuredDueAt: null,
      });
      expect(life.act('2026-03-18T14:00', complete)).toBeNull();
      expect(life.state).toMatchObject({
        status: 'processing',
        dueAt,
        measuredDueAt: dueAt,
        originalDueAt: '2026-03-16T09:00',
      });
    }
  });

  test('Đ16.3: a second request is refused; a leader may make it, and it is marked', () => {
    const life = handedOver();
    life.act('2026-03-10T09:00', papers);
    life.act('2026-03-11T09:00', complete);
    expect(life.act('2026-03-11T10:00', papers)).toEqual({ code: 'secondSupplement' });
    expect(life.act('2026-03-11T10:00', papers, ['leader'])).toBeNull();
    expect(life.state.supplements.map(({ overridden }) => overridden)).toEqual([false, true]);
  });

  test('Đ11.2c: a request is taken back only while its slip has not left; then "once" is used up', () => {
    const undo = { kind: 'undo' } as const;
    const life = handedOver();
    life.act('2026-03-10T09:00', papers);
    expect(life.act('2026-03-10T09:01', undo)).toBeNull();
    life.act('2026-03-10T09:02', papers);
    life.formsOut.add('supplementSlip');
    expect(life.act('2026-03-10T09:03', undo)).toEqual({ code: 'undoFinal' });
  });

  test('example 18: asked on 10/4/2026, it may be stopped from Wednesday 29/4 and not a day before', () => {
    const life = new Life({ receivedAt: '2026-04-09T09:00', limit: days(5), calendar });
    life.act('2026-04-09T10:00', handover);
    life.act('2026-04-10T09:00', papers);
    expect(life.state.supplements).toMatchObject([{ lastDayOn: '2026-04-28', mayStopFrom: '2026-04-29' }]);
    expect(life.act('2026-04-28T16:59', stop)).toEqual({ code: 'notLateEnoughToStop', on: '2026-04-29' });
    expect(life.act('2026-04-29T07:00', stop)).toBeNull();
    expect(life.state).toMatchObject({
      status: 'stopped',
      timeliness: 'onTime',
      ending: { ground: 'noSupplement' },
    });
  });

  test('while papers are waited for the clock stands still: never late, whatever the day', () => {
    const life = handedOver();
    life.act('2026-03-11T09:00', papers);
    const { appointment, ...state } = life.state;
    expect(timelinessOfCase({ ...state, limitKind: appointment.limit.kind }, '2026-12-31T09:00')).toBe(
      'pending',
    );
  });

  test('a case that was late when papers were asked for stays late, though the citizen gets a new date', () => {
    const life = handedOver();
    life.act('2026-03-17T09:00', papers);
    life.act('2026-03-18T09:00', complete);
    expect(life.state).toMatchObject({ dueAt: '2026-03-25T09:00', measuredDueAt: '2026-03-16T09:00' });
    life.act('2026-03-19T09:00', granted);
    expect(life.state.timeliness).toBe('late');
  });

  test('before acceptance no clock has started: complete papers are the reception (rules §4.4)', () => {
    const life = open({ isRegistered: true });
    expect(life.state).toMatchObject({ status: 'registered', dueAt: null, acceptedAt: null });
    expect(life.act('2026-03-09T09:05', papers)).toBeNull();
    expect(life.act('2026-03-12T15:00', complete)).toBeNull();
    expect(life.state).toMatchObject({
      status: 'received',
      receivedAt: '2026-03-12T15:00',
      registeredAt: '2026-03-09T09:00',
      dueAt: '2026-03-19T15:00',
      supplements: [{ beforeAcceptance: true }],
    });
  });
});

describe('apology and new date (NĐ 118 Đ19.6)', () => {
  test('example 19: due Monday 05/5/2025, the latest apology is on 29/4', () => {
    const begin = () => new Life({ receivedAt: '2025-04-24T09:00', limit: days(5), calendar });
    expect(begin().act('2025-04-30T09:00', extendTo('2025-05-07T09:00'))).toEqual({
      code: 'tooLate',
      on: '2025-04-29',
    });
    // After the date no new one can be promised: what is left is a letter.
    expect(begin().act('2025-05-06T09:00', extendTo('2025-05-07T09:00'))).toEqual({ code: 'overdue' });
    const life = begin();
    expect(life.act('2025-04-29T16:00', extendTo('2025-05-07T09:00'))).toBeNull();
    expect(life.state).toMatchObject({ dueAt: '2025-05-07T09:00', extension: { from: '2025-05-05T09:00' } });
    expect(life.state.appointment.trace.at(-1)).toMatchObject({ date: '2025-05-07', isDue: true });
  });

  test('once; to a later working day only, and not by a slip of the finger', () => {
    const life = handedOver();
    expect(life.act('2026-03-10T09:00', extendTo('2062-03-17T09:00'))).toEqual({ code: 'tooFar' });
    for (const wrong of ['2025-02-30T10:00', '2025-99-99T99:99', '2026-03-18T24:00', '9998-12-31T17:00'])
      expect(() => life.act('2026-03-10T09:00', extendTo(wrong)), wrong).toThrow();
    expect(life.act('2026-03-10T09:00', extendTo('2026-03-16T09:00'))).toEqual({ code: 'notLater' });
    expect(life.act('2026-03-10T09:00', extendTo('2026-03-21T09:00'))).toEqual({ code: 'restDay' });
    expect(life.act('2026-03-10T09:00', extendTo('2026-03-18T09:00'))).toBeNull();
    expect(life.act('2026-03-11T09:00', extendTo('2026-03-20T09:00'))).toEqual({ code: 'alreadyExtended' });
  });

  test('done by the new date it is late by default, on time where the ward counts by the new date', () => {
    for (const [flow, timeliness] of [
      [{}, 'late'],
      [{ extensionCountsAs: 'newDate' }, 'onTime'],
    ] as const) {
      const life = handedOver({ flow });
      life.act('2026-03-10T09:00', extendTo('2026-03-18T09:00'));
      life.act('2026-03-18T08:00', granted);
      expect(life.state.timeliness).toBe(timeliness);
    }
  });

  test('a later wait does not wash the re-appointment off: counted against the date without it', () => {
    const life = handedOver({ limit: { ...days(5), pausesForPayment: true } as TimeLimit });
    life.act('2026-03-10T09:00', extendTo('2026-03-27T09:00'));
    life.act('2026-03-11T09:00', { kind: 'requestPayment', note: 'Thuế' });
    life.act('2026-03-12T09:00', { kind: 'confirmPayment' });
    expect(life.state).toMatchObject({ dueAt: '2026-03-27T09:00', measuredDueAt: '2026-03-17T09:00' });
  });

  test('a same-day case is not extended', () => {
    const life = open({ limit: { kind: 'sameDay', value: 0, cutoff: '15:00' } });
    expect(life.act('2026-03-09T10:00', extendTo('2026-03-11T09:00'))).toEqual({ code: 'sameDay' });
  });
});

describe('other waits and dates', () => {
  test('a financial duty pauses where the procedure says so, also under restart (rules §4.4)', () => {
    const duty = { kind: 'requestPayment', note: 'Lệ phí trước bạ' } as const;
    for (const [limit, dueAt, measuredDueAt] of [
      [{ ...days(5), pausesForPayment: true }, '2026-03-20T09:00', null],
      [days(5), '2026-03-16T09:00', '2026-03-16T09:00'],
    ] as const) {
      const life = handedOver({ limit: limit as TimeLimit });
      life.act('2026-03-10T09:00', duty);
      expect(life.state).toMatchObject({ status: 'awaitingPayment', measuredDueAt });
      expect(life.act('2026-03-16T09:00', { kind: 'confirmPayment' })).toBeNull();
      expect(life.state).toMatchObject({ status: 'processing', dueAt, measuredDueAt: dueAt });
    }
  });

  test('example 13: a verification gives the longer cap; after the base limit it is too late', () => {
    const limit: TimeLimit = {
      ...days(3),
      maxWithVerification: { kind: 'workingDays', value: 8 },
    } as TimeLimit;
    const begin = () => {
      const life = new Life({ receivedAt: '2026-04-20T09:00', limit, calendar });
      life.act('2026-04-20T10:00', handover);
      return life;
    };
    const inTime = begin();
    expect(inTime.act('2026-04-22T09:00', { kind: 'openVerification', reason: 'Xác minh' })).toBeNull();
    expect(inTime.state.dueAt).toBe('2026-05-05T09:00');
    const late = { kind: 'openVerification', reason: 'Xác minh' } as const;
    expect(begin().act('2026-04-23T09:01', late)).toEqual({ code: 'verificationTooLate' });
    expect(handedOver().act('2026-03-10T09:00', late)).toEqual({ code: 'noVerification' });
  });

  test('two more working days by agreement; more need a signature (NĐ 23/2015 Đ7, Đ21)', () => {
    const limit = { ...days(5), extraByAgreement: true } as TimeLimit;
    const extra = { kind: 'agreeExtra', workingDays: 2 } as const;
    const life = handedOver({ limit });
    const hints = hintsOf('agreeExtra', life.state, life.contextAt('2026-03-10T09:00'));
    expect(hints.proposals?.[1]).toEqual({ workingDays: 2, dueAt: '2026-03-18T09:00' });
    expect(() => life.act('2026-03-10T09:00', { ...extra, workingDays: 3 })).toThrow();
    expect(life.act('2026-03-10T09:00', extra)).toBeNull();
    expect(life.state.dueAt).toBe('2026-03-18T09:00');
    expect(life.act('2026-03-10T09:00', extra)).toEqual({ code: 'noExtra' });
  });
});
