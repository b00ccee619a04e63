import { expectAccessible } from './axe.ts';
import { expect, test } from './counter.ts';

test.use({ counterArgs: ['--sample', 'mot-ngay'] });

test('J2: a figure of the board opens exactly its cases', async ({ page }) => {
  await page.goto('/');
  const late = page.getByRole('link', { name: /Quá hạn/ }).first();
  await expect(late).toContainText('2');
  await late.click();
  await expect(page).toHaveURL(/ho-so/);
  await expect(page.locator('[role=row][data-id]')).toHaveCount(2);
});

test('J2: Ctrl+K finds a name without accents anywhere, Enter opens its case', async ({ page }) => {
  await page.goto('/lich');
  await page.locator('main h1').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('thi');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Thị');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ho-so\/\d+$/);
});

test('J3: hand over, resolve and give back by keys, each in the timeline', async ({ page }) => {
  await page.goto('/');
  await page.locator('a[href^="/ho-so/"]').first().click();
  await expect(page).toHaveURL(/\/ho-so\/\d+$/);
  const timeline = page.getByRole('region', { name: /Diễn biến/ });
  await expect(timeline).toContainText('Tiếp nhận');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(timeline).toContainText('Giải quyết xong');
  await page.keyboard.press('F4');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  // Its receipt is shown for printing.
  await expect(page.getByRole('dialog')).toContainText('Phiếu của');
  await page.keyboard.press('Escape');
  await expect(timeline).toContainText('Trả kết quả');
});

test('every screen is free of axe violations and fits 1366 wide, light and dark', async ({ page }) => {
  test.setTimeout(180_000);
  for (const path of [
    '/',
    '/tiep-nhan',
    '/ho-so',
    '/ho-so/1',
    '/danh-muc',
    '/danh-muc/1.001193',
    '/lich',
    '/cai-dat',
  ]) {
    await page.goto(path);
    await page.locator('main h1').first().waitFor();
    await page.waitForTimeout(400);
    await expectAccessible(page, path);
  }
});
