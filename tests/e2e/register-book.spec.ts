import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import exceljs from 'exceljs';
import { openCounter } from '../../electron/counter.ts';
import { counterOptions } from '../../electron/headless.ts';
import { listenOnLoopback } from '../../electron/http/loopback.ts';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { officeOfTests, reception } from '../desk.ts';
import { passwordOfTests, quickSignIns } from '../sign-in.ts';

/** A counter in January 2026: six cases of the year before, in two volumes, and one of this year. */
const test = base.extend<{ url: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  url: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-book-'));
    let now = '2025-12-30T08:00';
    const counter = await openCounter({
      ...counterOptions(folder),
      clock: () => Date.parse(`${now}:00+07:00`),
      isDurable: false,
      ...quickSignIns,
    });
    const clerk = counter.caller({ kind: 'loopback', device: 'window' });
    await clerk.setup.complete({
      office: officeOfTests,
      hours: defaultOpeningHours,
      people: [{ name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] }],
      password: passwordOfTests,
    });
    for (const name of ['Giàng A Páo', 'Lò Văn Ánh', 'Vì Thị Nguyệt', 'Quàng Văn Dũng']) {
      await clerk.cases.receive(reception({ name }));
    }
    await clerk.books.startVolume({ year: 2025 });
    for (const name of ['Lèo Thị Xuân', 'Mùa Thị Dợ']) await clerk.cases.receive(reception({ name }));
    now = '2026-01-05T08:10';
    await clerk.cases.receive(reception({ name: 'Tòng Thị Ngọc' }));
    const loopback = await listenOnLoopback(
      (request) => counter.fetch(request, { kind: 'loopback', device: 'window' }),
      0,
    );
    await use(`http://127.0.0.1:${loopback.port}`);
    await loopback.close();
    await counter.close();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ url }, use) => use(url),
});

test('the book opens on this year; last year is found, closed, checked and stays as it was', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/');
  await page.locator('main h1').first().waitFor();
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { name: 'Sổ theo dõi' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Tòng Thị Ngọc/ })).toBeVisible();

  await page.getByRole('button', { name: 'Năm 2025 chưa khóa' }).click();
  await expect(page.getByText('Năm 2025 đã hết, sổ chưa khóa')).toBeVisible();
  await expect(page.getByText('Số liên tục từ 01 đến 06')).toBeVisible();
  await expect(page.getByRole('row', { name: /Mùa Thị Dợ/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Giàng A Páo/ })).toBeHidden();
  await page.getByLabel('Tới số').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-marked]')).toContainText('Lò Văn Ánh');
  await expect(page.getByRole('radio', { name: 'Quyển 1' })).toBeChecked();

  // The table scrolls, the page never does.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366);

  await page.getByRole('button', { name: 'Khóa sổ năm' }).click();
  await expect(page.getByRole('dialog')).toContainText('6 hồ sơ, số 01 đến 06, 2 quyển');
  // What cannot be undone is not one key away: the year is typed first.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Khóa sổ/ })).toBeDisabled();
  await expect(page.getByLabel('Gõ 2025 để khóa sổ')).toBeFocused();
  await page.keyboard.type('2025');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Năm 2025 đã khóa' })).toBeVisible();
  await expect(page.getByText('Khóa sổ 08:10 05/01/2026, Lò Thị Mai')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sang quyển mới' })).toBeHidden();

  await page.getByRole('button', { name: 'Kiểm tra sổ' }).click();
  await expect(page.getByText('Sổ nguyên vẹn: 6 dòng đúng như khi khóa')).toBeVisible();
  await page.keyboard.press('Escape');

  // A case of the closed year is withdrawn in January: the line stays, the list beside it grows.
  await page.request.post('/api/cases.act', {
    headers: { origin: new URL(page.url()).origin },
    data: { id: 1, version: 1, act: { kind: 'withdraw', reason: 'Nộp nhầm nơi' } },
  });
  await page.getByRole('radio', { name: 'Biến động sau khóa sổ (1)' }).click();
  await expect(page.getByRole('row', { name: /Rút hồ sơ/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Quyển 1' }).click();
  await expect(page.getByRole('row', { name: /Giàng A Páo/ })).not.toContainText('Rút hồ sơ');
  await page.getByRole('button', { name: 'Kiểm tra sổ' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 dòng nay khác do việc ghi sau khi khóa sổ');
  await expect(page.getByRole('dialog')).toContainText('Rút hồ sơ ngày 05/01/2026: Nộp nhầm nơi');
});

test('columns are chosen, and the workbook has those of the screen', async ({ page }) => {
  await page.goto('/so-theo-doi?nam=2025&quyen=1');
  await page.getByRole('button', { name: 'Cột' }).click();
  await page.getByRole('button', { name: 'Bộ cột Thanh Hóa' }).click();
  await page.getByLabel('Hiện cột Số điện thoại').uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('columnheader', { name: 'Họ tên chủ hồ sơ' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Số điện thoại' })).toBeHidden();

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất Excel' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('Sổ theo dõi 2025 quyển 1 2026-01-05.xlsx');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(await download.path());
  const sheet = workbook.worksheets[0];
  expect(sheet?.getCell('B9').value).toBe('Mã hồ sơ');
  expect(sheet?.getCell('E10').value).toBe('Giàng A Páo');
  expect(sheet?.getCell('A13').value).toBe('04');
});

test('the volume is shown on paper, to print or to save', async ({ page }) => {
  await page.goto('/so-theo-doi?nam=2025&quyen=1');
  await page.getByRole('button', { name: 'In, lưu PDF' }).click();
  const link = page.getByRole('link', { name: 'Lưu PDF' });
  await expect(link).toHaveAttribute('download', 'Sổ theo dõi hồ sơ 2025 quyển 1 số 01-04.pdf');
  const reply = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(reply.headers()['content-type']).toBe('application/pdf');
});
