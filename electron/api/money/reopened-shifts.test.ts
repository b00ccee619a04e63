import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { entriesOf, findBrokenLink } from '../../register/journal.ts';
import { findUnfoldedPayments } from '../../register/money/payments.ts';

const paid = (amountVnd: number) =>
  reception({ fee: { amountVnd, method: 'cash', reason: 'Theo phường' }, slips: [] });
const approval = { personId: 3, password: passwordOfTests };
const reason = 'Đếm sót một tờ';

async function close(caller: Desk['clerk'], thousands: number, note = 'Đếm vội'): Promise<number> {
  const { shift } = await caller.shifts.current();
  if (shift === null) throw new Error('Nothing is open');
  const { id: shiftId, moves, expectedVnd } = shift;
  await caller.shifts.close({
    ...{ shiftId, moves, expectedVnd, witnessId: 3 },
    pieces: { 1000: thousands },
    reason: note,
  });
  return shiftId;
}

test('a closed shift is opened again by two managers, and closed as the second time beside the first', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.clerk.cases.receive(paid(8_000));
  desk.setTime('2025-04-24T17:00');
  const id = await close(desk.clerk, 7);
  const first = await desk.clerk.shifts.get({ id });
  expect(first).toMatchObject({ number: 1, reopened: null, stays: null });
  const { closedAt } = first.closing;
  const asked = { id, closedAt, reason, approval };
  expect((await desk.clerk.shifts.current()).shift).toBeNull();
  await expect(desk.officer.shifts.reopen(asked)).rejects.toThrow('notAllowed');
  await expect(
    desk.clerk.shifts.reopen({ ...asked, approval: { ...approval, personId: 1 } }),
  ).rejects.toThrow('approverNotAllowed');
  await expect(desk.clerk.shifts.reopen({ ...asked, closedAt: '2025-04-24T16:00' })).rejects.toThrow('stale');
  await expect(
    desk.clerk.shifts.reopen({ ...asked, approval: { ...approval, password: 'sai hẳn rồi' } }),
  ).rejects.toThrow('wrongPassword');
  desk.setTime('2025-04-24T17:20');
  await desk.clerk.shifts.reopen(asked);
  await expect(desk.clerk.shifts.reopen(asked)).rejects.toMatchObject({
    cause: { code: 'shiftStays', data: { why: 'reopened' } },
  });
  // The drawer goes on as it was: what moves now is in it, under the next number.
  expect((await desk.clerk.shifts.current()).shift).toMatchObject({
    ...{ id, expectedVnd: 8_000, moves: 1 },
    // Whoever counts it reads why.
    reopened: { at: '2025-04-24T17:20', by: 'Lò Thị Mai', approver: 'Cầm Văn Tuấn', reason },
  });
  expect(await desk.clerk.shifts.get({ id, number: 1 })).toMatchObject({
    closing: first.closing,
    reopened: { at: '2025-04-24T17:20', by: 'Lò Thị Mai', approver: 'Cầm Văn Tuấn', reason },
    stays: 'reopened',
  });
  await desk.clerk.cases.receive(paid(5_000));
  desk.setTime('2025-04-24T17:30');
  await close(desk.clerk, 13, '');
  const second = await desk.clerk.shifts.get({ id });
  const { expectedVnd, countedVnd, differenceVnd, journalHead } = first.closing;
  expect(second).toMatchObject({
    number: 2,
    closing: {
      differenceVnd: 0,
      notes: [{ first: '2025-C01-0001', last: '2025-C01-0002', count: 2 }],
      earlier: [{ closedAt, expectedVnd, countedVnd, differenceVnd, journalHead, reopened: { reason } }],
    },
    prints: [{ subject: `shift:${id}.2`, reprint: 0 }],
  });
  // Both stand in the book, the first as it was.
  expect(await desk.leader.shifts.list()).toMatchObject([
    { id, number: 2, isReopened: false, differenceVnd: 0 },
    { id, number: 1, isReopened: true, differenceVnd: -1_000 },
  ]);
  expect((await desk.clerk.shifts.get({ id, number: 1 })).closing).toEqual(first.closing);
  await desk.clerk.shifts.print({ id, number: 1 });
  expect((await desk.clerk.shifts.get({ id, number: 1 })).prints).toMatchObject([
    { subject: `shift:${id}`, reprint: 1 },
    { subject: `shift:${id}`, reprint: 0 },
  ]);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(entriesOf(db, `shift:${id}`).find(({ kind }) => kind === 'shift.reopened')).toMatchObject({
    personId: 1,
    data: { number: 1, approvedBy: 3, reason },
  });
  expect([findUnfoldedPayments(db), findBrokenLink(db)]).toEqual([[], null]);
  db.close();
});

test('a shift stays closed once its cashier began the next, or the book of its year is closed', async () => {
  await using desk = await openDesk('2025-12-31T09:15');
  await desk.clerk.cases.receive(paid(8_000));
  const id = await close(desk.clerk, 8);
  const stands = async () => (await desk.clerk.shifts.get({ id })).stays;
  const { closedAt } = (await desk.clerk.shifts.get({ id })).closing;
  const reopen = () => desk.clerk.shifts.reopen({ id, closedAt, reason, approval });
  // Another drawer is another matter.
  await desk.officer.cases.receive(paid(3_000));
  expect(await stands()).toBeNull();
  desk.setTime('2026-01-05T09:00');
  await desk.leader.books.close({ year: 2025 });
  expect(await stands()).toBe('bookClosed');
  await expect(reopen()).rejects.toThrow('shiftStays');
  await desk.clerk.shifts.open({ floatVnd: 0 });
  expect(await stands()).toBe('laterShift');
  await expect(reopen()).rejects.toThrow('shiftStays');
  const db = connect(join(desk.folder, 'register.db'), 'write');
  for (const sql of [
    'UPDATE shifts SET closedAt = NULL, closing = NULL WHERE closedAt IS NOT NULL',
    `INSERT INTO reopenedClosings SELECT id, 1, closedAt, closing, '{}' FROM shifts WHERE closedAt IS NOT NULL;
     UPDATE shifts SET closedAt = NULL, closing = NULL WHERE closedAt IS NOT NULL`,
    "UPDATE reopenedClosings SET closing = '{}'",
    'DELETE FROM reopenedClosings',
  ])
    expect(() => db.exec(sql), sql).toThrow('stays');
  db.close();
});
