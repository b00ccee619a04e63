import { describe, expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { type Given, hung, Life, type LifeOptions, mai } from './case-fixture.ts';
import { acts, type Status } from './case-flow.ts';
import { openOffice } from './deadline-fixture.ts';
import type { TimeLimit } from './time-limit.ts';

const { calendar } = openOffice(holidays.years);
const days = (value: number): TimeLimit => ({ kind: 'workingDays', value });
const _pause = { outOfHours: 'shift', supplement: 'pause' } as const;

/** A case of 5 working days received on Monday 09/3/2026 at 09:00: due on Monday 16/3 at 09:00. */
const open = (options: Partial<LifeOptions> = {}) =>
  new Life({ receivedAt: '2026-03-09T09:00', limit: days(5), calendar, ...options });

const handover = { kind: 'handover', toPersonId: hung.id } as const;
const papers: Given = { kind: 'askSupplement', items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' };
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

  test('a hand-over to whoever has it already is refused; a change of the agency is not', () => {
    const life = handedOver();
    expect(life.act('2026-03-09T10:05', handover)).toEqual({ code: 'withTaker' });
    expect(life.act('2026-03-09T10:10', { ...handover, agency: 'Công an xã' })).toBeNull();
    expect(life.act('2026-03-09T10:15', { ...handover, agency: 'Công an xã' })).toEqual({
      code: 'withTaker',
    });
  });

  test('at the counter a stranger takes the result only with a paper; by post the parcel tells', () => {
    const stranger = (via: 'counter' | 'postal', idNumber: string | null): Given => ({
      kind: 'return',
      recipient: { name: 'Lò Văn Lạ', idNumber },
      via,
    });
    const resolved = () => {
      const life = handedOver();
      life.act('2026-03-11T09:00', granted);
      return life;
    };
    expect(resolved().act('2026-03-11T10:00', stranger('counter', null))).toEqual({ code: 'noPaper' });
    expect(resolved().act('2026-03-11T10:00', stranger('counter', '014196002187'))).toBeNull();
    expect(resolved().act('2026-03-11T10:00', stranger('postal', null))).toBeNull();
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

  test('originals: some of a paper given back leave the rest; nothing that is not held is given back', () => {
    const life = handedOver({ papers: [{ name: 'Sổ đỏ', originals: 3 }] });
    const back = (originals: number): Given => ({
      kind: 'giveBackOriginals',
      items: [{ name: 'Sổ đỏ', originals }],
      to: 'Lò Văn Inh',
    });
    expect(life.act('2026-03-10T09:00', back(1))).toBeNull();
    const held = () => life.state.custody.items.filter(({ returnedAt }) => returnedAt === null);
    expect(held()).toMatchObject([{ originals: 2 }]);
    expect(life.act('2026-03-10T09:01', back(3))).toEqual({ code: 'noOriginals' });
    life.act('2026-03-10T09:02', granted);
    const unknown: Given = { ...collected, originals: [{ name: 'Giấy không hề có', originals: 7 }] };
    expect(life.act('2026-03-10T09:03', unknown)).toEqual({ code: 'noOriginals' });
    const papers = life.state.papers.map((paper) => ({ ...paper, name: 'Giấy chứng nhận' }));
    const corrected = {
      kind: 'corrected',
      at: '2026-03-10T09:04',
      by: mai,
      reason: 'Tên',
      changes: { papers },
    } as const;
    life.events.push({ ...corrected, dates: null });
    expect(held()).toMatchObject([{ name: 'Giấy chứng nhận', originals: 2 }]);
  });

  test('an earlier promise goes with the date it was given for', () => {
    const promisedAt = '2026-03-12T16:00';
    const begin = () => {
      const life = handedOver();
      const [first, ...later] = life.events;
      if (first?.kind === 'received')
        life.events.splice(0, life.events.length, { ...first, promisedAt }, ...later);
      return life;
    };
    const extended = begin();
    expect(extended.state.promisedAt).toBe(promisedAt);
    extended.act('2026-03-10T09:00', { kind: 'extend', newDueAt: '2026-03-18T09:00', reason: 'Chờ' });
    expect(extended.state).toMatchObject({ promisedAt: null, dueAt: '2026-03-18T09:00' });
    const asked = begin();
    asked.act('2026-03-10T09:00', { kind: 'visit', purpose: 'Hỏi' });
    expect(asked.state.promisedAt).toBe(promisedAt);
  });

  test('originals: held, given back once, and to whom', () => {
    const life = handedOver({
      papers: [
        { name: 'Sổ hộ khẩu', originals: 1 },
        { name: 'Căn cước', originals: 1, shown: true },
      ],
    });
    expect(life.state.custody.items.map(({ name }) => name)).toEqual(['Sổ hộ khẩu']);
    const back: Given = {
      kind: 'giveBackOriginals',
      items: [{ name: 'Sổ hộ khẩu', originals: 1 }],
      to: 'Lò Văn Inh',
    };
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
