import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { openCounter } from '../../electron/counter.ts';
import { listenOnLoopback } from '../../electron/http/loopback.ts';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { officeOfTests, optionsFor } from '../desk.ts';
import { lanOfTests } from '../lan.ts';
import { passwordOfTests } from '../sign-in.ts';

/** A counter whose door for the local network may open on this machine; a browser here need not trust its authority. */
const test = base.extend<{ url: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  url: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-lan-'));
    const counter = await openCounter({ ...optionsFor(folder), lan: lanOfTests, isDurable: false });
    const loopback = await listenOnLoopback(
      (request, jar) => counter.fetch(request, { kind: 'loopback', device: 'window', jar }),
      0,
    );
    await use(`http://127.0.0.1:${loopback.port}`);
    await loopback.close();
    await counter.close();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ url }, use) => use(url),
});
test.use({ ignoreHTTPSErrors: true });

const part = (page: Page) => page.locator('#mang');

/** An office whose door is open, with its page of settings before us; answers how its counter is asked. */
async function openDoor(page: Page, url: string, others: object[] = []) {
  const post = async (path: string, data: object) => {
    const reply = await page.request.post(`${url}/api/${path}`, { headers: { origin: url }, data });
    if (!reply.ok()) throw new Error(await reply.text());
    return (await reply.json()).result.data;
  };
  await post('setup.complete', {
    office: officeOfTests,
    hours: defaultOpeningHours,
    people: [{ name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] }, ...others],
    password: passwordOfTests,
  });
  await page.goto('/cai-dat');
  await page.getByRole('button', { name: 'Bật mạng nội bộ' }).click();
  await part(page)
    .getByText(/^https:/)
    .waitFor();
  return post;
}

test('an administrator opens the local network, pairs a tablet and ends it again', async ({
  page,
  browser,
  url,
}) => {
  await openDoor(page, url);
  await expect(part(page).getByText('Đang mở', { exact: true })).toBeVisible();
  const address =
    (await part(page)
      .getByText(/^https:/)
      .textContent()) ?? '';

  await page.getByRole('button', { name: 'Thêm thiết bị…' }).click();
  await page.getByRole('radio', { name: 'Máy đánh giá' }).check({ force: true });
  await page.getByLabel('Tên thiết bị').fill('Máy cửa ra');
  await page.keyboard.press('Control+Enter');
  const code = (await page.getByRole('status', { name: 'Mã ghép' }).textContent()) ?? '';
  const elsewhere = await browser.newContext({ ignoreHTTPSErrors: true });
  const tablet = await elsewhere.newPage();
  await tablet.goto(address);
  await tablet.getByLabel('Mã ghép').fill('abcde-12345');
  await tablet.keyboard.press('Enter');
  await expect(tablet.getByRole('alert')).toContainText('Mã chưa đúng');
  // A code out of an envelope is not cut to the length of this one and sent.
  await tablet.getByLabel('Mã ghép').fill('abcde-12345-fghjk-67890');
  await expect(tablet.getByRole('alert')).toContainText('Mã ghép chỉ có 10 chữ và số');
  await tablet.getByLabel('Mã ghép').fill(code.toLowerCase());
  await tablet.keyboard.press('Enter');
  await expect(tablet.getByText('Đã ghép: Máy cửa ra')).toBeVisible();
  await tablet.getByRole('link', { name: 'Mở' }).click();
  await expect(tablet.getByLabel('Mã đánh giá, 9 số')).toBeVisible();
  await expect(page.getByText('Đã ghép Máy cửa ra')).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await page.getByRole('button', { name: 'Thu hồi Máy cửa ra' }).click();
  await page.getByRole('button', { name: 'Thu hồi Máy cửa ra ngay' }).click();
  await expect(part(page).getByText('Đã thu hồi: 1 thiết bị')).toBeVisible();
  await tablet.goto(address);
  await expect(tablet).toHaveURL(/\/ghep$/);
  await elsewhere.close();
});

test('a device that is limited to some roles offers nobody else', async ({ page, browser, url }) => {
  const leader = { name: 'Cầm Văn Tuấn', roles: ['leader'] };
  const post = await openDoor(page, url, [leader]);
  const { code, view } = await post('lan.newPairingCode', {
    kind: 'counter',
    name: 'Máy của chủ tịch',
    roles: ['leader'],
  });
  const elsewhere = await browser.newContext({ ignoreHTTPSErrors: true });
  const chairman = await elsewhere.newPage();
  await chairman.goto(view.url);
  await chairman.getByLabel('Mã ghép').fill(code);
  await chairman.keyboard.press('Enter');
  await chairman.getByRole('link', { name: 'Mở' }).click();
  const clerk = chairman.getByRole('radio', { name: /Lò Thị Mai/ });
  await expect(clerk).toBeDisabled();
  await expect(clerk).toHaveAccessibleDescription(/^Máy này chỉ dùng cho vai trò Lãnh đạo/);
  await expect(chairman.getByRole('radio').first()).toContainText('Cầm Văn Tuấn');
  await elsewhere.close();
});

test('a counter whose door was shut over there is told what to look at, and keeps what it showed', async ({
  page,
  browser,
  url,
}) => {
  const post = await openDoor(page, url);
  const { code, view } = await post('lan.newPairingCode', { kind: 'counter', name: 'Quầy 2', roles: null });
  const elsewhere = await browser.newContext({ ignoreHTTPSErrors: true });
  const second = await elsewhere.newPage();
  await second.goto(view.url);
  await second.getByLabel('Mã ghép').fill(code);
  await second.keyboard.press('Enter');
  await second.getByRole('link', { name: 'Mở' }).click();
  await second.getByLabel('Mật khẩu', { exact: true }).fill(passwordOfTests);
  await second.keyboard.press('Enter');
  // A page that leaves before the answer is there is not signed in.
  await second.getByRole('navigation', { name: 'Chính' }).waitFor();
  await second.goto(`${view.url}/tiep-nhan`);
  const name = second.getByLabel('Họ và tên', { exact: true });
  await name.fill('Lường Thị Thu Hằng');
  await page.getByRole('button', { name: 'Tắt…' }).click();
  await page.getByRole('button', { name: 'Tắt mạng nội bộ' }).click();
  await expect(second.getByRole('status', { name: 'Chưa nối lại được' })).toContainText('ghép lại', {
    timeout: 20_000,
  });
  await expect(name).toHaveValue('Lường Thị Thu Hằng');
  await elsewhere.close();
});
