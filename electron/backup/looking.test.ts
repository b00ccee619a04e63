import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';
import { listBackups } from '../register/backup/backup-list.ts';

test('looking at copies destroys none, here or at the second place', async () => {
  await using desk = await openDesk('2025-04-24T08:00');
  const stick = join(mkdtempSync(join(tmpdir(), 'mot-cua-looking-')), 'stick');
  mkdirSync(stick);
  onTestFinished(() => rmSync(join(stick, '..'), { recursive: true, force: true }));
  const { clerk } = desk;
  let minute = 0;
  const write = async () => {
    minute += 1;
    desk.setTime(`2025-04-24T08:${String(minute).padStart(2, '0')}`);
    await clerk.cases.receive(reception());
    await clerk.backups.write();
  };
  await clerk.backups.choosePlace({ place: stick });
  for (const _ of [1, 2]) await write();
  const first = listBackups(desk.folder);
  expect(first).toHaveLength(3);
  const oldest = first.at(-1)?.name ?? '';
  const reasons = () => listBackups(desk.folder).map(({ reason }) => reason);
  const look = () => clerk.backups.restore({ kind: 'here', name: oldest });
  // Nothing was done since the newest copy.
  for (const _ of [1, 2]) await look();
  expect(listBackups(desk.folder)).toEqual(first);
  // One for what was done, however often somebody looks.
  desk.setTime('2025-04-24T08:03');
  minute = 3;
  await clerk.cases.receive(reception());
  for (const _ of [1, 2, 3]) {
    await look();
    await clerk.cases.list({});
  }
  expect(reasons()).toEqual(['restore', 'asked', 'asked', 'asked']);
  expect((await clerk.backups.lookAt({ place: stick })).rows).toHaveLength(4);
  // The one that lies put together stays while the counter works on; the others keep to the rule.
  for (const _ of [1, 2]) await write();
  expect(listBackups(desk.folder).map(({ name }) => name)).toContain(oldest);
  expect(reasons()).toEqual(['asked', 'asked', 'restore', 'asked', 'asked']);
  expect((await clerk.backups.lookAt({ place: stick })).rows).toHaveLength(5);
  await clerk.backups.forget();
  await write();
  expect(listBackups(desk.folder).map(({ name }) => name)).not.toContain(oldest);
});
