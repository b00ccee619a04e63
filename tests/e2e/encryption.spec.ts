import { type APIRequestContext, request } from '@playwright/test';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { officeOfTests } from '../desk.ts';
import { passwordOfTests } from '../sign-in.ts';
import { expect, startCounter, stopCounter, test } from './counter.ts';

/** For looking at the screens: `MOT_CUA_LOOK=folder`. */
const look = process.env.MOT_CUA_LOOK;

test('a register is locked with its code on paper, and asks for it when the counter starts anew', async ({
  page,
  counter,
}) => {
  const shoot = async (name: string) => {
    if (look) await page.screenshot({ path: `${look}/${name}.png` });
  };
  const post = async (from: APIRequestContext, path: string, data: unknown) => {
    const reply = await from.post(`${counter.url}/api/${path}`, { headers: { origin: counter.url }, data });
    if (!reply.ok()) throw new Error(await reply.text());
    return (await reply.json()).result.data;
  };
  await post(page.request, 'setup.complete', {
    office: officeOfTests,
    hours: defaultOpeningHours,
    people: [
      { name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] },
      { name: 'Cầm Văn Tuấn', roles: ['leader'] },
    ],
    password: passwordOfTests,
  });
  const { code: start } = await post(page.request, 'accounts.startCode', { personId: 2 });
  const leader = await request.newContext();
  await post(leader, 'session.signIn', { personId: 2, password: start, newPassword: passwordOfTests });
  await leader.dispose();

  await page.goto('/cai-dat');
  await page.getByRole('button', { name: 'Mã hóa sổ', exact: true }).click();
  await shoot('part-off');
  await page.getByRole('button', { name: 'Mã hóa sổ…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mã hóa sổ' });
  const sheet = dialog.getByLabel('Mã của sổ', { exact: true }).locator('output');
  await expect(sheet).toHaveText(/^(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  const code = (await sheet.textContent()) ?? '';
  await dialog.getByLabel('Người xác nhận', { exact: true }).click();
  await page.getByRole('option', { name: 'Cầm Văn Tuấn' }).click();
  await dialog.getByLabel('Mật khẩu của người xác nhận').fill(passwordOfTests);
  await dialog.getByLabel(/^Gõ lại năm chữ cuối/).fill('00000');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('không khớp');
  await shoot('dialog');
  if (look) await page.emulateMedia({ media: 'print' });
  await shoot('dialog-print');
  await page.emulateMedia({ media: 'screen' });
  await dialog.getByLabel(/^Gõ lại năm chữ cuối/).fill(code.slice(-5));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Quầy đóng sổ' })).toBeVisible();
  await shoot('reopening');
  // The window begins anew where it says what came of it.
  await expect(page.getByText('Đã mã hóa, mã lập ngày')).toBeInViewport();
  await shoot('part-on');

  await stopCounter(counter);
  const again = await startCounter(counter.dataFolder);
  await page.goto(again.url);
  await expect(page.getByRole('heading', { name: 'Sổ này được khóa bằng mã.' })).toBeVisible();
  await shoot('locked');
  const field = page.getByLabel('Mã của sổ');
  await field.fill('AAAAA-AAAAA-AAAAA-AAAAA');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Mã này không mở được sổ')).toBeVisible();
  await shoot('locked-wrong');
  await field.fill(code.toLowerCase().replaceAll('-', ' '));
  await expect(page.getByText('Mã này không mở được sổ')).toBeHidden();
  // Entered while the wait runs: it is sent when that is over.
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/Một Cửa/);
  await expect(page.getByRole('heading', { name: 'Sổ này được khóa' })).toBeHidden();
  await page.goto(`${again.url}/cai-dat`);
  await expect(page.getByText('Lò Thị Mai').first()).toBeVisible();
  await stopCounter(again);
});
