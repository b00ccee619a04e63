import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';

/** From here on the journal takes no entry of this kind, as a disk that is full. */
function refuseEntries(desk: Desk, kind: string): void {
  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.exec(
    `CREATE TRIGGER refused BEFORE INSERT ON journal WHEN NEW.kind = '${kind}' BEGIN SELECT RAISE(ABORT, 'no room'); END`,
  );
  db.close();
}

test('a place of the copies that could not be written down is a fault: no code is shown that opens nothing', async () => {
  await using desk = await openDesk();
  const place = mkdtempSync(join(tmpdir(), 'mot-cua-place-'));
  refuseEntries(desk, 'backup.placeChosen');
  await expect(desk.clerk.backups.choosePlace({ place })).rejects.toThrow('internal');
  expect(await desk.clerk.backups.list()).toMatchObject({ place: null });
  rmSync(place, { recursive: true });
});

test('a restoring that could not be written down is a fault, and the counter goes on', async () => {
  await using desk = await openDesk();
  const { name } = await desk.clerk.backups.write();
  refuseEntries(desk, 'backup.restored');
  await expect(desk.clerk.backups.restore({ kind: 'here', name })).rejects.toThrow('internal');
  expect(await desk.clerk.cases.receive(reception())).toMatchObject({ caseCode: expect.any(String) });
});

test('a code of the second place counts once it was typed back; until then the next choice makes another', async () => {
  await using desk = await openDesk();
  const place = mkdtempSync(join(tmpdir(), 'mot-cua-place-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const { clerk } = desk;
  const approval = { personId: 3, password: passwordOfTests };
  const isProven = async () => (await clerk.backups.list()).isCodeProven;
  expect(await isProven()).toBe(true);
  const { code: lost } = await clerk.backups.choosePlace({ place });
  expect(await isProven()).toBe(false);
  const { code } = await clerk.backups.choosePlace({ place, approval });
  if (lost === null || code === null) throw new Error('No code');
  expect(code).not.toBe(lost);
  for (const wrong of [lost, code.slice(-5), ''])
    await expect(clerk.backups.proveCode({ code: wrong })).rejects.toMatchObject({
      cause: { code: 'codeNotTyped' },
    });
  expect(await isProven()).toBe(false);
  await clerk.backups.proveCode({ code });
  expect(await isProven()).toBe(true);
  expect(await clerk.backups.choosePlace({ place, approval })).toEqual({ code: null });
});
