import { expectAccessible } from './axe.ts';
import { expect, test } from './counter.ts';

test.use({ counterArgs: ['--sample', 'mot-ngay'] });

test('a report is chosen, its number opens its cases, and it leaves as workbook and paper', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/');
  await page.locator('main h1').first().waitFor();
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('heading', { name: 'Báo cáo', level: 1 })).toBeVisible();
  const checks = page.getByRole('list', { name: 'Kiểm tra số liệu' });
  await expect(checks.getByRole('listitem').filter({ hasText: /: khớp$/ })).toHaveCount(5);
  await expect(checks).toContainText('chưa có báo cáo kỳ trước để đối chiếu');
  await expectAccessible(page, 'official');

  const workbook = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất Excel' }).click();
  expect((await workbook).suggestedFilename()).toMatch(
    /^Biểu 06 VPCP KSTT \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d\.xlsx$/,
  );
  await page.keyboard.press('F8');
  await expect(page.getByRole('link', { name: 'Lưu PDF' })).toBeVisible();
  await page.keyboard.press('Escape');

  const total = page
    .getByRole('row', { name: /^Tổng số/ })
    .getByRole('link')
    .first();
  const words = await total.textContent();
  await total.click();
  await expect(
    page.getByText(new RegExp(`^${words} hồ sơ|trong ${words}|${words} hồ sơ`)).first(),
  ).toBeVisible();
  await page.goBack();

  await page.getByRole('button', { name: 'Quá hạn' }).click();
  await expect(page.getByRole('heading', { name: 'Danh sách hồ sơ quá hạn' })).toBeVisible();
  await expectAccessible(page, 'late');
  await page.getByRole('radio', { name: 'Tự chọn' }).click();
  await page.getByLabel('Từ ngày').fill('01012001');
  await page.getByLabel('Đến ngày').fill('31012001');
  await expect(page.getByText(/không có hồ sơ nào trong/)).toBeVisible();
});
