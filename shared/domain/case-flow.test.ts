import { describe, expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { hung, Life, type LifeOptions, mai } from './case-fixture.ts';
import { acts, type Status } from './case-flow.ts';
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
const papers = { kind: 'askSupplement', items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' } as const;
const complete = { kind: 'completeSupplement' } as const;
const granted = { kind: 'resolve', outcome: 'granted' } as const;
const collected = { kind: 'return', recipient: { name: 'Lường Thị Thu Hằng' }, via: 'counter' } as const;
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
    const life = begin();
    expect(life.act('2025-04-29T16:00', extendTo('2025-05-07T09:00'))).toBeNull();
    expect(life.state).toMatchObject({ dueAt: '2025-05-07T09:00', extension: { from: '2025-05-05T09:00' } });
    expect(life.state.appointment.trace.at(-1)).toMatchObject({ date: '2025-05-07', isDue: true });
  });

  test('once; to a later working day only', () => {
    const life = handedOver();
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
    expect(() => life.act('2026-03-10T09:00', { ...extra, workingDays: 3 })).toThrow();
    expect(life.act('2026-03-10T09:00', extra)).toBeNull();
    expect(life.state.dueAt).toBe('2026-03-18T09:00');
    expect(life.act('2026-03-10T09:00', extra)).toEqual({ code: 'noExtra' });
  });
});

describe('the way of a case (rules §7)', () => {
  test('handed over to an agency outside and taken back: both names and both times', () => {
    const life = open();
    life.act('2026-03-09T10:00', { ...handover, agency: 'Chi nhánh Văn phòng đăng ký đất đai' });
    life.act('2026-03-11T15:00', { kind: 'takeBack' });
    expect(life.state.handovers).toMatchObject([
      {
        at: '2026-03-09T10:00',
        from: mai.name,
        to: hung.name,
        agency: 'Chi nhánh Văn phòng đăng ký đất đai',
        isBack: false,
      },
      { at: '2026-03-11T15:00', from: 'Chi nhánh Văn phòng đăng ký đất đai', to: mai.name, isBack: true },
    ]);
    expect(life.act('2026-03-11T15:01', { kind: 'takeBack' })).toEqual({ code: 'withCounter' });
  });

  test('a withdrawn case is in time by the due date and late after it, never early (rules §11)', () => {
    const withdraw = { kind: 'withdraw', reason: 'Đổi ý' } as const;
    const inTime = handedOver();
    inTime.act('2026-03-10T09:00', withdraw);
    const late = handedOver();
    late.act('2026-03-17T09:00', withdraw);
    expect([inTime.state.timeliness, late.state.timeliness]).toEqual(['onTime', 'late']);
  });

  test('a refused dossier never had a date and is in no class', () => {
    const life = open({ isRegistered: true });
    expect(life.act('2026-03-09T09:05', { kind: 'reject', reason: 'Không thuộc thẩm quyền' })).toBeNull();
    expect(life.state).toMatchObject({ status: 'rejected', timeliness: 'noDeadline' });
  });

  test('a result nobody collects is put away after ten days and can still be given back', () => {
    const life = handedOver();
    life.act('2026-03-12T09:00', granted);
    const away = { kind: 'setAside', place: 'Tủ 2' } as const;
    expect(life.act('2026-03-21T09:00', away)).toEqual({ code: 'notUnclaimed', on: '2026-03-22' });
    expect(life.act('2026-03-23T09:00', away)).toBeNull();
    expect(life.act('2026-06-01T09:00', collected)).toBeNull();
    expect(life.state).toMatchObject({
      status: 'returned',
      timeliness: 'early',
      setAside: { place: 'Tủ 2' },
    });
  });

  test('originals: held, given back once, and to whom', () => {
    const life = handedOver({
      papers: [
        { name: 'Sổ hộ khẩu', originals: 1 },
        { name: 'Căn cước', originals: 1, shown: true },
      ],
    });
    expect(life.state.custody.items.map(({ name }) => name)).toEqual(['Sổ hộ khẩu']);
    const back = {
      kind: 'giveBackOriginals',
      items: [{ name: 'Sổ hộ khẩu', originals: 1 }],
      to: 'Lò Văn Inh',
    } as const;
    expect(life.act('2026-03-10T09:00', back)).toBeNull();
    expect(life.state.custody.items).toMatchObject([
      { returnedAt: '2026-03-10T09:00', returnedTo: 'Lò Văn Inh' },
    ]);
    expect(life.act('2026-03-10T09:01', back)).toEqual({ code: 'noOriginals' });
  });

  test('visits: filing, completing in person, collecting, and what was noted', () => {
    const life = handedOver();
    life.act('2026-03-10T09:00', papers);
    life.act('2026-03-11T09:00', complete);
    life.act('2026-03-12T09:00', { kind: 'visit', purpose: 'Hỏi kết quả' });
    life.act('2026-03-13T09:00', granted);
    life.act('2026-03-13T10:00', collected);
    expect(life.state.visits).toBe(4);
  });

  test('what is final is final: no act on an ended case but its papers', () => {
    const life = open({ isRegistered: true });
    life.act('2026-03-09T09:05', { kind: 'reject', reason: 'Không thuộc thẩm quyền' });
    for (const input of [handover, papers, complete, granted, collected, stop, extendTo('2026-03-18T09:00')])
      expect(life.act('2026-03-09T10:00', input)).toEqual({ code: 'finished' });
  });
});

describe('undo', () => {
  test('the last act of the day is taken back by a new event; the history keeps both', () => {
    const life = handedOver();
    const before = life.state;
    life.act('2026-03-10T09:00', granted);
    expect(life.act('2026-03-10T09:01', { kind: 'undo' })).toBeNull();
    const { version, ...after } = life.state;
    expect({ ...after, version: before.version }).toEqual(before);
    expect(version).toBe(4);
    expect(life.events.map(({ kind }) => kind)).toEqual(['received', 'handedOver', 'resolved', 'undone']);
  });

  test('not the next day, not by somebody else, not a reception, not what was served on the citizen', () => {
    const undo = { kind: 'undo' } as const;
    expect(handedOver().act('2026-03-10T09:00', undo)).toEqual({ code: 'undoDay' });
    expect(handedOver().act('2026-03-09T11:00', undo, ['officer'], hung)).toEqual({ code: 'undoOther' });
    expect(handedOver().act('2026-03-09T11:00', undo, ['leader'], hung)).toBeNull();
    expect(open().act('2026-03-09T11:00', undo)).toEqual({ code: 'nothingToUndo' });
    for (const served of [extendTo('2026-03-18T09:00'), { kind: 'withdraw', reason: 'Đổi ý' }] as const) {
      const life = handedOver();
      life.act('2026-03-10T09:00', served);
      expect(life.act('2026-03-10T09:01', undo)).toEqual({ code: 'undoFinal' });
    }
  });
});

/** From which status, as rules §7 writes it. */
const lawful: Record<string, Status[]> = {
  accept: ['registered'],
  reject: ['registered'],
  handover: ['received', 'processing'],
  takeBack: ['processing'],
  askSupplement: ['registered', 'processing'],
  completeSupplement: ['awaitingSupplement'],
  requestPayment: ['processing'],
  confirmPayment: ['awaitingPayment'],
  stop: ['processing', 'awaitingSupplement', 'awaitingPayment'],
  withdraw: ['received', 'processing', 'awaitingSupplement', 'awaitingPayment'],
  resolve: ['received', 'processing'],
  return: ['resolved'],
};

test('every transition of rules §7 is there, and no other', () => {
  for (const [name, from] of Object.entries(lawful)) {
    expect([...acts[name as keyof typeof acts].from].sort(), name).toEqual([...from].sort());
  }
});
