import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../tests/desk.ts';
import { connect } from '../register/connection.ts';
import { findBrokenLink } from '../register/journal.ts';
import { findUnfoldedPayments } from '../register/money/payments.ts';

const fee = { amountVnd: 10_000, method: 'transfer', reason: 'Theo phường' } as const;

/** A case of which 10.000 đồng are demanded and not paid. */
async function owing(desk: Desk) {
  const { id } = await desk.clerk.cases.receive(reception({ fee }));
  const [payment] = (await desk.clerk.payments.ofCase({ caseId: id })).payments;
  return { id, paymentId: payment?.id ?? 0 };
}

const endings = {
  withdraw: { kind: 'withdraw', reason: 'Thôi' },
  stop: { kind: 'stop', ground: 'leader', reason: 'Theo quyết định' },
} as const;

test.each(['withdraw', 'stop', 'exempt', 'lower'] as const)(
  'nobody pays what is not owed any more: %s voids the open demand with its reason, no money moves',
  async (way) => {
    await using desk = await openDesk();
    const { id, paymentId } = await owing(desk);
    if (way === 'stop')
      await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
    if (way === 'stop') await desk.leader.cases.act({ id, version: 2, act: endings.stop });
    else if (way === 'withdraw') await desk.clerk.cases.act({ id, version: 1, act: endings.withdraw });
    else
      await desk.clerk.cases.correct({
        id,
        version: 1,
        reason: 'Thuộc diện giảm',
        changes: {
          fee:
            way === 'exempt' ? { amountVnd: 0, method: 'exempt' } : { amountVnd: 4_000, method: 'transfer' },
        },
      });
    const money = await desk.clerk.payments.ofCase({ caseId: id });
    const [old, anew] = money.payments;
    expect(old).toMatchObject({ status: 'cancelled', refundedVnd: 0, noteNo: '' });
    expect(old?.events.at(-1)).toMatchObject({ kind: 'cancelled', reason: expect.stringMatching(/./) });
    const asked = { lower: 'unpaid 4000', exempt: 'exempt 0', withdraw: '', stop: '' }[way];
    expect(anew ? `${anew.status} ${anew.amountVnd}` : '').toBe(asked);
    expect(money).toMatchObject({ openVnd: way === 'lower' ? 4_000 : 0, missingVnd: 0, overVnd: 0 });
    await expect(desk.clerk.payments.showQr({ paymentId })).rejects.toThrow('actNotAllowed');
    const version = old?.version ?? 0;
    await expect(desk.clerk.payments.confirm({ paymentId, version, method: 'cash' })).rejects.toThrow(
      'actNotAllowed',
    );
    const db = connect(join(desk.folder, 'register.db'), 'read');
    expect(db.prepare('SELECT count(*) AS n FROM moneyMoves').get()).toEqual({ n: 0 });
    expect(findUnfoldedPayments(db)).toEqual([]);
    expect(findBrokenLink(db)).toBeNull();
    db.close();
  },
);

test('a correction that leaves the fee as it is leaves its demand open', async () => {
  await using desk = await openDesk();
  const { id, paymentId } = await owing(desk);
  await desk.clerk.cases.correct({ id, version: 1, reason: 'Ghi nhầm', changes: { summary: 'Hai bản' } });
  await desk.clerk.payments.confirm({ paymentId, version: 1, method: 'transfer' });
});

test('no ending promises back more than was paid and kept', async () => {
  await using desk = await openDesk();
  const unpaid = await owing(desk);
  const { id: paid } = await desk.clerk.cases.receive(reception({ fee: { ...fee, method: 'cash' } }));
  const withdraw = (id: number, refundVnd: number) =>
    desk.clerk.cases.act({ id, version: 1, act: { ...endings.withdraw, refundVnd } });
  for (const refused of [() => withdraw(unpaid.id, 1), () => withdraw(paid, 10_001)])
    await expect(refused()).rejects.toMatchObject({
      cause: { code: 'invalidInput', data: { fields: { 'act.refundVnd': 'beyondKept' } } },
    });
  await withdraw(paid, 10_000);
  expect((await desk.clerk.payments.ofCase({ caseId: paid })).toReturnVnd).toBe(10_000);
});
