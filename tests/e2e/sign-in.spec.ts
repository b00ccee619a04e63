import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { passwordOfTests } from '../sign-in.ts';
import { expectAccessible } from './axe.ts';
import { startCounter, stopCounter } from './counter.ts';
import { expect, test } from './office.ts';

async function setPin(page: Page, pin: string): Promise<void> {
  await page.getByRole('button', { name: /Lò Thị Mai/ }).click();
  await page.getByRole('button', { name: 'Mật khẩu, PIN' }).click();
  await page.getByLabel('Mật khẩu đang dùng').fill(passwordOfTests);
  // The menu waits out of sight.
  await expect(page.getByText('Đăng xuất ở mọi máy')).toBeHidden();
  await page.getByLabel('Mã PIN mới').fill(pin);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Mã PIN mới')).toBeHidden();
  await expect(page.getByText('Đã đặt mã PIN')).toBeVisible();
  await page.keyboard.press('Escape');
}

test('a locked window keeps what is typed, opens by PIN, and by password alone after five wrong ones', async ({
  page,
}) => {
  await page.goto('/');
  await setPin(page, '739204');
  await page.keyboard.press('F2');
  await page.getByLabel('Tìm thủ tục').waitFor();
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lường Thị Thu Hằng');
  await page.keyboard.press('Alt+k');
  await expect(page.getByRole('dialog', { name: 'Màn hình đang khóa' })).toBeVisible();
  await expect(page.getByText('Lường Thị Thu Hằng')).toBeHidden();
  await expectAccessible(page);
  // A reload does not go round it.
  const refused = await page.evaluate(async () => (await fetch('/api/cases.board')).status);
  expect(refused).toBe(401);
  await page.keyboard.type('739205');
  await expect(page.getByRole('alert')).toContainText('còn 4 lần thử');
  await page.keyboard.type('739204');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Lường Thị Thu Hằng');

  await page.keyboard.press('Alt+k');
  for (const left of [4, 3, 2, 1]) {
    await page.getByLabel('Mã PIN').fill('111222');
    await expect(page.getByRole('alert')).toContainText(`còn ${left} lần thử`);
  }
  await page.getByLabel('Mã PIN').fill('111222');
  await expect(page.getByLabel('Mật khẩu')).toBeFocused();
  await page.keyboard.type(passwordOfTests);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Lường Thị Thu Hằng');

  // A dialog that an address opens waits behind the lock.
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Alt+k');
  await expect(page.getByRole('dialog', { name: 'Màn hình đang khóa' })).toBeVisible();
  await page.goto('/du-lieu-ca-nhan?nguoi=1');
  await expect(page.getByRole('dialog', { name: 'Màn hình đang khóa' })).toBeVisible();
  await expect(page.getByText('Ghi yêu cầu về dữ liệu cá nhân')).toHaveCount(0);
  await page.keyboard.type('739204');
  await expect(page.getByRole('dialog', { name: 'Ghi yêu cầu về dữ liệu cá nhân' })).toBeVisible();
});

test('a code from Settings becomes a password, and who comes next finds no form of the one before', async ({
  page,
}) => {
  await page.goto('/cai-dat#nguoi');
  await page.getByRole('button', { name: 'Cấp mã bắt đầu cho Quàng Văn Hùng' }).click();
  const code = await page.getByLabel('Mã bắt đầu', { exact: true }).textContent();
  await page.getByRole('button', { name: 'Đã đưa mã' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('F2');
  await page.getByLabel('Tìm thủ tục').waitFor();
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lường Thị Thu Hằng');
  await page.keyboard.press('Alt+k');
  await page.getByRole('button', { name: 'Người khác vào' }).click();
  // Whoever comes is not who locked it: nobody is chosen, and the arrows walk at once.
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('radio', { name: /Lò Thị Mai/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /Quàng Văn Hùng/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
  await page.keyboard.insertText(code ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Mật khẩu mới', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('con trâu đi trước');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('con trâu đi trước');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Quàng Văn Hùng/ })).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await page.keyboard.press('F2');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('');
});

test('without the cookie a program on this PC is nobody, and pages cannot read it', async ({
  page,
  counter,
  playwright,
}) => {
  await page.goto('/');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const [cookie] = await page.context().cookies(counter.url);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 });
  expect(cookie?.name).toBe(`mot-cua-${new URL(counter.url).port}`);
  const other = await playwright.request.newContext();
  expect((await other.get(`${counter.url}/api/cases.board`)).status()).toBe(401);
  const session = await (await other.get(`${counter.url}/api/session.current`)).json();
  expect(session.result.data.person).toBeNull();
  await other.dispose();
});

test('a register from before passwords: its administrator sets the first one, and the code stays until it is on paper', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-claim-'));
  const fixture = new URL('../fixtures/register-version-1.db.gz', import.meta.url);
  writeFileSync(join(folder, 'register.db'), gunzipSync(readFileSync(fixture)));
  const running = await startCounter(folder);
  await page.goto(running.url);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(passwordOfTests);
  await page.keyboard.press('Enter');
  await page.keyboard.type(passwordOfTests);
  await page.keyboard.press('Control+Enter');
  const code = page.getByRole('status', { name: 'Mã khôi phục' });
  await expect(code).toHaveText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  // The window has long heard that somebody signed in.
  await page.waitForTimeout(1500);
  const sealed = (await code.textContent()) ?? '';
  await page.keyboard.type(sealed.slice(-5));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();

  await page.getByRole('button', { name: /Lò Thị Mai/ }).click();
  await page.getByRole('button', { name: 'Đổi người' }).click();
  await page.getByRole('button', { name: 'Dùng mã khôi phục' }).click();
  await page.getByRole('textbox', { name: 'Mã khôi phục' }).fill(sealed.toLowerCase().replaceAll('-', ' '));
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('con trâu đi trước');
  await page.getByLabel('Gõ lại mật khẩu mới').fill('con trâu đi trước');
  await page.keyboard.press('Control+Enter');
  await expect(code).not.toHaveText(sealed);
  await stopCounter(running);
  rmSync(folder, { recursive: true, force: true });
});

test('the arrows walk through the names and stay in them, Enter goes on to the password', async ({
  page,
  request,
  counter,
}) => {
  const headers = { origin: counter.url };
  const data = { name: 'Tòng Văn Inh', roles: ['clerk'] };
  await request.post(`${counter.url}/api/people.add`, { headers, data });
  await page.goto('/');
  await page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor();
  await page.evaluate(() => localStorage.setItem('last-person', '1'));
  await page.getByRole('button', { name: /Lò Thị Mai/ }).click();
  await page.getByRole('button', { name: 'Đổi người' }).click();
  const name = (text: string) => page.getByRole('radio', { name: new RegExp(text) });
  // Whoever leaves is not the one who comes.
  await expect(name('Lò Thị Mai')).not.toBeChecked();
  await expect(name('Lò Thị Mai')).toBeFocused();
  for (const next of ['Quàng Văn Hùng', 'Tòng Văn Inh', 'Lò Thị Mai']) {
    await page.keyboard.press('ArrowDown');
    await expect(name(next)).toBeFocused();
    await expect(name(next)).toBeChecked();
  }
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(name('Quàng Văn Hùng')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
  await page.keyboard.type('sai rồi nhé');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Thử lại sau 1 giây');
  await expect(page.getByRole('alert')).toContainText('Gõ lại được rồi');
  await page.keyboard.type(passwordOfTests);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();
});
