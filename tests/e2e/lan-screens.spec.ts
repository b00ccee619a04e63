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

test('an administrator opens the local network, pairs a tablet and ends it again', async ({
  page,
  context,
  browser,
  url,
}) => {
  await context.request.post(`${url}/api/setup.complete`, {
    headers: { origin: url },
    data: {
      office: officeOfTests,
      hours: defaultOpeningHours,
      people: [{ name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] }],
      password: passwordOfTests,
    },
  });
  await page.goto('/cai-dat');
  await page.getByRole('button', { name: 'Bật mạng nội bộ' }).click();
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
