import { passwordOfTests } from '../sign-in.ts';
import { expect, test } from './counter.ts';

test('the first run by the keyboard alone ends at the board, and the office can receive', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Bắt đầu/ })).toBeFocused();
  // The other ways in stand below, for the keyboard as for the eye.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Mở dữ liệu minh họa' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  // An empty office is told what is missing and goes nowhere.
  await page.getByLabel('Đơn vị', { exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Đơn vị', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  // As many offices write themselves: the committee is named once, and not as a part of the place.
  await page.keyboard.type('UBND phường Nghĩa Lộ');
  await expect(page.getByLabel(/^Cơ quan cấp trên/)).toHaveValue('UBND phường Nghĩa Lộ');
  await expect(page.getByLabel('Địa danh')).toHaveValue('Nghĩa Lộ');
  await page.getByLabel('Tỉnh, thành phố').fill('Lào Cai');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Mã cơ quan').fill('H38.01.02');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Họ và tên').first().fill('Lò Thị Mai');
  // A reload keeps the answers.
  await page.reload();
  await expect(page.getByLabel('Họ và tên').first()).toHaveValue('Lò Thị Mai');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('lothimai');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Không dùng tên người hay tên đơn vị.')).toBeVisible();
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(passwordOfTests);
  await page.keyboard.press('Enter');
  await page.keyboard.type(passwordOfTests);
  for (const heading of ['Quầy mở cửa giờ nào?', 'In phiếu thế nào?', 'Sẵn sàng']) {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  }
  await page.keyboard.press('Control+Enter');
  // The sealed code is shown once, and the counter opens only when it is on paper.
  const code = page.getByRole('status', { name: 'Mã khôi phục' });
  await expect(code).toHaveText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Mở quầy/ })).toBeDisabled();
  await page.keyboard.type(((await code.textContent()) ?? '').slice(-5));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Phường Nghĩa Lộ');
});

test('sample data opens from the first page and says that it is a sample', async ({ page }) => {
  // A day of cases is played before it opens, which takes a busy machine a while.
  test.setTimeout(150_000);
  await page.goto('/');
  await page.getByRole('button', { name: /Mở dữ liệu minh họa/ }).click();
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible({ timeout: 120_000 });
  await expect(page.locator('body')).toContainText('dữ liệu mẫu');
});

test('a bare machine shows the way back, before anybody is known here', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }).click();
  await expect(page.getByRole('list', { name: 'Các bước' }).getByRole('listitem')).toHaveCount(4);
  await expect(page.getByLabel('USB hoặc thư mục')).toBeVisible();
});
