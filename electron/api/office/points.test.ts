import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';

const hall = { id: 'hall', name: 'Nhà văn hóa tổ dân phố 1', kind: 'neighbourhood', isEnded: false } as const;
const post = { id: 'post', name: 'Bưu điện', kind: 'post', isEnded: false } as const;

test('a point that took in a case cannot be removed, only end; its cases keep its name', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  await clerk.setup.save({ points: [hall, post] });
  await clerk.cases.receive(reception({ point: 'hall' }));
  await expect(clerk.setup.save({ points: [post] })).rejects.toThrow('invalidInput');
  expect((await clerk.setup.save({ points: [hall] })).points).toEqual([hall]);
  const ended = { ...hall, isEnded: true };
  expect((await clerk.setup.save({ points: [ended] })).points).toEqual([ended]);
  const period = { from: '2025-01-01', to: '2025-12-31' };
  const { rows } = await clerk.statistics.table({ period, scope: {}, by: 'point' });
  expect(rows.map(({ key, label, received }) => [key, label, received])).toEqual([['hall', hall.name, 1]]);
});

test('no id and no name in use stands twice', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  for (const points of [
    [hall, { ...post, id: 'hall' }],
    [hall, { ...post, name: 'Nhà Văn Hóa tổ dân phố 1' }],
  ])
    await expect(clerk.setup.save({ points })).rejects.toThrow();
  const { points } = await clerk.setup.save({
    points: [
      { ...hall, isEnded: true },
      { ...post, name: hall.name },
    ],
  });
  expect(points).toHaveLength(2);
});

test('each case of a list has the point that took the list in, and its digital dossier', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  await clerk.setup.save({ points: [hall] });
  const { procedureCode, papers, fee } = reception();
  const { caseIds } = await clerk.batches.receive({
    formKey: randomUUID(),
    giver: { name: 'Trường THCS số 2 Ít Ong' },
    procedures: [{ code: procedureCode, papers, fee }],
    point: 'hall',
    digitised: true,
    rows: ['Lò Thị Mai', 'Quàng Văn Ón'].map((name) => ({ name, procedureCode })),
  });
  const states = await Promise.all(caseIds.map(async (id) => (await clerk.cases.get({ id })).state));
  expect(states.map(({ point, digitised }) => [point, digitised])).toEqual([
    ['hall', true],
    ['hall', true],
  ]);
});
