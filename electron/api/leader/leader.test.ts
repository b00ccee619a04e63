import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';

test('the progress of QĐ 766 counts open cases that have a date, and no others', async () => {
  await using desk = await openDesk('2025-04-01T08:00', undefined, false);
  const { clerk, officer, officerId, leader } = desk;
  const period = { from: '2025-01-01', to: '2025-12-31' };
  expect(await leader.leader.progress({ period })).toEqual({ count: 0, of: 0 });
  await clerk.catalogue.save({
    code: '2.002409',
    effectiveFrom: '2025-01-01',
    feeVnd: null,
    timeLimit: { kind: 'none' },
  });
  const late = await clerk.cases.receive(reception());
  await clerk.cases.act({ id: late.id, version: 1, act: { kind: 'handover', toPersonId: officerId } });
  for (let count = 0; count < 3; count += 1)
    await clerk.cases.receive(reception({ procedureCode: '2.002409' }));
  desk.setTime('2025-06-20T09:15');
  await officer.cases.act({ id: late.id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  expect(await leader.leader.progress({ period })).toEqual({ count: 0, of: 1 });
  await clerk.cases.receive(reception({ channel: 'online' }));
  expect(await leader.leader.progress({ period })).toEqual({ count: 1, of: 2 });
  expect(await leader.leader.progress({ period, scope: { channel: 'online' } })).toEqual({ count: 1, of: 1 });
  await expect(officer.leader.progress({ period })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(officer.setup.save({ targets: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
