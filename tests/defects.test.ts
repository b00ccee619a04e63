import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { readCitizenCard } from '../shared/domain/citizen-card.ts';
import { computeAppointment } from '../shared/domain/deadline.ts';
import { defaultOpeningHours } from '../shared/domain/opening-hours.ts';
import type { TimeLimit } from '../shared/domain/time-limit.ts';
import { openDesk, reception } from './desk.ts';
import { calendarOf } from './office-calendar.ts';
import { dueOf, everyCase, handOver, playedWeeks } from './played-cases.ts';

/**
 * What went wrong in older systems, knocked for at the door: one test a defect, by its number in the list. The engine's own
 * tests of the same list stand beside the engine.
 */

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const days = (value: number): TimeLimit => ({ kind: 'workingDays', value });

describe('defects of older systems, at the door', () => {
  test('1 one engine: asked before, given, listed, and moved by an act, the date is the same function', async () => {
    await using desk = await openDesk('2026-03-09T09:00');
    const calendar = await calendarOf(desk);
    const catalogue = await desk.clerk.catalogue.list();
    for (const { code } of catalogue.slice(0, 30)) {
      const asked = await desk.clerk.cases.appointment({
        procedureCode: code,
        variant: null,
        channel: 'direct',
      });
      const { id, dueAt } = await desk.clerk.cases.receive(reception({ procedureCode: code }));
      const { rows } = await desk.clerk.cases.list({ filter: { procedureCode: code } });
      expect([asked.dueAt, rows[0]?.dueAt, (await desk.clerk.cases.get({ id })).state.dueAt]).toEqual([
        dueAt,
        dueAt,
        dueAt,
      ]);
    }
    const { id } = await desk.clerk.cases.receive(reception({ procedureCode: '1.001022' }));
    await handOver(desk, id);
    const { state } = await desk.clerk.cases.act({
      id,
      version: 2,
      act: { kind: 'openVerification', reason: 'Xác minh' },
    });
    const { procedure } = await desk.clerk.catalogue.get({ code: '1.001022' });
    const receivedAt = Temporal.PlainDateTime.from('2026-03-09T09:00');
    const own = computeAppointment({
      receivedAt,
      limit: procedure.timeLimit,
      calendar,
      hours: defaultOpeningHours,
      policies: state.appointment.policies,
      channel: 'direct',
      verification: { openedAt: receivedAt },
    });
    expect(state.dueAt).toBe(own.dueAt);
  });

  test('2 configured hours are really used: each half-day keeps its own start and end', async () => {
    await using desk = await openDesk('2026-03-09T06:00');
    await desk.clerk.setup.save({
      hours: {
        morning: { opensAt: '07:30', closesAt: '11:45' },
        afternoon: { opensAt: '13:05', closesAt: '16:50' },
      },
    });
    expect(await dueOf(desk, '2026-03-09T07:00', days(1))).toBe('2026-03-10T07:30');
    expect(await dueOf(desk, '2026-03-09T11:50', days(1))).toBe('2026-03-10T13:05');
    expect(await dueOf(desk, '2026-03-09T16:00', { kind: 'hours', value: 1 })).toBe('2026-03-10T07:40');
    expect(await dueOf(desk, '2026-03-09T16:51', days(1))).toBe('2026-03-11T07:30');
  });

  test('3 no due date is never "trước hạn"; a missing rule is null, not a number of days', async () => {
    await using desk = await openDesk('2026-03-09T09:00');
    expect(await dueOf(desk, '2026-03-09T09:00', { kind: 'none' })).toBeNull();
    const [row] = (await desk.clerk.cases.list({})).rows;
    const id = row?.id ?? 0;
    await handOver(desk, id);
    const done = await desk.clerk.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
    expect(done.state.timeliness).toBe('noDeadline');
    const [year] = (await desk.clerk.cases.board()).years;
    expect(year).toMatchObject({ receivedSettled: 1, early: 0, onTime: 0, late: 0, noDeadline: 1 });
  });

  test('4 the same classification in case, list, board and year figures', async () => {
    await using desk = await openDesk('2026-03-02T08:00');
    await playedWeeks(desk);
    desk.setTime('2026-03-31T16:00');
    const all = await everyCase(desk);
    const details = await Promise.all(all.map(({ id }) => desk.clerk.cases.get({ id })));
    expect(details.map(({ timeliness }) => timeliness)).toEqual(all.map(({ timeliness }) => timeliness));
    const count = (class_: string) => all.filter(({ timeliness }) => timeliness === class_).length;
    const board = await desk.clerk.cases.board();
    const counts = await desk.clerk.cases.viewCounts();
    expect([board.figures.late.count, counts.late]).toEqual([count('pendingLate'), count('pendingLate')]);
    expect(board.years[0]).toMatchObject({
      early: count('early'),
      onTime: count('onTime'),
      late: count('late'),
    });
    expect(count('pendingLate') * count('early') * count('late')).toBeGreaterThan(0);
  });

  test('5 period edges: received at the first instant is in, ended at the last is in once; the parts make the whole', async () => {
    await using desk = await openDesk('2026-03-02T08:00');
    desk.setTime('2026-03-05T00:00');
    const first = await desk.clerk.cases.receive(reception());
    desk.setTime('2026-03-05T23:59');
    const last = await desk.clerk.cases.receive(reception());
    const within = await desk.clerk.cases.list({
      filter: { receivedFrom: '2026-03-05', receivedTo: '2026-03-05' },
    });
    expect(within.rows.map(({ id }) => id).sort()).toEqual([first.id, last.id].sort());
    desk.setTime('2026-03-06T08:00');
    await playedWeeks(desk);
    const total = async (filter: object) => (await desk.clerk.cases.list({ filter, limit: 1 })).total;
    const received = await total({ receivedFrom: '2026-03-01', receivedTo: '2026-03-31' });
    const settled = await total({ receivedFrom: '2026-03-01', receivedTo: '2026-03-31', settled: true });
    const open = await total({ receivedFrom: '2026-03-01', receivedTo: '2026-03-31', settled: false });
    expect(received).toBe(settled + open);
    const byDay = await Promise.all(
      Array.from({ length: 31 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`).map((day) =>
        total({ receivedFrom: day, receivedTo: day }),
      ),
    );
    expect(byDay.reduce((sum, n) => sum + n, 0)).toBe(received);
  });

  test('6 case numbers: padded days, a year of its own, two at once, and kept through supplement, correction and reprint', async () => {
    await using desk = await openDesk('2025-11-01T08:00');
    const november = await desk.clerk.cases.receive(reception());
    desk.setTime('2025-12-31T23:59');
    const [one, two] = await Promise.all([
      desk.clerk.cases.receive(reception()),
      desk.clerk.cases.receive(reception()),
    ]);
    desk.setTime('2026-01-01T00:00');
    const midnight = await desk.clerk.cases.receive(reception());
    desk.setTime('2026-01-11T08:00');
    const january = await desk.clerk.cases.receive(reception());
    expect(
      [november, one, two, midnight, january].map(({ caseCode, serial }) => [caseCode.slice(10), serial]),
    ).toEqual([
      ['251101-0001', 1],
      ['251231-0001', 2],
      ['251231-0002', 3],
      ['260101-0001', 1],
      ['260111-0001', 2],
    ]);
    const { id } = january;
    desk.setTime('2026-01-12T08:00');
    await handOver(desk, id);
    const act = (version: number, given: Parameters<typeof desk.clerk.cases.act>[0]['act']) =>
      desk.clerk.cases.act({ id, version, act: given });
    await act(2, { kind: 'askSupplement', items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' });
    await act(3, { kind: 'completeSupplement' });
    await desk.clerk.cases.correct({
      id,
      version: 4,
      reason: 'Nhầm họ',
      changes: { summary: 'Xin việc làm' },
    });
    await desk.clerk.slips.print({ caseId: id, forms: ['acknowledgement'] });
    const { state } = await desk.clerk.cases.get({ id });
    expect([state.caseCode, state.serial, state.slipCode, state.receivedAt]).toEqual([
      january.caseCode,
      2,
      january.slipCode,
      '2026-01-11T08:00',
    ]);
  });

  test('7 figures come from events, without a cap: 10.001 cases by 8 callers, no number twice, none missing', async () => {
    await using desk = await openDesk('2026-03-09T09:00', undefined, false);
    const total = 10_001;
    const given: Awaited<ReturnType<typeof desk.clerk.cases.receive>>[] = [];
    let next = 0;
    const caller = async () => {
      while (next < total) {
        next += 1;
        given.push(await desk.clerk.cases.receive(reception({ name: `Nguyễn Văn ${'abcdefgh'[next % 8]}` })));
      }
    };
    await Promise.all(Array.from({ length: 8 }, caller));
    const numbers = Array.from({ length: total }, (_, index) => index + 1);
    expect(given.map(({ serial }) => serial).sort((a, b) => a - b)).toEqual(numbers);
    const codes = numbers.map((n) => `H52.09.01-260309-${String(n).padStart(4, '0')}`);
    expect(new Set(given.map(({ caseCode }) => caseCode))).toEqual(new Set(codes));
    expect(new Set(given.map(({ slipCode }) => slipCode)).size).toBe(total);
    const id = given[0]?.id ?? 0;
    await handOver(desk, id);
    await desk.clerk.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
    expect((await desk.clerk.cases.board()).years[0]).toMatchObject({ received: total, receivedSettled: 1 });
    expect((await desk.clerk.cases.list({ limit: 1 })).total).toBe(total);
  }, 120_000);

  test('8 a card of 6, 7 or 8 fields is read, an empty CMND is none, a damaged one answers and never throws', () => {
    const card = '001090123456|012345678|Nguyễn Văn An|01011990|Nam|Phường Bạch Mai, Hà Nội|15042021';
    const fields = card.split('|');
    const numbers = [
      card,
      `${card}|thêm`,
      fields.with(1, '').join('|'),
      fields.toSpliced(1, 1).join('|'),
    ].map((text) => JSON.stringify(readCitizenCard(text)));
    for (const answer of numbers) expect(answer).toContain('001090123456');
    for (const text of ['', '|', '||||||', card.slice(0, 20), '\0'.repeat(40), `${card}${card}`])
      expect(JSON.stringify(readCitizenCard(text))).not.toContain('"idNumber":"001090123456"');
  });

  test.each([
    ['3', '2025-04-25T15:30', '2.000815', '2025-04-26T17:00'],
    ['5', '2025-04-24T09:15', '1.004873', '2025-04-28T09:15'],
    ['7', '2024-04-26T14:00', '1.004873', '2024-05-04T14:00'],
    ['8', '2025-12-31T10:20', '1.004222', '2026-01-12T10:20'],
    ['9', '2026-08-20T08:00', '1.014027', '2026-09-07T08:00'],
    ['11', '2025-04-11T09:00', '1.012592', '2025-04-26T09:00'],
  ])('9 make-up Saturdays are worked: example %s', async (_, receivedAt, procedureCode, dueAt) => {
    await using desk = await openDesk(receivedAt);
    expect((await desk.clerk.cases.receive(reception({ procedureCode }))).dueAt).toBe(dueAt);
  });

  test('10 hour limits cross the midday break and the closing', async () => {
    await using desk = await openDesk('2026-03-09T06:00');
    const hours = (value: number): TimeLimit => ({ kind: 'hours', value });
    expect(await dueOf(desk, '2026-03-09T10:00', hours(3))).toBe('2026-03-09T15:00');
    expect(await dueOf(desk, '2026-03-10T10:30', hours(1))).toBe('2026-03-10T11:30');
    expect(await dueOf(desk, '2026-03-11T11:00', hours(1))).toBe('2026-03-11T14:00');
    expect(await dueOf(desk, '2026-03-12T16:00', hours(3))).toBe('2026-03-13T09:00');
  });

  test.each([
    ['restart', '2026-03-25T14:00', '2026-03-18T15:00'],
    ['pause', '2026-03-23T14:00', '2026-03-16T09:00'],
  ] as const)(
    '11 supplement shift in whole working days, policy %s (example 17), the same day changes nothing under pause',
    async (supplement, later, sameDay) => {
      await using desk = await openDesk('2026-03-02T09:00');
      await desk.clerk.setup.save({ policies: { outOfHours: 'shift', supplement } });
      const asked = async (requestedAt: string, completedAt: string) => {
        desk.setTime('2026-03-09T09:00');
        const { id } = await desk.clerk.cases.receive(reception({ procedureCode: '1.010833' }));
        await handOver(desk, id);
        desk.setTime(requestedAt);
        await desk.officer.cases.act({
          id,
          version: 2,
          act: { kind: 'askSupplement', items: [{ name: 'Ảnh' }], reason: 'Thiếu' },
        });
        desk.setTime(completedAt);
        return (await desk.clerk.cases.act({ id, version: 3, act: { kind: 'completeSupplement' } })).state
          .dueAt;
      };
      expect(await asked('2026-03-11T10:00', '2026-03-18T14:00')).toBe(later);
      expect(await asked('2026-03-11T10:00', '2026-03-11T15:00')).toBe(sameDay);
    },
  );

  test('12 after closing, on rest days and at 17:00 sharp (example 21)', async () => {
    await using desk = await openDesk('2026-06-12T06:00');
    expect(await dueOf(desk, '2026-06-12T17:00', days(2))).toBe('2026-06-16T17:00');
    expect(await dueOf(desk, '2026-06-12T17:20', days(2))).toBe('2026-06-17T07:00');
    expect(await dueOf(desk, '2026-06-12T17:20', { kind: 'sameDay', value: 0, cutoff: '15:00' })).toBe(
      '2026-06-15T17:00',
    );
    expect(await dueOf(desk, '2026-06-13T09:00', days(2))).toBe('2026-06-17T07:00');
  });

  test('13 an error in the calculation is shown, and no case is made of it', async () => {
    await using desk = await openDesk();
    const unknown = desk.clerk.cases.receive(reception({ procedureCode: '1.004859', variant: 'Không có' }));
    await expect(unknown).rejects.toMatchObject({ message: 'unknownVariant' });
    const broken = { code: '1.004873', effectiveFrom: '2025-01-01', feeVnd: null, timeLimit: days(0) };
    await expect(desk.clerk.catalogue.save(broken)).rejects.toThrow();
    expect((await desk.clerk.cases.list({})).total).toBe(0);
  });

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])(
    '15 dates stay the same on a computer set to %s',
    async (name) => {
      process.env.TZ = name;
      await using desk = await openDesk('2025-04-24T00:30');
      const { id, dueAt, caseCode } = await desk.clerk.cases.receive(reception());
      const { state } = await desk.clerk.cases.get({ id });
      expect([caseCode.slice(10, 16), dueAt, state.receivedAt, state.applicant.birthOn]).toEqual([
        '250424',
        '2025-04-28T07:00',
        '2025-04-24T00:30',
        '1996-09-12',
      ]);
    },
  );
});
