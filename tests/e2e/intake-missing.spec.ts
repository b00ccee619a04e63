import type { Page } from '@playwright/test';
import { expect, test } from './office.ts';

/** A reception whose one required paper is not ticked. */
async function fillWithoutPaper(page: Page): Promise<void> {
  await page.goto('/tiep-nhan');
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lò Văn Thử');
  await page.getByLabel('Tìm thủ tục').fill('tình trạng hôn nhân');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Hẹn trả kết quả' })).toContainText('ngày làm việc');
  await page.getByRole('listitem').getByRole('checkbox').first().click();
}

test('without a required paper the button says so, and asks once', async ({ page }) => {
  await fillWithoutPaper(page);
  await expect(page.getByRole('button', { name: /^Thiếu 1 giấy tờ, vẫn nhận/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Vẫn nhận? Bấm lần nữa')).toBeVisible();
  // Longer than a double click: the question can have been read.
  await page.waitForTimeout(700);
  await expect(page.getByText(/H52\.09\.01-\d{6}-0001/)).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/H52\.09\.01-\d{6}-0001/).first()).toBeVisible();
});

test('what is missing brings its usual reason, and a refused dialog goes to the fault', async ({ page }) => {
  await fillWithoutPaper(page);
  await page.getByRole('button', { name: 'Chưa đủ, hướng dẫn bổ sung' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const reason = dialog.getByLabel('Lý do');
  await expect(reason).toHaveValue('Thiếu giấy tờ theo thành phần hồ sơ');
  await reason.fill('');
  await dialog
    .getByLabel(/^Thiếu hoặc sai chỗ nào/)
    .first()
    .focus();
  await page.keyboard.press('Control+Enter');
  await expect(reason).toBeFocused();
  await dialog.getByRole('list').getByRole('checkbox', { checked: true }).uncheck();
  await reason.fill('Tờ khai ghi chưa đủ');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('list').getByRole('checkbox').first()).toBeFocused();
});
