import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';
import { findUnfoldedPayments } from '../../register/money/payments.ts';

const paid = (method: 'cash' | 'later') =>
  reception({ fee: { amountVnd: 8_000, method, reason: 'Theo phường' }, slips: [] });

/** A day of money, then one under a clock a month ahead, then the right time again. */
async function openAheadDesk(): Promise<Desk> {
  const desk = await openDesk('2025-04-24T08:00');
  await desk.clerk.cases.receive(paid('cash'));
  desk.setTime('2025-05-24T08:10');
  await desk.officer.cases.receive(paid('cash'));
  await desk.clerk.cases.receive(paid('later'));
  await close(desk.clerk);
  desk.setTime('2025-04-24T09:00');
  return desk;
}

async function close(caller: Desk['clerk']) {
  const { shift } = await caller.shifts.current();
  if (shift === null) throw new Error('Nothing to close');
  const { id: shiftId, moves, expectedVnd } = shift;
  const pieces = { 1000: expectedVnd / 1_000 };
  await caller.shifts.close({
    shiftId,
    moves,
    expectedVnd,
    pieces,
    witnessName: 'Cầm Văn Tuấn',
    witnessId: null,
  });
}

const ahead = {
  now: '2025-04-24T09:00',
  to: '2025-05-24T08:10',
  moves: 1,
  demands: 1,
  closings: 1,
};

test('a clock that ran a month ahead holds all money up, and says so', async () => {
  await using desk = await openAheadDesk();
  await expect(desk.clerk.cases.receive(paid('cash'))).rejects.toMatchObject({
    cause: { code: 'clockWrong', data: { what: 'money', lastAt: ahead.to } },
  });
  expect((await desk.clerk.shifts.current()).ahead).toEqual(ahead);
  await expect(desk.officer.shifts.confirmClock({ today: '2025-04-24', to: ahead.to })).rejects.toThrow(
    'notAllowed',
  );
  for (const read of [
    { today: '2025-04-25', to: ahead.to },
    { today: '2025-04-24', to: '2025-05-24T08:11' },
  ])
    await expect(desk.leader.shifts.confirmClock(read)).rejects.toThrow('stale');
});

test('once a leader says that the clock is right again, money is taken, given and closed under the right time', async () => {
  await using desk = await openAheadDesk();
  await desk.leader.shifts.confirmClock({ today: '2025-04-24', to: ahead.to });
  expect((await desk.clerk.shifts.current()).ahead).toBeNull();
  await desk.clerk.cases.receive(paid('cash'));
  // Demanded under the later time: its event tells of it.
  const { payments } = await desk.clerk.payments.ofCase({ caseId: 3 });
  const [payment] = payments;
  const { id: paymentId = 0, version = 0 } = payment ?? {};
  const money = await desk.clerk.payments.confirm({ paymentId, version, method: 'cash' });
  expect(money.payments[0]?.events.at(-1)).toMatchObject({ at: ahead.now, clockStoodAt: ahead.to });
  // Opened under the later time.
  desk.setTime('2025-04-24T17:00');
  await close(desk.officer);
  await close(desk.clerk);
  const sheets = await Promise.all([1, 2, 3].map((id) => desk.leader.shifts.get({ id })));
  expect(sheets.map(({ closing }) => closing.note !== '')).toEqual([false, true, false]);
  expect(sheets[1]?.closing.note).toContain('Đồng hồ đã đi lùi');
  expect(sheets[1]?.closing).toMatchObject({ openedAt: ahead.to, closedAt: '2025-04-24T17:00' });
  // What was settled since is settled: this clock may not go back once more.
  desk.setTime('2025-04-24T16:00');
  await expect(desk.clerk.cases.receive(paid('cash'))).rejects.toThrow('clockWrong');
  desk.setTime('2025-04-23T09:00');
  await expect(desk.clerk.shifts.open({ floatVnd: 0 })).rejects.toThrow('clockWrong');
  // And when that day comes, nothing is ahead of it.
  desk.setTime('2025-05-24T08:00');
  await desk.clerk.cases.receive(paid('cash'));
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(findUnfoldedPayments(db)).toEqual([]);
  expect(findBrokenLink(db)).toBeNull();
  db.close();
});
