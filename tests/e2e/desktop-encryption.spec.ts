import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { officeOfTests } from '../desk.ts';
import { expect, test, whyNoElectron } from '../electron-double/desktop.ts';
import { openDouble } from '../electron-double/open-double.ts';
import { passwordOfTests } from '../sign-in.ts';

test.skip(
  whyNoElectron() === undefined,
  'a keyring of the system is needed, which a test must not ask of anybody',
);

test('the system keeps the key of a locked register for its user, and the next start asks for no code', async ({
  appFolder,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-keyring-'));
  const desktop = await openDouble(appFolder, folder);
  const page = await desktop.window();
  const password = passwordOfTests;
  const first = {
    office: officeOfTests,
    hours: defaultOpeningHours,
    people: [
      { name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] },
      { name: 'Cầm Văn Tuấn', roles: ['leader'] },
    ],
    password,
  };
  await page.evaluate(async (given) => {
    const post = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(`/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(await reply.text());
      const answer = await reply.json();
      return (answer[0] ?? answer).result.data;
    };
    const { password: secret } = given;
    await post('setup.complete', given);
    const { code: start } = await post('accounts.startCode', { personId: 2 });
    await post('session.signIn', { personId: 2, password: start, newPassword: secret });
    await post('session.signIn', { personId: 1, password: secret });
    const { code } = await post('encryption.makeCode?batch=1', {});
    await post('encryption.turnOn', { typed: code, approval: { personId: 2, password: secret } });
  }, first);
  const standing = () =>
    page.evaluate(async () => {
      const reply = await fetch('/api/encryption.standing');
      return reply.ok ? (await reply.json()).result.data : null;
    });
  await expect.poll(standing).toMatchObject({ isOn: true, system: 'strong', fault: null });
  await desktop.close();
  const again = await openDouble(appFolder, folder);
  const opened = await again.window();
  expect(await opened.evaluate(async () => (await fetch('/healthz')).status)).toBe(200);
  await again.close();
  rmSync(folder, { recursive: true });
});
