import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './office.ts';

const name = (page: Page) => page.getByLabel('Họ và tên', { exact: true });
const sign = (page: Page) => page.getByRole('banner').getByText('Mất kết nối');

/** Fills a reception; the papers are taken as they are. */
async function typeReception(page: Page): Promise<void> {
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  for (const text of ['014196002187', 'Lường Thị Thu Hằng', '12091996', '0900000214', 'Tiểu khu 3']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused();
  await page.keyboard.type('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Hẹn trả kết quả' })).toContainText('ngày làm việc');
}

/** The next reception loses its line: before the counter has it, or on the way back. */
async function cutNext(context: BrowserContext, page: Page, when: 'before' | 'after'): Promise<void> {
  await page.route(
    '**/api/cases.receive*',
    async (route) => {
      if (when === 'after') await route.fetch();
      await context.setOffline(true);
      await route.abort();
    },
    { times: 1 },
  );
}

test('a reception whose line is cut: the form stays, the window asks and says whether it was received; nothing doubles', async ({
  page,
  context,
}) => {
  await page.goto('/tiep-nhan');
  await typeReception(page);
  await cutNext(context, page, 'before');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Chưa rõ đã tiếp nhận hay chưa/)).toBeVisible();
  await expect(sign(page)).toBeVisible();
  // Neither sent again under another key, nor emptied.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(name(page)).toHaveValue('Lường Thị Thu Hằng');
  await context.setOffline(false);
  await expect(page.getByText(/^Chưa tiếp nhận: /)).toBeVisible();
  await expect(sign(page)).toBeHidden();

  await cutNext(context, page, 'after');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Chưa rõ đã tiếp nhận hay chưa/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Đã tiếp nhận\. Mã hồ sơ H52\.09\.01-\d{6}-0001/)).toBeVisible();
  await expect(name(page)).toHaveValue('');
  await page.keyboard.press('Escape');

  // The page goes away before the answer comes.
  await typeReception(page);
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/api/cases.receive*', (route) => route.fetch().then(() => answer()), { times: 1 });
  await page.keyboard.press('Control+Enter');
  await answered;
  await page.reload();
  await expect(page.getByText(/^Lần gửi trước đã tiếp nhận\. Mã hồ sơ H52\.09\.01-\d{6}-0002/)).toBeVisible();

  await page.goto('/ho-so');
  const rows = page.getByRole('grid').getByText('Lường Thị Thu Hằng');
  await expect(rows).toHaveCount(2);
  // What was read stays in sight over a cut.
  await context.setOffline(true);
  await expect(sign(page)).toBeVisible();
  await expect(rows).toHaveCount(2);
  await context.setOffline(false);
  await expect(sign(page)).toBeHidden();
  await expect(rows).toHaveCount(2);
});
