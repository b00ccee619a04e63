import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDesk } from '../../../tests/desk.ts';
import { asShown } from '../../../tests/erase-card.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Theo đơn', ground: 'Luật 91/2025/QH15 Đ14' };
const day = '2025-04-24';
const period = { from: day, to: day };

test('a card whose data went is shut: no name comes back, nothing is added, and nobody is called on', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { digital, retention } = desk.clerk;
  const met = { name: 'Vàng A Thẻ', idNumber: '014196009999', birthYear: 1961, phone: null, area: '' };
  const { personId } = await digital.add({ met });
  await digital.mark({ formKey: randomUUID(), whose: { personId }, criterion: 'vneid', check: 'seen' });
  await digital.add({ met: { ...met, name: 'Lò Thị Còn', idNumber: '014196005555' } });
  await retention.eraseCard(await asShown(desk.clerk, { personId, ...why, approval }));
  const card = await digital.card({ personId });
  expect(card).toMatchObject({ name: 'Đã xóa dữ liệu', isErased: true });

  const details = { name: met.name, birthYear: 1961, area: '', phone: null };
  const shut = { cause: { code: 'cardErased' } };
  await expect(digital.describe({ personId, version: card.version, details })).rejects.toMatchObject(shut);
  const formKey = randomUUID();
  const whose = { personId };
  await expect(digital.mark({ formKey, whose, criterion: 'payment', check: 'seen' })).rejects.toMatchObject(
    shut,
  );
  await expect(
    digital.help({ formKey, whose, topic: 'vneid', level: 'guided', place: 'counter' }),
  ).rejects.toMatchObject(shut);
  expect(await digital.card({ personId })).toEqual(card);

  // Counted for ever, and called on by nobody; the number of the list is that of its rows.
  const { known, complete, criteria } = await digital.figures(period);
  expect(known).toBe(2);
  for (const { measure, people, gone } of [complete, ...criteria]) {
    const { rows } = await digital.people({ period, measure, state: 'lacking' });
    expect(rows.map(({ name }) => name)).toEqual(['Lò Thị Còn']);
    expect(rows).toHaveLength(known - people - gone);
  }
  // Whoever comes again is met anew.
  expect((await digital.add({ met })).personId).not.toBe(personId);
});
