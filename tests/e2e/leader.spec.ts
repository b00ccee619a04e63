import type { APIRequestContext, Page } from '@playwright/test';
import { readListState } from '../../renderer/list-state.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './counter.ts';

test.use({ counterArgs: ['--sample', 'mot-ngay'], permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page, request, counter }) => {
  const reply = await request.get(`${counter.url}/api/session.current`);
  const { people } = (
    (await reply.json()) as { result: { data: { people: { id: number; roles: string[] }[] } } }
  ).result.data;
  const leader = people.find(({ roles }) => roles.includes('leader'));
  await request.post(`${counter.url}/api/session.sit`, {
    headers: { origin: counter.url },
    data: { personId: leader?.id },
  });
  await page.goto('/');
});

/** The numbers on the page that open cases: how many each says, by its address. */
async function numbersOn(page: Page): Promise<Map<string, number>> {
  const links = await page.evaluate(() => [
    ...[...document.querySelectorAll('main a[data-count]')].map((link) => [
      link.getAttribute('href'),
      Number(link.getAttribute('data-count')),
      link.textContent,
    ]),
    ...[...document.querySelectorAll('[data-paragraph] a[href^="/ho-so"]')].map((link) => [
      link.getAttribute('href'),
      Number(link.textContent.split('/')[0]?.replaceAll('.', '')),
      link.textContent,
    ]),
  ]);
  const numbers = new Map<string, number>();
  for (const [href, count, words] of links as [string, number, string][]) {
    // One address has one number wherever it stands, and a bare number is the number itself.
    expect(numbers.get(href) ?? count, href).toBe(count);
    if (/^[\d.]+$/.test(words)) expect(Number(words.replaceAll('.', '')), href).toBe(count);
    numbers.set(href, count);
  }
  return numbers;
}

/** How many cases the list at an address counts. */
async function countAt(request: APIRequestContext, url: string, href: string): Promise<number> {
  const state = readListState(new URL(href, url).searchParams);
  const reply = await request.post(`${url}/api/cases.list`, {
    headers: { origin: url },
    data: { ...state, limit: 1 },
  });
  expect(reply.ok(), href).toBe(true);
  return ((await reply.json()) as { result: { data: { total: number } } }).result.data.total;
}

test('who takes no dossiers in is offered none', async ({ page }) => {
  await expect(page).toHaveURL(/lanh-dao$/);
  await page.getByRole('link', { name: 'Bàn làm việc' }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: 'Trả kết quả' })).toBeVisible();
  await expect(main.locator('a[href="/tiep-nhan"]')).toHaveCount(0);
  await page.keyboard.press('F2');
  await expect(main.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();
});

test('every number opens exactly its cases', async ({ page, request, counter }) => {
  await expect(page).toHaveURL(/lanh-dao$/);
  const numbers = new Map<string, number>();
  const year = new Date().getFullYear();
  // The whole page of the year, and a period across years of some cases alone.
  for (const filter of ['', `ky=own&tu=${year - 1}-06-15&den=${year}-12-31&channel=direct&theo=holder`]) {
    await page.goto(`/lanh-dao?${filter}`);
    await page.locator('main tfoot').first().waitFor();
    if (filter === '') await page.getByRole('radio', { name: 'Bảng' }).check();
    for (const [href, count] of await numbersOn(page)) numbers.set(href, count);
  }
  await expect(page.locator('[data-paragraph]')).toContainText(', nộp trực tiếp, ');
  expect(numbers.size).toBeGreaterThan(150);
  const counted: [string, number][] = [];
  for (const [href] of numbers) counted.push([href, await countAt(request, counter.url, href)]);
  expect(counted).toEqual([...numbers]);

  // The list itself shows as many: one of each kind that the page has.
  await page.goto('/lanh-dao');
  for (const name of ['Đang quá hạn', 'Nộp trực tuyến']) {
    const tile = page.getByRole('region', { name: 'Chỉ số' }).locator('div', { hasText: name }).first();
    const count = await tile.locator('a').first().getAttribute('data-count');
    await tile.locator('a').first().click();
    await expect(page.locator('main footer')).toContainText(`${count} hồ sơ`);
    await page.goBack();
  }
});

test('the paragraph is copied, a target is set and the figures explain themselves, all by keyboard', async ({
  page,
}) => {
  const paragraph = page.locator('[data-paragraph]');
  await expect(paragraph).toContainText(/tiếp nhận \d+ hồ sơ/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Đã chép' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await paragraph.textContent());
  expect(copied).toMatch(/trước hạn và đúng hạn \d+\/\d+ = [\d,]+ %/);

  await page.getByRole('button', { name: 'Trước và đúng hạn', exact: true }).focus();
  await page.keyboard.press('Enter');
  const definition = page.getByRole('dialog', { name: 'Trước và đúng hạn' });
  await expect(definition).toContainText('Hồ sơ không có thời hạn không tính');
  await expect(definition).toContainText('Nguồn: Biểu 06');
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();

  await page.getByRole('button', { name: 'Chỉ tiêu' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Ít nhất, %').fill('50');
  await page.keyboard.press('Control+Enter');
  const tiles = page.getByRole('region', { name: 'Chỉ số' });
  await expect(tiles.getByText('đạt chỉ tiêu 50 %')).toBeVisible();
  const running = page.getByRole('region', { name: 'Chỉ tiêu của kỳ' });
  await expect(running.getByRole('row', { name: /Trước và đúng hạn .* ≥ 50 %/ })).toContainText('đã đạt');

  await expectAccessible(page, 'lãnh đạo');
  // What is only read aloud makes the window no longer; on paper the page is A4 across, with all its columns.
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  expect(String(await page.pdf({ preferCSSPageSize: true }))).toMatch(/MediaBox \[0 0 84[12]\S* 59[45]/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Số liệu một cửa, năm \d{4}$/);
  await page.emulateMedia({ media: null });
  await page.getByRole('radio', { name: 'Ước tính QĐ 766' }).click();
  await expect(page.getByText('Ước tính từ dữ liệu tại chỗ.')).toBeVisible();
  await page.getByRole('button', { name: 'Nhập Công bố thủ tục đúng hạn' }).click();
  await page.getByLabel('Đạt', { exact: true }).fill('9');
  await page.getByLabel('Trên tổng số').fill('10');
  await page.getByLabel('Nguồn').fill('Cổng Dịch vụ công quốc gia');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nhập tay: Cổng Dịch vụ công' })).toContainText(
    '5,4/6',
  );
  await expectAccessible(page, 'ước tính QĐ 766');

  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();
});

test('who saves later sees what was saved since, and takes nothing of it away', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('/');
  const targetOf = async (at: Page, percent: string) => {
    await at.getByLabel('Ít nhất, %').fill(percent);
    await at.keyboard.press('Control+Enter');
  };
  await page.getByRole('button', { name: 'Chỉ tiêu' }).click();
  await other.getByRole('button', { name: 'Chỉ tiêu' }).click();
  await targetOf(other, '91');
  const running = (at: Page) => at.getByRole('region', { name: 'Chỉ tiêu của kỳ' });
  await expect(running(other).getByRole('row', { name: /≥ 91 %/ })).toBeVisible();
  // The page below the dialog knows the new target already.
  await expect(page.getByText('≥ 91 %')).toBeAttached();
  await targetOf(page, '92');
  await expect(page.getByRole('alert')).toContainText('Vừa thêm: Trước và đúng hạn ≥ 91 %');
  await expect(page.getByRole('button', { name: 'Lưu chỉ tiêu' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  for (const percent of [91, 92])
    await expect(running(page).getByRole('row', { name: new RegExp(`≥ ${percent} %`) })).toBeVisible();
});
