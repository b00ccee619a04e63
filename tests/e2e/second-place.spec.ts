import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './office.ts';

test('a second place: a folder that there is not, the code that is typed back, and a first copy at once', async ({
  page,
}) => {
  const stick = mkdtempSync(join(tmpdir(), 'mot-cua-stick-'));
  await page.goto('/sao-luu');
  const end = page.getByText(/^Mã nhật ký lúc này/);
  const before = (await end.textContent()) ?? '';
  await page.getByRole('button', { name: 'Chọn USB hoặc ổ khác' }).click();
  const folder = page.getByLabel('Thư mục trên USB hoặc ổ khác');
  await folder.fill(join(stick, 'khongco'));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('không có thư mục ấy');
  await folder.fill(stick);
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Mã mở bản sao lưu' });
  const code = (await dialog.locator('output').textContent()) ?? '';
  // The same hand once more must not close it for ever, nor must Esc.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await page.mouse.click(20, 400);
  await page.keyboard.type('00000');
  await expect(dialog).toContainText('Chưa khớp');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(code.slice(-5).toLowerCase());
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Bản cuối chép sang/)).toBeVisible();
  await expect(page.getByText('chưa được xác nhận trên giấy')).toBeHidden();
  // The journal went on: so does the code that a paper is held against.
  await expect(end).not.toHaveText(before);
  rmSync(stick, { recursive: true, force: true });
});

test('a code whose sheet was lost with the window is said to be on no paper, and it is typed again or another one made', async ({
  page,
}) => {
  const stick = mkdtempSync(join(tmpdir(), 'mot-cua-stick-'));
  await page.goto('/sao-luu');
  await page.getByRole('button', { name: 'Chọn USB hoặc ổ khác' }).click();
  await page.getByLabel('Thư mục trên USB hoặc ổ khác').fill(stick);
  await page.keyboard.press('Control+Enter');
  const code = await page.getByRole('dialog', { name: 'Mã mở bản sao lưu' }).locator('output').textContent();
  await page.reload();
  await expect(page.getByText('chưa được xác nhận trên giấy')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('unproven.png') });
  await page.getByRole('button', { name: 'Làm mã mới' }).click();
  await expect(page.getByRole('dialog', { name: 'Nơi lưu thứ hai' })).toContainText('lần này làm mã mới');
  await page.screenshot({ path: test.info().outputPath('again.png') });
  await page.keyboard.press('Escape');
  // The sheet of before is in the safe, as after a restore to an earlier copy.
  await page.getByRole('button', { name: 'Gõ lại mã trên giấy' }).click();
  const sheet = page.getByRole('dialog', { name: 'Gõ lại mã trên giấy' });
  await page.keyboard.type('00000-00000-00000-00000');
  await page.keyboard.press('Control+Enter');
  await expect(sheet).toContainText('Không phải mã đang dùng');
  await page.screenshot({ path: test.info().outputPath('typed.png') });
  await page.keyboard.press('Control+A');
  await page.keyboard.type(String(code).toLowerCase());
  await page.keyboard.press('Control+Enter');
  await expect(sheet).toBeHidden();
  await expect(page.getByText('chưa được xác nhận trên giấy')).toBeHidden();
  rmSync(stick, { recursive: true, force: true });
});
