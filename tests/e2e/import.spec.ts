import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import exceljs from 'exceljs';
import { expectAccessible } from './axe.ts';
import { expect, test } from './office.ts';

const heads =
  'TT;Mã hồ sơ;Tên thủ tục hành chính;Tên cá nhân, tổ chức;Địa chỉ, số điện thoại;Ngày, tháng, năm;;Trả kết quả;Ghi chú';
const subHeads = ';;;;;Nhận hồ sơ;Hẹn trả kết quả;Ngày, tháng, năm;';
const rows = [
  '1;H52.09.01-240102-0001;Việc cũ của xã;Lò Văn Một;Bản A, 0912345671;02/01/2024;05/01/2024;04/01/2024;',
  '2;H52.09.01-240103-0001;Việc cũ của xã;Lò Văn Hai;Bản B;31/02/2024;08/03/2024;;',
  '3;H52.09.01-240104-0001;Việc cũ của xã;Lò Văn Ba;Bản C;04/01/2024;09/01/2024;;=1+1',
];
const book = `\uFEFFSỔ THEO DÕI HỒ SƠ\r\n${[heads, subHeads, ...rows].join('\r\n')}`;

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: /Kiểm tra tất cả dòng/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Kết quả kiểm tra' }).waitFor();
}

async function download(page: Page, button: string): Promise<{ name: string; sheet: exceljs.Worksheet }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  const file = await waiting;
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(readFileSync(await file.path()).buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('No sheet');
  return { name: file.suggestedFilename(), sheet };
}

test('a book comes in, its bad row comes back to be mended, and nothing comes in twice', async ({ page }) => {
  await page.goto('/nap-tep');
  await choose(page, 'so-2024.csv', Buffer.from(book));
  const figures = page.getByRole('region', { name: 'Kết quả kiểm tra' });
  await expect(figures).toContainText('3 dòng chưa nạp được');
  await page.getByRole('button', { name: 'Giữ tên như trong sổ cho tất cả' }).click();
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await expect(figures).toContainText('2 hồ sơ mới');
  await expect(page.getByText('Nhận hồ sơ “31/02/2024” không có thật')).toBeVisible();
  const { name, sheet } = await download(page, 'Tải về để sửa');
  expect(name).toMatch(/^Dòng cần sửa \d{4}-\d\d-\d\d\.xlsx$/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: '2 hồ sơ mới' })).toBeVisible();

  sheet.getRow(2).getCell(6).value = '03/01/2024';
  sheet.getRow(2).getCell(7).value = '08/01/2024';
  const mended = Buffer.from(await sheet.workbook.xlsx.writeBuffer());
  await page.getByRole('button', { name: 'Nạp tệp khác' }).click();
  await choose(page, 'da-sua.xlsx', mended);
  await expect(figures).toContainText('1 hồ sơ mới');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: '1 hồ sơ mới' })).toBeVisible();

  await page.getByRole('button', { name: 'Nạp tệp khác' }).click();
  await choose(page, 'so-2024.csv', Buffer.from(book));
  await expect(figures).toContainText('0 hồ sơ mới');
  await expect(figures).toContainText('2 đã có trong sổ');

  await page.goto('/ho-so?view=all&sort=caseCode&direction=asc');
  await expect(page.locator('[role=row][data-id]')).toHaveCount(3);
  const list = await download(page, 'Xuất Excel');
  expect(list.name).toMatch(/^Danh sách hồ sơ \d{4}-\d\d-\d\d\.xlsx$/);
  const seen = await page
    .locator('[role=row][data-id]')
    .evaluateAll((shown) =>
      shown.map((row) =>
        ['applicantName', 'status'].map(
          (field) => row.querySelector(`[data-field=${field}]`)?.textContent ?? '',
        ),
      ),
    );
  const table = (list.sheet.getSheetValues() as unknown[][]).filter(Boolean).map((row) => row.slice(1));
  const from = table.findIndex(([first]) => first === 'TT');
  const to = table.findIndex(([first]) => String(first).startsWith('Tổng cộng: 3 hồ sơ'));
  const exportedHeads = table[from] as string[];
  const place = (head: string) => exportedHeads.indexOf(head);
  expect(table.slice(from + 1, to).map((row) => [row[place('Chủ hồ sơ')], row[place('Trạng thái')]])).toEqual(
    seen,
  );
});

test('the copy card is worked by the keyboard alone, then the code is attached', async ({
  page,
  context,
  counter,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: counter.url });
  await page.goto('/nap-tep');
  await choose(page, 'so.csv', Buffer.from(book));
  await page.getByRole('button', { name: 'Giữ tên như trong sổ cho tất cả' }).click();
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await expect(page.getByRole('region', { name: 'Kết quả kiểm tra' })).toContainText('2 hồ sơ mới');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã nạp xong').waitFor();
  await page.goto('/chua-nhap');
  const card = page.getByRole('list', { name: 'Các mục chép lên hệ thống quốc gia' });
  await card.waitFor();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect(card.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(read).toBe('Việc cũ của xã');
  await expect(card.getByRole('button').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(read).toBe('Lò Văn Ba');
  await page.getByLabel('Mã hồ sơ quốc gia').fill('H52-QG-1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Không còn hồ sơ nào chờ nhập')).toBeVisible();
});

test('the steps of an import and the copy card are free of axe violations, light and dark', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/nap-tep');
  await page.getByRole('button', { name: 'Chọn tệp' }).waitFor();
  await expectAccessible(page, 'file');
  await page.locator('input[type=file]').setInputFiles({
    name: 'so.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(book),
  });
  await page.getByRole('button', { name: /Kiểm tra tất cả dòng/ }).waitFor();
  await expectAccessible(page, 'columns');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Giữ tên như trong sổ cho tất cả' }).click();
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await page.getByRole('button', { name: /Nạp 2 hồ sơ/ }).waitFor();
  await expectAccessible(page, 'check');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã nạp xong').waitFor();
  await expectAccessible(page, 'result');
  await page.goto('/chua-nhap');
  await page.getByRole('list', { name: 'Các mục chép lên hệ thống quốc gia' }).waitFor();
  await expectAccessible(page, 'card');
});
