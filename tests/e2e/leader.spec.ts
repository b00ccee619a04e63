import type { Page } from '@playwright/test';
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

/** Opens an address within the window, as a link does, and answers how many cases its list counts. */
async function openList(page: Page, href: string): Promise<number> {
  const answered = page.waitForResponse(({ url }) => url().includes('cases.list'));
  await page.evaluate((to) => {
    history.pushState({ idx: 1, key: to, usr: null }, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, href);
  const total = /"total":(\d+)/.exec(await (await answered).text())?.[1];
  return Number(total);
}

test('every number opens exactly its cases', async ({ page }) => {
  await expect(page).toHaveURL(/lanh-dao$/);
  const numbers = new Map<string, number>();
  const year = new Date().getFullYear();
  const filters = [
    '',
    `ky=quarter&theo=holder`,
    `ky=own&tu=${year - 1}-06-15&den=${year}-12-31&theo=channel&channel=direct`,
    'theo=procedure&field=Hộ tịch',
  ];
  for (const filter of filters) {
    await page.goto(`/lanh-dao?${filter}`);
    await page.locator('main tfoot').waitFor();
    await page.getByRole('radio', { name: 'Bảng' }).check();
    for (const [href, count] of await numbersOn(page)) numbers.set(href, count);
  }
  const told = [...numbers].filter(([, count]) => count > 0);
  expect(told.length).toBeGreaterThan(100);
  const opened: [string, number][] = [];
  for (const [href] of told) opened.push([href, await openList(page, href)]);
  expect(opened).toEqual(told);
  await expect(page.locator('main footer')).toContainText(`${told.at(-1)?.[1]} hồ sơ`);
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
  await page.getByLabel('Tỷ lệ, %').fill('50');
  await page.keyboard.press('Control+Enter');
  const tiles = page.getByRole('region', { name: 'Chỉ số' });
  await expect(tiles.getByText('đạt chỉ tiêu 50 %')).toBeVisible();
  const running = page.getByRole('region', { name: 'Chỉ tiêu đang chạy' });
  await expect(running.getByRole('row', { name: /Trước và đúng hạn .* ≥ 50 %/ })).toContainText('đã đạt');

  await expectAccessible(page, 'lãnh đạo');
  await page.getByRole('radio', { name: 'Ước tính QĐ 766' }).check();
  await expect(page.getByText('Ước tính từ dữ liệu tại chỗ.')).toBeVisible();
  await page.getByRole('button', { name: 'Sửa Công bố thủ tục đúng hạn' }).click();
  await page.getByLabel('Đạt', { exact: true }).fill('9');
  await page.getByLabel('Trên tổng số').fill('10');
  await page.getByLabel('Nguồn').fill('Cổng Dịch vụ công quốc gia');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nhập tay: Cổng Dịch vụ công' })).toContainText(
    '5,4/6',
  );
  await expectAccessible(page, 'ước tính QĐ 766');

  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();
});
