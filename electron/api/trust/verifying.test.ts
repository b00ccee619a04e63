import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';

test('a leader checks the register from the screen; the first broken link is named, and the check is remembered', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  const before = await desk.leader.verification.last();
  expect(before).toEqual({ head: expect.stringMatching(/^[0-9a-f]{8}$/), last: null });
  const whole = await desk.leader.verification.run();
  expect(whole.last).toMatchObject({
    faults: [],
    head: before.head,
    by: 'Cầm Văn Tuấn',
    at: '2025-04-24T09:15',
  });

  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.exec('DROP TRIGGER journalIsAppendOnlyUpdate');
  db.exec("UPDATE journal SET data = data || ' ' WHERE kind = 'case.received'");
  db.exec(`UPDATE cases SET dueAt = '2025-12-31T17:00' WHERE id = ${id}`);
  db.close();
  const { last } = await desk.leader.verification.run();
  expect(last?.faults.map(({ part, fault }) => [part, fault])).toEqual([
    ['journal', { count: 1, first: expect.stringMatching(/^mục \d+, nội dung khác lúc ghi$/) }],
    ['cases', { count: 1, first: expect.stringMatching(/^hồ sơ H52/) }],
  ]);
  expect((await desk.leader.verification.last()).last).toEqual(last);
  await expect(desk.officer.verification.run()).rejects.toMatchObject({ message: 'notAllowed' });
});

test('a copy carries the head of the journal that it holds', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const { head } = await desk.clerk.verification.last();
  await desk.clerk.backups.write();
  expect((await desk.clerk.backups.list()).copies).toMatchObject([{ head }]);
  // As it is typed off a paper.
  const typed = `${head.slice(0, 4)} ${head.slice(4)}`.toUpperCase();
  expect(await desk.leader.verification.paper({ head: typed })).toEqual({
    seq: expect.any(Number),
    at: '2025-04-24T09:15',
  });
  const other = head.replace(/./, (digit) => (digit === '0' ? '1' : '0'));
  expect(await desk.leader.verification.paper({ head: other })).toBeNull();
});
