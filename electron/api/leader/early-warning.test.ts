import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { readMoves } from '../../register/cases/case-moves.ts';
import { connect } from '../../register/connection.ts';

let desk: Desk;
let slowId: number;
let firstClerkId: number;

/** Forty cases that the officer finished after eight working days, all of them late, then two that are open. */
beforeAll(async () => {
  desk = await openDesk('2025-01-06T08:00', undefined, false);
  const { clerk, officer, officerId } = desk;
  const receive = async () => {
    const { id } = await clerk.cases.receive(reception());
    await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId } });
    return id;
  };
  for (const month of ['01', '02', '03', '04']) {
    desk.setTime(`2025-${month}-06T08:00`);
    const ids = [];
    for (let count = 0; count < 10; count += 1) ids.push(await receive());
    desk.setTime(`2025-${month}-18T08:00`);
    for (const id of ids)
      await officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  }
  desk.setTime('2025-04-22T08:00');
  slowId = await receive();
  firstClerkId = (await clerk.cases.receive(reception())).id;
  desk.setTime('2025-04-24T08:00');
}, 60_000);
afterAll(() => desk[Symbol.asyncDispose]());

test('the leader sees what will likely be late, why, and how often that came true', async () => {
  const { warnings } = await desk.leader.warnings.list({});
  const slow = warnings.find(({ id }) => id === slowId);
  expect(slow).toMatchObject({ holderName: 'Quàng Văn Hùng', facts: { elapsedDays: 2, open: 1 } });
  expect(slow?.facts.usualDays).toBeGreaterThan(5);
  expect(await desk.leader.warnings.past({})).toBeNull();
});

test('late is by the date that counts, also where another was given, and the number is all there are', async () => {
  await using busy = await openDesk('2025-01-06T08:00', undefined, false);
  const { clerk, officer, leader, officerId } = busy;
  const receive = async () => {
    const { id } = await clerk.cases.receive(reception());
    await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId } });
    return id;
  };
  const ids = [];
  for (let count = 0; count < 40; count += 1) ids.push(await receive());
  for (const id of ids)
    await officer.cases.act({
      id,
      version: 2,
      act: { kind: 'extend', newDueAt: '2025-01-13T17:00', reason: 'Chờ xác minh' },
    });
  busy.setTime('2025-01-13T08:00');
  for (const id of ids)
    await officer.cases.act({ id, version: 3, act: { kind: 'resolve', outcome: 'granted' } });
  for (let count = 0; count < 102; count += 1) await receive();
  busy.setTime('2025-01-14T08:00');
  const { total, warnings } = await leader.warnings.list({});
  expect([total, warnings.length]).toEqual([102, 100]);
  expect(warnings[0]?.facts).toMatchObject({ dueLately: 40, lateLately: 40 });
});

test('the list of exactly these cases, whatever became of them', async () => {
  const { warnings } = await desk.leader.warnings.list({});
  const ids = warnings.map(({ id }) => id);
  const list = await desk.leader.cases.list({ filter: { ids } });
  expect(list.total).toBe(ids.length);
  expect(list.rows.map(({ id }) => id).sort()).toEqual(ids.toSorted());
});

test('an officer sees his own, a clerk who leads nobody none, and the scope narrows them', async () => {
  const { warnings } = await desk.officer.warnings.list({});
  expect(warnings.map(({ id }) => id)).toEqual([slowId]);
  const elsewhere = await desk.leader.warnings.list({ scope: { field: 'Đất đai' } });
  expect(elsewhere.warnings).toEqual([]);
  expect(firstClerkId).toBeGreaterThan(slowId);
});

test('a fresh register says nothing', async () => {
  await using fresh = await openDesk('2025-04-24T08:00', undefined, false);
  await fresh.clerk.cases.receive(reception());
  expect(await fresh.leader.warnings.list({})).toEqual({ total: 0, warnings: [] });
  expect(await fresh.leader.warnings.past({})).toBeNull();
});

test('looks back at who held a case and its date on the day, whatever came later', async () => {
  await using back = await openDesk('2025-03-03T08:00', undefined, false);
  const { clerk, officer, officerId, folder } = back;
  const receive = async () => (await clerk.cases.receive(reception())).id;
  const [handed, waiting, plain] = [await receive(), await receive(), await receive()];
  const act = (id: number, version: number, input: Parameters<typeof clerk.cases.act>[0]['act']) =>
    clerk.cases.act({ id, version, act: input });
  back.setTime('2025-03-04T08:00');
  await act(handed, 1, { kind: 'handover', toPersonId: officerId });
  const { state } = await clerk.cases.get({ id: waiting });
  await act(waiting, 1, { kind: 'handover', toPersonId: officerId });
  await act(waiting, 2, {
    kind: 'askSupplement',
    items: [{ name: 'Giấy chứng sinh', originals: 1, certifiedCopies: 0, photocopies: 0, note: '' }],
    reason: 'Thiếu',
  });
  back.setTime('2025-03-06T08:00');
  await officer.cases.act({ id: handed, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  const db = connect(join(folder, 'register.db'), 'read');
  const moves = readMoves(db, '2025-03-01', []);
  expect(moves.get(handed)?.map(({ on, holderId }) => [on, holderId])).toEqual([
    ['2025-03-03', 1],
    ['2025-03-04', officerId],
  ]);
  expect(moves.get(waiting)?.map(({ on, dueOn }) => [on, dueOn])).toEqual([
    ['2025-03-03', state.dueAt?.slice(0, 10)],
    ['2025-03-04', state.dueAt?.slice(0, 10)],
    ['2025-03-04', null],
  ]);
  const before = readMoves(db, '2025-03-04', [plain, handed]);
  expect(before.get(plain)).toHaveLength(1);
  expect(before.get(handed)).toHaveLength(2);
  db.close();
});

test('the leader is told how past warnings turned out', async () => {
  desk.setTime('2025-06-25T08:00');
  const past = await desk.leader.warnings.past({});
  expect(past).toMatchObject({ days: 90, late: 12 });
  expect(past?.warnedLate).toBeGreaterThanOrEqual(10);
  await expect(desk.officer.warnings.past({})).rejects.toMatchObject({ message: 'notAllowed' });
});
