import { expect, test } from 'vitest';
import { formatNoteRanges } from '../../../shared/format.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';

const paid = (method: 'cash' | 'transfer' | 'exempt' | 'later', amountVnd = 8_000) =>
  reception({ fee: { amountVnd: method === 'exempt' ? 0 : amountVnd, method, reason: 'Theo phường' } });

/** Closes as counted, in notes of 1.000 đồng, with the leader beside. */
async function close(caller: Desk['clerk'], thousands: number) {
  const { shift } = await caller.shifts.current();
  const { id: shiftId = 0, moves = 0, expectedVnd = 0 } = shift ?? {};
  return caller.shifts.close({ shiftId, moves, expectedVnd, pieces: { 1000: thousands }, witnessId: 3 });
}

test('a clock that went back moves no money and closes nothing: not into a month that was settled', async () => {
  await using desk = await openDesk('2026-01-01T08:00');
  const { id } = await desk.clerk.cases.receive(paid('later'));
  await desk.clerk.cases.receive(paid('cash'));
  desk.setTime('2025-11-02T08:00');
  for (const method of ['cash', 'transfer'] as const)
    await expect(desk.officer.cases.receive(paid(method))).rejects.toMatchObject({
      cause: { code: 'clockWrong', data: { lastAt: '2026-01-01T08:00' } },
    });
  const [payment] = (await desk.clerk.payments.ofCase({ caseId: id })).payments;
  const { id: paymentId = 0, version = 0 } = payment ?? {};
  await expect(desk.officer.payments.confirm({ paymentId, version, method: 'cash' })).rejects.toThrow(
    'clockWrong',
  );
  await expect(close(desk.clerk, 8)).rejects.toThrow('clockWrong');
  await expect(desk.officer.shifts.open({ floatVnd: 1_000 })).rejects.toThrow('clockWrong');
  desk.setTime('2026-01-01T09:00');
  await desk.officer.shifts.open({ floatVnd: 1_000 });
  desk.setTime('2026-01-01T08:30');
  // No money moved since, but the drawer was opened at nine.
  await expect(close(desk.officer, 1)).rejects.toThrow('clockWrong');
  desk.setTime('2026-01-01T09:00');
  await close(desk.officer, 1);
});

test('what is exempt counts once, in the shift that found it so, and not once it is to be paid', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(paid('exempt'));
  await desk.clerk.shifts.open({ floatVnd: 0 });
  await close(desk.clerk, 0);
  const { id } = await desk.clerk.cases.receive(paid('exempt'));
  await desk.clerk.shifts.open({ floatVnd: 0 });
  expect((await desk.clerk.shifts.current()).shift?.exemptCount).toBe(1);
  const fee = { amountVnd: 10_000, method: 'cash' } as const;
  await desk.clerk.cases.correct({ id, version: 1, reason: 'Không thuộc diện miễn', changes: { fee } });
  expect((await desk.clerk.shifts.current()).shift?.exemptCount).toBe(0);
});

test('a shift over the new year tells the notes of each series by itself', async () => {
  await using desk = await openDesk('2025-12-31T16:00');
  await desk.clerk.cases.receive(paid('cash', 1_000));
  await desk.clerk.cases.receive(paid('cash', 1_000));
  desk.setTime('2026-01-02T08:00');
  await desk.clerk.cases.receive(paid('cash', 1_000));
  const notes = (await desk.clerk.shifts.current()).shift?.notes ?? [];
  expect(notes).toEqual([
    { first: '2025-C01-0001', last: '2025-C01-0002', count: 2 },
    { first: '2026-C01-0001', last: '2026-C01-0001', count: 1 },
  ]);
  expect(formatNoteRanges(notes)).toBe('2025-C01-0001–0002 (2 phiếu), 2026-C01-0001 (1 phiếu)');
});
