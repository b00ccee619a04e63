import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';
import { approval } from '../../tests/everywhere.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { listBackups } from '../register/backup/backup-list.ts';

test('a clock put back costs no copy, here or at the second place, and the newest is told by the journal', async () => {
  await using desk = await openDesk('2025-04-24T08:00');
  const stick = join(mkdtempSync(join(tmpdir(), 'mot-cua-keeping-')), 'stick');
  mkdirSync(stick);
  onTestFinished(() => rmSync(join(stick, '..'), { recursive: true, force: true }));
  const { clerk } = desk;
  await clerk.backups.choosePlace({ place: stick });
  const write = async (at: string, signsIn: boolean) => {
    desk.setTime(at);
    if (signsIn) await clerk.session.signIn({ personId: 1, password: passwordOfTests });
    // No money: a till takes none while the clock stands before the last of it.
    await clerk.cases.receive(reception({ fee: { amountVnd: 0, method: 'cash', reason: 'Không thu' } }));
    return (await clerk.backups.write()).name;
  };
  for (const minute of ['00', '15', '30']) await write(`2025-04-26T09:${minute}`, minute === '00');
  const name = await write('2025-04-24T10:00', true);
  expect(listBackups(desk.folder).map((copy) => copy.name)).toContain(name);
  const [target = ''] = readdirSync(join(stick, 'Mot-Cua'));
  expect(readdirSync(join(stick, 'Mot-Cua', target))).toContain(name.replace('.db', '.sealed'));
  expect((await clerk.session.current()).backup).toMatchObject({
    lastAt: '2025-04-24T03:00:00.000Z',
    fault: null,
  });
  expect(await clerk.backups.list()).toMatchObject({ isChanged: false, fault: null });
  // One entry that cannot be read hides no copy, and stops none.
  mkdirSync(join(stick, 'Mot-Cua', target, 'register-20240101T000000Z.sealed'));
  mkdirSync(join(desk.folder, 'backups', 'register-20240101T000000Z.db.tmp'));
  await write('2025-04-24T10:15', false);
  expect((await clerk.backups.list()).fault).toBeNull();
  const { rows, unread } = await clerk.backups.lookAt({ place: stick });
  expect(rows.map(({ at }) => at)).toContain('2025-04-24T10:15');
  expect(unread).toEqual([join('Mot-Cua', target, 'register-20240101T000000Z.sealed')]);
  // A place that was switched off fails no more.
  rmSync(join(stick, 'Mot-Cua'), { recursive: true });
  await write('2025-04-24T10:30', false);
  expect((await clerk.backups.list()).fault).toBe('gone');
  await clerk.backups.choosePlace({ place: null, approval });
  expect(await clerk.backups.list()).toMatchObject({ place: null, fault: null });
});
