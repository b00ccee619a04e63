import { describe, expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';

describe('acts on a case', () => {
  test('receive, hand over, resolve, give back: each is in the timeline with who and when', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { id } = await desk.clerk.cases.receive(reception());
    desk.setTime('2025-04-24T09:40');
    await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
    desk.setTime('2025-04-25T10:00');
    await desk.officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
    desk.setTime('2025-04-26T08:00');
    const toStranger = { kind: 'return', recipient: { name: 'Lò Văn Lạ' }, via: 'counter' } as const;
    await expect(desk.clerk.cases.act({ id, version: 3, act: toStranger })).rejects.toMatchObject({
      message: 'invalidInput',
      cause: { data: { fields: { 'act.recipient.idNumber': 'required' } } },
    });
    const recipient = { name: 'Lường Thị Thu Hằng', idNumber: '014196002187' };
    const done = await desk.clerk.cases.act({
      id,
      version: 3,
      act: { kind: 'return', recipient, via: 'counter' },
    });
    expect(done.state).toMatchObject({
      status: 'returned',
      timeliness: 'early',
      endedAt: '2025-04-25T10:00',
      version: 4,
    });
    expect(done.timeline.map(({ kind, at, by }) => [kind, at, by.name])).toEqual([
      ['received', '2025-04-24T09:15', 'Lò Thị Mai'],
      // Demanded and taken in one breath.
      ['money', '2025-04-24T09:15', 'Lò Thị Mai'],
      ['handedOver', '2025-04-24T09:40', 'Lò Thị Mai'],
      ['resolved', '2025-04-25T10:00', 'Quàng Văn Hùng'],
      ['returned', '2025-04-26T08:00', 'Lò Thị Mai'],
    ]);
    expect(done.acts.filter(({ refusal }) => refusal === null).map(({ act }) => act)).toEqual(['undo']);
  });

  test('a stale version is refused with the newer state and changes nothing', async () => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(reception());
    await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
    const again = desk.clerk.cases.act({ id, version: 1, act: { kind: 'resolve', outcome: 'granted' } });
    await expect(again).rejects.toMatchObject({
      message: 'stale',
      cause: { data: { version: 2, status: 'processing' } },
    });
    expect((await desk.clerk.cases.get({ id })).state.version).toBe(2);
  });

  test('an act that the status forbids is refused', async () => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(reception());
    const early = desk.clerk.cases.act({
      id,
      version: 1,
      act: { kind: 'return', recipient: { name: 'Ai Đó' }, via: 'counter' },
    });
    await expect(early).rejects.toMatchObject({ message: 'actNotAllowed' });
  });

  test('only a same-day case is finished without a hand-over (rules §7, 2 → 9)', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const act = { kind: 'resolve', outcome: 'granted' } as const;
    const threeDays = await desk.clerk.cases.receive(reception());
    const sameDay = await desk.clerk.cases.receive(reception({ procedureCode: '1.001193' }));
    await expect(desk.clerk.cases.act({ id: threeDays.id, version: 1, act })).rejects.toMatchObject({
      message: 'actNotAllowed',
      cause: { data: { refusal: 'needsHandover' } },
    });
    expect((await desk.clerk.cases.act({ id: sameDay.id, version: 1, act })).state.status).toBe('resolved');
  });

  test('the board proposes to stop what waits for papers after its 15 days (NĐ 118 Đ19.5)', async () => {
    await using desk = await openDesk('2026-04-08T09:00');
    const { id } = await desk.clerk.cases.receive(reception());
    await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
    desk.setTime('2026-04-10T09:00');
    const items = [{ name: 'Trích lục kết hôn' }];
    const ask = { kind: 'askSupplement' as const, items, reason: 'Thiếu' };
    await desk.clerk.cases.act({ id, version: 2, act: ask });
    desk.setTime('2026-04-28T16:00');
    expect((await desk.clerk.cases.board()).figures.awaiting).toEqual({ count: 1, mayStop: 0 });
    desk.setTime('2026-04-29T07:30');
    expect((await desk.clerk.cases.board()).figures.awaiting).toEqual({ count: 1, mayStop: 1 });
  });

  test('an hours rule is late by the instant, on the board as in its row', async () => {
    await using desk = await openDesk('2025-04-24T08:00');
    const timeLimit = { kind: 'hours', value: 2 } as const;
    await desk.clerk.catalogue.save({
      code: '1.004873',
      effectiveFrom: '2025-01-01',
      feeVnd: null,
      timeLimit,
    });
    const { id } = await desk.clerk.cases.receive(reception());
    desk.setTime('2025-04-24T10:01');
    const { figures, groups } = await desk.clerk.cases.board();
    expect([figures.late.count, figures.dueToday.count]).toEqual([1, 0]);
    expect(groups.find(({ key }) => key === 'late')?.rows.map((row) => [row.id, row.timeliness])).toEqual([
      [id, 'pendingLate'],
    ]);
    expect((await desk.clerk.cases.list({ view: 'late' })).total).toBe(1);
  });

  test('an act before what already happened is refused: the clock went back', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { id } = await desk.clerk.cases.receive(reception({ procedureCode: '1.001193' }));
    desk.setTime('2025-04-23T09:15');
    const act = { kind: 'resolve', outcome: 'granted' } as const;
    await expect(desk.clerk.cases.act({ id, version: 1, act })).rejects.toMatchObject({
      message: 'clockWrong',
    });
    desk.setTime('1970-01-01T07:00');
    expect((await desk.clerk.session.current()).setUp).toBe(true);
    await expect(desk.clerk.cases.receive(reception())).rejects.toMatchObject({ message: 'clockWrong' });
  });

  test('a leader reads and does not act; nobody seated gets nothing', async () => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(reception());
    const act = { kind: 'resolve', outcome: 'granted' } as const;
    await expect(desk.leader.cases.act({ id, version: 1, act })).rejects.toMatchObject({
      message: 'notAllowed',
    });
    await expect(desk.leader.cases.receive(reception())).rejects.toMatchObject({ message: 'notAllowed' });
    const nobody = desk.counter.caller({ kind: 'loopback', device: 'elsewhere' });
    await expect(nobody.cases.get({ id })).rejects.toMatchObject({ message: 'notSeated' });
  });
});
