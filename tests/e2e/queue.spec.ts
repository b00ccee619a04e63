import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Browser, Locator, Page } from '@playwright/test';
import { formatSlipCode } from '../../shared/domain/codes.ts';
import { reception } from '../desk.ts';
import { expect, test } from './clock.ts';

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 800, height: 1280 },
];

/** The screen for citizens beside the clerk's window: another browser, worked by touch. */
async function openScreen(browser: Browser, url: string, viewport = sizes[2]): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, hasTouch: true, ...(viewport && { viewport }) });
  const screen = await context.newPage();
  await screen.goto('/man-hinh');
  await expect(screen.getByRole('heading', { name: 'Kính chào' })).toBeVisible();
  return screen;
}

async function tell<T>(request: APIRequestContext, url: string, path: string, data: unknown): Promise<T> {
  const reply = await request.post(`${url}${path}`, { headers: { origin: url }, data });
  if (!reply.ok()) throw new Error(await reply.text());
  return ((await reply.json()) as { result: { data: T } }).result.data;
}
const switchOn = (request: APIRequestContext, url: string) =>
  tell(request, url, '/api/setup.save', { queue: { isOn: true } });
const takeOne = (request: APIRequestContext, url: string, group = '') =>
  tell(request, url, '/api/queue.take', { formKey: randomUUID(), group });

async function violationsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The first number of a call is read from so far away, with its desk beside it. */
async function expectLarge(call: Locator, pixels: number): Promise<void> {
  const [number, desk] = [call.locator('b').first(), call.getByText('Quầy 1').first()];
  // A screen that is drawn anew meanwhile is looked at again.
  await expect(async () => {
    await expect(number).toBeVisible();
    const size = await number.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(pixels);
    const [left, right] = [await number.boundingBox(), await desk.boundingBox()];
    expect((right?.y ?? 0) + (right?.height ?? 0)).toBeLessThanOrEqual(
      (left?.y ?? 0) + (left?.height ?? 0) + 8,
    );
  }).toPass({ timeout: 10_000 });
}

test('a number taken by touch is called by the clerk, shown on the screen, and comes back when absent', async ({
  page,
  browser,
  request,
  clocked: { url },
}) => {
  await page.goto('/cai-dat');
  const part = page.getByRole('region', { name: 'Hàng đợi' });
  await part.getByLabel('Dùng hàng đợi').check();
  await part.getByRole('button', { name: 'Lưu' }).click();
  const bar = page.getByRole('region', { name: 'Gọi số' });
  await expect(bar).toContainText('Chưa gọi ai');

  const screen = await openScreen(browser, url);
  await screen.getByRole('button', { name: 'Lấy số' }).tap();
  await screen.getByRole('button', { name: 'Lấy số', exact: true }).dblclick();
  await expect(screen.getByRole('heading', { level: 1, name: '1', exact: true })).toBeVisible();
  await screen.getByRole('button', { name: 'Về đầu' }).tap();
  for (let n = 2; n <= 5; n++) await takeOne(request, url);
  await expect(screen.getByText('5 người đang chờ')).toBeVisible();

  const called = screen.getByRole('region', { name: 'Số vừa gọi' }).getByRole('listitem').first();
  const callNext = async (number: string, how: () => Promise<void>) => {
    await how();
    await expect(bar.getByRole('status')).toHaveText(`Đang phục vụ ${number}`);
    await expect(called).toHaveText(`${number}Quầy 1`);
  };
  const byButton = () => page.getByRole('button', { name: 'Gọi tiếp' }).click();
  const byKey = () => page.keyboard.press('Alt+g');
  await callNext('1', byButton);
  for (const size of sizes) {
    await screen.setViewportSize(size);
    await expectLarge(called, 160);
  }
  // The form that the clerk fills in meanwhile leaves the call a strip.
  const form = { formKey: randomUUID(), name: 'Cầm Văn Nọi', fee: { amountVnd: null, method: 'cash' } };
  await tell(request, url, '/api/secondScreen.show', form);
  const strip = screen.getByText(/^Mời số/);
  await expectLarge(strip, 48);
  await page.keyboard.press('Alt+l');
  await tell(request, url, '/api/secondScreen.clear', { formKey: form.formKey });
  await expectLarge(called, 160);
  await page.keyboard.press('Alt+v');
  await expect(bar).toContainText('Chưa gọi ai');
  await expect(called).toHaveCount(0);
  await bar.getByRole('link').click();
  await expect(page.getByText('vắng 1 lần, gọi lại sau 3 số')).toBeVisible();
  // Also out of a field: the keys are heard wherever the clerk types.
  await page.getByRole('combobox', { name: /^Tìm/ }).focus();
  for (const number of ['2', '3', '4', '1', '5']) await callNext(number, byKey);
  await page.keyboard.press('Alt+x');
  await expect(page.getByText('Chưa có ai chờ')).toBeVisible();
  await page.locator('main').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Gọi lạiAlt L');
});

test('a slip is looked up on the pad and by a scan; whoever tries codes waits', async ({
  browser,
  request,
  clocked: { url },
}) => {
  const { slipCode, caseCode } = await tell<{ slipCode: string; caseCode: string }>(
    request,
    url,
    '/api/cases.receive',
    reception(),
  );
  const screen = await openScreen(browser, url);
  await screen.getByRole('button', { name: 'Tra cứu hồ sơ' }).tap();
  for (const digit of slipCode.replaceAll('-', ''))
    await screen.getByRole('button', { name: digit, exact: true }).tap();
  await expect(screen.getByText(slipCode)).toBeVisible();
  await screen.getByRole('button', { name: 'Tra cứu', exact: true }).tap();
  await expect(screen.getByRole('heading', { name: 'Đã tiếp nhận' })).toBeVisible();
  await expect(screen.getByText(caseCode)).toBeVisible();
  await expect(screen.getByText(/Hằng|hôn nhân/)).toHaveCount(0);
  await screen.getByRole('button', { name: 'Về đầu' }).tap();

  await screen.keyboard.type(slipCode);
  await screen.keyboard.press('Enter');
  await expect(screen.getByRole('heading', { name: 'Đã tiếp nhận' })).toBeVisible();
  await screen.getByRole('button', { name: 'Về đầu' }).tap();

  await screen.getByRole('button', { name: 'Tra cứu hồ sơ' }).tap();
  for (let n = 1; n <= 5; n++) {
    await screen.keyboard.type(formatSlipCode('2020-01-01', n));
    await screen.keyboard.press('Enter');
    await expect(screen.getByText('Không có hồ sơ nào mang mã này.')).toBeVisible();
    if (n < 5) await screen.keyboard.type('1');
    if (n < 5) await screen.keyboard.press('Backspace');
  }
  await expect(screen.getByText(/nhập lại sau \d+ giây/)).toBeVisible();
  await expect(screen.getByRole('button', { name: '1', exact: true })).toBeDisabled();
});

for (const size of sizes) {
  test(`lookup and queue are free of axe violations at ${size.width}×${size.height}`, async ({
    browser,
    request,
    clocked: { url },
  }) => {
    await switchOn(request, url);
    await takeOne(request, url);
    await tell(request, url, '/api/queue.callNext', { serving: null });
    await takeOne(request, url);
    const { slipCode } = await tell<{ slipCode: string }>(request, url, '/api/cases.receive', reception());
    const screen = await openScreen(browser, url, size);
    await expect(screen.getByText('1 người đang chờ')).toBeVisible();
    expect(await violationsOf(screen)).toEqual([]);
    await screen.getByRole('button', { name: 'Lấy số' }).tap();
    await screen.getByRole('button', { name: 'Người cao tuổi' }).tap();
    expect(await violationsOf(screen)).toEqual([]);
    await screen.getByRole('button', { name: 'Lấy số', exact: true }).tap();
    await expect(screen.getByText('Số của Ông/Bà')).toBeVisible();
    expect(await violationsOf(screen)).toEqual([]);
    await screen.getByRole('button', { name: 'Về đầu' }).tap();
    await screen.getByRole('button', { name: 'Tra cứu hồ sơ' }).tap();
    await screen.keyboard.type('1');
    expect(await violationsOf(screen)).toEqual([]);
    await screen.keyboard.press('Backspace');
    await screen.keyboard.type(`${slipCode}\n`);
    await expect(screen.getByRole('heading', { name: 'Đã tiếp nhận' })).toBeVisible();
    expect(await violationsOf(screen)).toEqual([]);
    const fits = await screen.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight);
    expect(fits).toBe(true);
  });
}

test('on a day that is not worked the screen says when it opens again and gives no numbers', async ({
  browser,
  request,
  clocked: { url, setTime },
}) => {
  await switchOn(request, url);
  await takeOne(request, url);
  const screen = await openScreen(browser, url);
  await screen.getByRole('button', { name: 'Lấy số' }).tap();
  setTime('2026-04-30T09:15');
  await screen.getByRole('button', { name: 'Lấy số', exact: true }).tap();
  await expect(screen.getByRole('alert')).toHaveText(
    'Hôm nay nghỉ, mở lại thứ Hai, ngày 04/05/2026. Chưa phát số nào.',
  );
  await screen.reload();
  await expect(screen.getByText('Hôm nay nghỉ, mở lại thứ Hai, ngày 04/05/2026')).toBeVisible();
  await expect(screen.getByRole('button', { name: 'Lấy số' })).toHaveCount(0);
  await expect(screen.getByText('Bộ phận Tiếp nhận và Trả kết quả')).toHaveCount(1);
  for (const size of sizes) {
    await screen.setViewportSize(size);
    expect(await violationsOf(screen)).toEqual([]);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the clerk's page of the queue is free of axe violations, ${colorScheme}`, async ({
    page,
    request,
    clocked: { url },
  }) => {
    await page.emulateMedia({ colorScheme });
    const groups = [
      { code: 'civil', name: 'Hộ tịch' },
      { code: 'copies', name: 'Chứng thực' },
    ];
    await tell(request, url, '/api/setup.save', { queue: { isOn: true, groups } });
    for (const { code } of [...groups, ...groups]) await takeOne(request, url, code);
    await page.goto('/hang-doi');
    await page.getByLabel('Gọi từ hàng').selectOption('Chứng thực');
    await page.getByRole('button', { name: 'Gọi tiếp' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Đang phục vụ' })).toHaveText(
      'Đang phục vụ 2Chứng thực',
    );
    expect(await violationsOf(page)).toEqual([]);
  });
}
