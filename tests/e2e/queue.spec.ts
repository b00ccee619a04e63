import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { formatSlipCode } from '../../shared/domain/codes.ts';
import { reception } from '../desk.ts';
import { expect, test } from './office.ts';

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
const takeOne = (request: APIRequestContext, url: string) =>
  tell(request, url, '/api/queue.take', { formKey: randomUUID() });

async function violationsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('a number taken by touch is called by the clerk, shown on the screen, and comes back when absent', async ({
  page,
  browser,
  request,
  counter: { url },
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
  const callNext = async (number: string) => {
    await page.getByRole('button', { name: 'Gọi tiếp' }).click();
    await expect(bar.getByRole('status')).toHaveText(`Đang phục vụ ${number}`);
    await expect(called).toHaveText(`${number}Quầy 1`);
  };
  await callNext('1');
  await page.getByRole('button', { name: 'Vắng' }).click();
  await expect(bar).toContainText('Chưa gọi ai');
  await bar.getByRole('link').click();
  await expect(page.getByText('vắng 1 lần, gọi lại sau 3 số')).toBeVisible();
  for (const number of ['2', '3', '4', '1', '5']) await callNext(number);
  await page.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByText('Chưa có ai chờ')).toBeVisible();
});

test('a slip is looked up on the pad and by a scan; whoever tries codes waits', async ({
  browser,
  request,
  counter: { url },
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
    counter: { url },
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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the clerk's page of the queue is free of axe violations, ${colorScheme}`, async ({
    page,
    request,
    counter: { url },
  }) => {
    await page.emulateMedia({ colorScheme });
    await switchOn(request, url);
    for (let n = 0; n < 3; n++) await takeOne(request, url);
    await page.goto('/hang-doi');
    await page.getByRole('button', { name: 'Gọi tiếp' }).click();
    await expect(page.getByText('Đang phục vụ')).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });
}
