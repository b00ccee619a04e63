import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';

test('a case leaves the queue with its national code, which no other case may have', async () => {
  await using desk = await openDesk();
  const first = await desk.clerk.cases.receive(reception());
  const second = await desk.clerk.cases.receive(reception({ name: 'Giàng A Páo' }));
  const queue = await desk.clerk.national.queue({});
  expect(queue.rows.map(({ id }) => id)).toEqual([first.id, second.id]);
  const attached = await desk.clerk.national.attachCode({
    id: first.id,
    version: 1,
    nationalCode: ' h52.09-250424-0099 ',
  });
  expect(attached.state.nationalCode).toBe('H52.09-250424-0099');
  expect((await desk.clerk.national.queue({ which: 'all' })).total).toBe(1);
  await expect(
    desk.clerk.national.attachCode({ id: second.id, version: 1, nationalCode: 'H52.09-250424-0099' }),
  ).rejects.toMatchObject({ message: 'nationalCodeTaken', cause: { data: { caseCode: first.caseCode } } });
  await expect(
    desk.leader.national.attachCode({ id: second.id, version: 1, nationalCode: 'X' }),
  ).rejects.toMatchObject({ message: 'notAllowed' });
});

test('the copy card holds what the case says, in the order that the ward set', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  await desk.clerk.national.saveOrder({ fields: ['phone', 'birthOn', 'email', 'applicantName', 'dueAt'] });
  expect((await desk.clerk.national.card({ id })).fields).toEqual([
    { field: 'phone', text: '0900000214' },
    { field: 'birthOn', text: '12/09/1996' },
    { field: 'applicantName', text: 'Lường Thị Thu Hằng' },
    { field: 'dueAt', text: expect.stringMatching(/^\d\d\/\d\d\/2025$/) },
  ]);
  await expect(desk.officer.national.saveOrder({ fields: ['phone'] })).rejects.toMatchObject({
    message: 'notAllowed',
  });
  await expect(desk.clerk.national.saveOrder({ fields: ['phone', 'phone'] })).rejects.toMatchObject({
    message: expect.stringContaining(''),
  });
});

test("undo brings no code back that became another case's", async () => {
  await using desk = await openDesk();
  const attach = (id: number, version: number, nationalCode: string) =>
    desk.clerk.national.attachCode({ id, version, nationalCode });
  const one = await desk.clerk.cases.receive(reception());
  const two = await desk.clerk.cases.receive(reception());
  await attach(one.id, 1, 'G01.1-2');
  await attach(one.id, 2, 'G01.1-3');
  await attach(two.id, 1, 'G01.1-2');
  const undo = desk.clerk.cases.act({ id: one.id, version: 3, act: { kind: 'undo' } });
  await expect(undo).rejects.toMatchObject({ message: 'nationalCodeTaken' });
  expect((await desk.clerk.cases.get({ id: one.id })).state.nationalCode).toBe('G01.1-3');
});
