import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';

test('a dossier that was never received is in no figure; one to be answered is work of today (rules §11, NĐ 118 Đ17.2c)', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { clerk } = desk;
  const refused = { kind: 'reject', reason: 'Không thuộc thẩm quyền' } as const;
  await clerk.cases.register({ ...reception({ slips: [] }), slips: [], decision: refused });
  const filed = await clerk.cases.register({
    ...reception({ channel: 'online' }),
    slips: [],
    decision: null,
  });
  await clerk.cases.receive(reception());
  desk.setTime('2025-04-25T09:00');
  const board = await clerk.cases.board();
  expect(board.years[0]).toMatchObject({ received: 1, receivedSettled: 0, noDeadline: 0, online: 0 });
  expect((await clerk.cases.list({ filter: { year: 2025, received: true } })).total).toBe(1);
  expect(board.groups.find(({ key }) => key === 'today')?.rows.map(({ id }) => id)).toEqual([filed.id]);
  const accepted = await clerk.cases.act({ id: filed.id, version: 1, act: { kind: 'accept' } });
  expect(accepted.state.receivedAt).toBe('2025-04-25T09:00');
  expect((await clerk.cases.board()).years[0]).toMatchObject({ received: 2, online: 1 });
});
