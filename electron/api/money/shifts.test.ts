import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { passwordOfTests, signInAt } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';
import { findUnfoldedPayments } from '../../register/money/payments.ts';

const paid = (method: 'cash' | 'transfer' | 'exempt' | 'later', amountVnd = 8_000) =>
  reception({ fee: { amountVnd: method === 'exempt' ? 0 : amountVnd, method, reason: 'Theo phường' } });

type Caller = Desk['clerk'];

/** Closes as counted, in notes of 1.000 đồng, with the leader beside. */
async function close(caller: Caller, thousands: number, more: { reason?: string; moves?: number } = {}) {
  const { shift } = await caller.shifts.current();
  return caller.shifts.close({
    shiftId: shift?.id ?? 0,
    moves: shift?.moves ?? 0,
    expectedVnd: shift?.expectedVnd ?? 0,
    pieces: { 1000: thousands },
    witnessId: 3,
    ...more,
  });
}

async function paymentOf(desk: Desk, caseId: number) {
  const [payment] = (await desk.clerk.payments.ofCase({ caseId })).payments;
  if (payment === undefined) throw new Error('Nothing is demanded');
  return payment;
}

test('the closing keeps what was counted, what it should be, and what lies on the desk (J7)', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.clerk.shifts.open({ floatVnd: 50_000 });
  await desk.clerk.cases.receive(paid('cash', 8_000));
  await desk.clerk.cases.receive(paid('cash', 20_000));
  await desk.clerk.cases.receive(paid('exempt'));
  const shown = await desk.clerk.cases.receive(paid('transfer', 30_000));
  const { id: paymentId, version } = await paymentOf(desk, shown.id);
  await desk.clerk.payments.confirm({ paymentId, version, method: 'transfer', reference: 'FT25114' });
  const before = await desk.clerk.shifts.current();
  const board = await desk.clerk.cases.board();
  expect(before.shift).toMatchObject({ floatVnd: 50_000, expectedVnd: 78_000, moves: 3, exemptCount: 1 });
  expect(before.papers).toMatchObject({
    openCases: 4,
    originalsHeld: (await desk.clerk.custody.originals()).originals,
    unprintedSlips: board.figures.unprinted.count,
  });
  desk.setTime('2025-04-24T17:00');
  await close(desk.clerk, 78);
  const [row] = await desk.clerk.shifts.list();
  expect(row).toMatchObject({
    cashier: 'Lò Thị Mai',
    takenVnd: 58_000,
    countedVnd: 78_000,
    differenceVnd: 0,
  });
  const { closing, prints } = await desk.clerk.shifts.get({ id: row?.id ?? 0 });
  expect(closing).toMatchObject({
    openedAt: '2025-04-24T09:15',
    closedAt: '2025-04-24T17:00',
    cash: [{ denominationVnd: 1000, pieces: 78 }],
    methods: [
      { method: 'cash', count: 2, amountVnd: 28_000 },
      { method: 'transfer', count: 1, amountVnd: 30_000 },
      { method: 'onlinePayment', count: 0, amountVnd: 0 },
    ],
    exemptCount: 1,
    notes: [{ first: '2025-C01-0001', last: '2025-C01-0003', count: 3 }],
    returns: [],
    witness: 'Cầm Văn Tuấn',
    journalHead: expect.stringMatching(/^[0-9a-f]{8}$/),
    ...before.papers,
  });
  expect(prints).toMatchObject([{ form: 'closingSheet', reprint: 0, subject: `shift:${row?.id}` }]);
  expect((await desk.clerk.shifts.current()).shift).toBeNull();
});

test('a difference needs its reason, a closing a second person who is not the cashier (J7)', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(paid('cash'));
  await expect(close(desk.clerk, 7)).rejects.toMatchObject({
    cause: { data: { fields: { reason: 'required' } } },
  });
  const { shift } = await desk.clerk.shifts.current();
  const counted = { shiftId: shift?.id ?? 0, moves: 1, expectedVnd: 8_000, pieces: { 5000: 1, 1000: 3 } };
  for (const [witness, fault] of [
    [{}, 'required'],
    [{ witnessId: 1 }, 'otherPerson'],
    [{ witnessName: ' Lò Thị  Mai' }, 'otherPerson'],
    [{ witnessName: 'lo thi MAI' }, 'otherPerson'],
    [{ witnessName: '.' }, 'personName'],
    [{ witnessName: 'X' }, 'personName'],
    [{ witnessName: 'Chị 2' }, 'personName'],
  ] as const) {
    await expect(desk.clerk.shifts.close({ ...counted, ...witness })).rejects.toMatchObject({
      cause: { data: { fields: { witness: fault } } },
    });
  }
  expect(await desk.clerk.shifts.list()).toEqual([]);
  await close(desk.clerk, 7, { reason: 'Trả thừa tiền lẻ' });
  const [row] = await desk.clerk.shifts.list();
  expect(row).toMatchObject({ differenceVnd: -1_000 });
  const { closing } = await desk.clerk.shifts.get({ id: row?.id ?? 0 });
  expect(closing).toMatchObject({ reason: 'Trả thừa tiền lẻ', expectedVnd: 8_000, countedVnd: 7_000 });
});

test('money that moved since the drawer was counted refuses the closing (stale)', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(paid('cash'));
  const counted = await desk.clerk.shifts.current();
  const other = desk.counter.caller({ kind: 'loopback', device: 'second-window' });
  await other.session.signIn({ personId: 1, password: passwordOfTests });
  await other.cases.receive(paid('cash'));
  const input = { shiftId: counted.shift?.id ?? 0, expectedVnd: 8_000, pieces: { 1000: 8 }, witnessId: 3 };
  await expect(desk.clerk.shifts.close({ ...input, moves: 1 })).rejects.toMatchObject({
    cause: { code: 'stale', data: { what: 'shift' } },
  });
  expect((await desk.clerk.shifts.current()).shift).toMatchObject({ moves: 2, expectedVnd: 16_000 });
  await desk.clerk.shifts.close({ ...input, moves: 2, expectedVnd: 16_000, pieces: { 1000: 16 } });
  // The other window still shows the open shift.
  await expect(other.shifts.close({ ...input, moves: 2 })).rejects.toMatchObject({ message: 'stale' });
});

test('a closed shift is frozen, in the register too', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(paid('cash'));
  await close(desk.clerk, 8);
  const frozen = (await desk.clerk.shifts.list())[0]?.id ?? 0;
  const sheet = await desk.clerk.shifts.get({ id: frozen });
  const { id: paymentId, version } = await paymentOf(desk, id);
  // A part goes back the next day: out of the new drawer.
  desk.setTime('2025-04-25T08:00');
  await desk.clerk.payments.refund({
    paymentId,
    version,
    amountVnd: 3_000,
    method: 'cash',
    reason: 'Thu thừa',
    approval: { personId: 3, password: passwordOfTests },
  });
  expect((await desk.clerk.shifts.get({ id: frozen })).closing).toEqual(sheet.closing);
  const db = connect(join(desk.folder, 'register.db'), 'write');
  for (const sql of [
    "UPDATE shifts SET closing = '{}'",
    'UPDATE shifts SET floatVnd = 1',
    'DELETE FROM shifts',
    `INSERT INTO moneyMoves (paymentId, shiftId, kind, method, amountVnd, at, personId)
     VALUES (1, ${frozen}, 'confirmed', 'cash', 1, '2025-04-25T08:00', 1)`,
  ]) {
    expect(() => db.exec(sql), sql).toThrow('shift');
  }
  db.close();
});

test('what is voided or given back after a closing lands in the drawer of that day, and the balances hold', async () => {
  await using desk = await openDesk();
  await desk.clerk.shifts.open({ floatVnd: 10_000 });
  const first = await desk.clerk.cases.receive(paid('cash'));
  const second = await desk.clerk.cases.receive(paid('cash', 12_000));
  await close(desk.clerk, 30);
  desk.setTime('2025-04-25T08:00');
  const voided = await paymentOf(desk, first.id);
  await desk.clerk.payments.cancel({
    paymentId: voided.id,
    version: voided.version,
    reason: 'Lập nhầm',
    approval: { personId: 3, password: passwordOfTests },
  });
  const { id: paymentId, version } = await paymentOf(desk, second.id);
  await desk.clerk.payments.refund({
    paymentId,
    version,
    amountVnd: 2_000,
    method: 'cash',
    reason: 'Thu thừa',
    approval: { personId: 3, password: passwordOfTests },
  });
  // What the first movement opened with nothing is put right, with its reason: cash has moved.
  await expect(desk.clerk.shifts.open({ floatVnd: 20_000 })).rejects.toMatchObject({
    cause: { data: { fields: { reason: 'required' } } },
  });
  await desk.clerk.shifts.open({ floatVnd: 20_000, reason: 'Quên ghi tiền lẻ' });
  const { shift } = await desk.clerk.shifts.current();
  expect(shift).toMatchObject({ floatVnd: 20_000, expectedVnd: 10_000, notes: [] });
  expect(shift?.returns).toMatchObject([
    { kind: 'cancelled', noteNo: '2025-C01-0001', amountVnd: 8_000, reason: 'Lập nhầm' },
    { kind: 'refunded', noteNo: '2025-C01-0002', amountVnd: 2_000, reason: 'Thu thừa' },
  ]);
  await close(desk.clerk, 10);
  const [later, earlier] = await desk.clerk.shifts.list();
  expect(earlier).toMatchObject({ takenVnd: 20_000, returnedVnd: 0 });
  expect(later).toMatchObject({ takenVnd: 0, returnedVnd: 10_000 });
  // The next one begins as the last one of the same drawer did.
  expect((await desk.clerk.shifts.current()).lastFloatVnd).toBe(20_000);
  expect((await desk.officer.shifts.current()).lastFloatVnd).toBe(0);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(findUnfoldedPayments(db)).toEqual([]);
  expect(findBrokenLink(db)).toBeNull();
  db.close();
});

test('two people close their own drawers at once; only a leader sees both', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(paid('cash', 8_000));
  await desk.officer.cases.receive(paid('cash', 5_000));
  await desk.officer.cases.receive(paid('exempt'));
  const { shift: officers } = await desk.officer.shifts.current();
  expect(officers).toMatchObject({ expectedVnd: 5_000, exemptCount: 1 });
  await expect(
    desk.clerk.shifts.close({
      shiftId: officers?.id ?? 0,
      moves: 1,
      expectedVnd: 5_000,
      pieces: { 5000: 1 },
      witnessId: 3,
    }),
  ).rejects.toMatchObject({ message: 'notAllowed' });
  expect((await desk.leader.shifts.current()).others).toMatchObject([
    { cashier: 'Lò Thị Mai' },
    { cashier: 'Quàng Văn Hùng' },
  ]);
  expect((await desk.clerk.shifts.current()).others).toEqual([]);
  await Promise.all([close(desk.clerk, 8), close(desk.officer, 5)]);
  const [own] = await desk.officer.shifts.list();
  expect(own).toMatchObject({ cashier: 'Quàng Văn Hùng', takenVnd: 5_000 });
  expect(await desk.clerk.shifts.list()).toMatchObject([{ cashier: 'Lò Thị Mai' }]);
  await expect(desk.clerk.shifts.get({ id: own?.id ?? 0 })).rejects.toMatchObject({ message: 'notAllowed' });
  expect(await desk.leader.shifts.list()).toHaveLength(2);
  expect((await desk.leader.shifts.get({ id: own?.id ?? 0 })).closing.exemptCount).toBe(1);
  // The next shift counts only what is exempt after it.
  await desk.officer.cases.receive(paid('exempt'));
  await desk.officer.shifts.open({ floatVnd: 0 });
  expect((await desk.officer.shifts.current()).shift?.exemptCount).toBe(1);
});

test('a sheet asked for again is a reprint', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(paid('cash'));
  await close(desk.clerk, 8);
  const id = (await desk.clerk.shifts.list())[0]?.id ?? 0;
  await desk.clerk.shifts.print({ id });
  const { prints } = await desk.clerk.shifts.get({ id });
  expect(prints.map(({ reprint }) => reprint)).toEqual([1, 0]);
});

test('a cashier closes; a leader looks, and prints the sheet again', async () => {
  await using desk = await openDesk();
  const { people } = await desk.clerk.people.add({ name: 'Hà Thị Thu', roles: ['cashier'] });
  const cashier = desk.counter.caller({ kind: 'loopback', device: 'cashier-desk' });
  await signInAt(desk.clerk, cashier, people.find(({ name }) => name === 'Hà Thị Thu')?.id ?? 0);
  await cashier.shifts.open({ floatVnd: 5_000 });
  const { jobId } = await close(cashier, 5);
  expect(jobId).toBeGreaterThan(0);
  const id = (await desk.leader.shifts.list())[0]?.id ?? 0;
  expect((await desk.leader.shifts.print({ id })).jobId).toBeGreaterThan(jobId);
  await expect(desk.officer.shifts.print({ id })).rejects.toThrow('notAllowed');
});

test('change money told otherwise after cash moved stands on the sheet, and makes an older count stale', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.clerk.shifts.open({ floatVnd: 50_000 });
  // Before any cash has moved nothing can be missing.
  await desk.clerk.shifts.open({ floatVnd: 60_000 });
  await desk.clerk.cases.receive(paid('cash'));
  const counted = (await desk.clerk.shifts.current()).shift;
  await desk.clerk.shifts.open({ floatVnd: 55_000, reason: 'Đếm lại đầu ca' });
  const input = { shiftId: counted?.id ?? 0, moves: 1, pieces: { 1000: 63 }, witnessId: 3 };
  await expect(desk.clerk.shifts.close({ ...input, expectedVnd: 68_000 })).rejects.toThrow('stale');
  await desk.clerk.shifts.close({ ...input, expectedVnd: 63_000 });
  const { closing } = await desk.clerk.shifts.get({ id: input.shiftId });
  expect(closing.floatChanges).toEqual([
    { at: '2025-04-24T09:15', by: 'Lò Thị Mai', fromVnd: 60_000, toVnd: 55_000, reason: 'Đếm lại đầu ca' },
  ]);
});

test('a leader closes the shift of somebody who left it open, with the reason and both names', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(paid('cash'));
  const id = (await desk.leader.shifts.current()).others[0]?.id ?? 0;
  await expect(desk.officer.shifts.ofOther({ id })).rejects.toThrow('notAllowed');
  const shift = await desk.leader.shifts.ofOther({ id });
  expect(shift).toMatchObject({ cashier: 'Lò Thị Mai', expectedVnd: 8_000 });
  const counted = { shiftId: id, moves: 1, expectedVnd: 8_000, pieces: { 1000: 8 } };
  await expect(desk.leader.shifts.close(counted)).rejects.toMatchObject({
    cause: { data: { fields: { absence: 'required' } } },
  });
  await desk.leader.shifts.close({ ...counted, absence: 'Nghỉ ốm từ chiều' });
  const [row] = await desk.leader.shifts.list();
  expect(row).toMatchObject({ cashier: 'Lò Thị Mai', differenceVnd: 0 });
  expect((await desk.leader.shifts.get({ id })).closing).toMatchObject({
    cashier: 'Lò Thị Mai',
    witness: 'Cầm Văn Tuấn',
    instead: { by: 'Cầm Văn Tuấn', reason: 'Nghỉ ốm từ chiều' },
  });
  expect((await desk.leader.shifts.current()).others).toEqual([]);
  await expect(desk.leader.shifts.ofOther({ id })).rejects.toThrow('notFound');
});
