import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';

test('what is owed next comes first: an acknowledgement stands before an answer that is due later', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const { clerk } = desk;
  const { id: caseId } = await clerk.cases.receive(reception());
  const citizenId = (await clerk.cases.get({ id: caseId })).state.citizenId ?? 0;
  const form = () => ({
    formKey: randomUUID(),
    citizenId,
    asker: { capacity: 'self' as const },
    words: 'Theo đơn',
  });
  const known = await clerk.subjects.receive({ ...form(), wish: 'view' });
  await clerk.subjects.act({ id: known.id, version: 1, act: { kind: 'acknowledge' } });
  desk.setTime('2025-03-13T09:15');
  const fresh = await clerk.subjects.receive({ ...form(), wish: 'delete' });
  const open = async () => (await clerk.subjects.list({ view: 'open' })).map(({ id }) => id);
  expect(await open()).toEqual([fresh.id, known.id]);
  await clerk.subjects.act({ id: fresh.id, version: 1, act: { kind: 'acknowledge' } });
  expect(await open()).toEqual([known.id, fresh.id]);
});
