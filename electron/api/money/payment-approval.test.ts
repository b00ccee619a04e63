import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';

test('who alone manages the office voids and gives back what he took by the sealed code, never by himself (ASVS 2.3.5)', async () => {
  await using desk = await openDesk();
  const byCode = { recoveryCode: desk.recoveryCode };
  const { id } = await desk.clerk.cases.receive(
    reception({ fee: { amountVnd: 10_000, method: 'cash', reason: 'Theo phường' } }),
  );
  const ofCase = async () => (await desk.clerk.payments.ofCase({ caseId: id })).payments[0];
  const void_ = { paymentId: (await ofCase())?.id ?? 0, version: 2, reason: 'Ghi nhầm người nộp' };
  const back = { ...void_, amountVnd: 1_000, method: 'cash' } as const;
  const refusal = { cause: { code: 'approverNotAllowed', data: { why: 'someoneCan' } } };
  await expect(desk.clerk.payments.cancel({ ...void_, approval: byCode })).rejects.toMatchObject(refusal);
  await desk.clerk.people.setActive({ id: 3, active: false, approval: byCode });
  expect((await ofCase())?.approvers).toEqual([]);
  // Who comes to manage is asked once he has a password of his own, not before: a refusal would be all that he could give.
  const leader = { name: 'Hà Thị Thu', roles: ['leader' as const], approval: byCode };
  await desk.clerk.people.add(leader);
  expect((await ofCase())?.approvers).toEqual([]);
  expect((await desk.clerk.session.current()).approvers).toEqual([]);
  // The officer gives back what the only manager took: nobody can approve that either.
  for (const act of [desk.clerk.payments.cancel(void_), desk.officer.payments.refund(back)])
    await expect(act).rejects.toThrow('approvalNeeded');
  desk.setTime('2025-04-24T09:16');
  const { payments } = await desk.clerk.payments.cancel({ ...void_, approval: byCode });
  expect(payments[0]).toMatchObject({ status: 'cancelled', approvers: null });
  expect(payments[0]?.events.at(-1)).toMatchObject({ kind: 'cancelled', approvedBy: null });
  // Whoever stood by has read it.
  expect(await desk.clerk.accounts.envelope()).toMatchObject({ openedAt: '2025-04-24T09:16' });
});
