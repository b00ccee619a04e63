import type { Page } from '@playwright/test';
import { expect, test } from './office.ts';

/** As a spreadsheet puts it on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((table) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', table);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

const table = [
  'STT\tHọ và tên\tSố CCCD\tNgày sinh\tĐiện thoại\tĐịa chỉ',
  '1\tLò Thị Hoa\t014196010001\t12/09/2008\t0900000201\tBản Hua Nặm',
  '2\tQuàng Văn Ón\t014196010002\t13/09/2008\t0900000202\tTiểu khu 3',
  '3\tTòng Thị Diêu\t12\t14/09/2008\t0900000203\tBản Mé',
].join('\n');

test('a pasted list is put right and received at once, then handed over and its results taken', async ({
  page,
}) => {
  await page.goto('/tiep-nhan/danh-sach');
  await expect(page.getByLabel('Người hoặc đơn vị giao')).toBeFocused();
  for (const text of ['Trường THCS số 2', 'Nhà trường', '0900000100', '']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên, dòng 1')).toBeFocused();
  await paste(page, table);
  await expect(page.getByLabel('Họ và tên, dòng 3')).toHaveValue('Tòng Thị Diêu');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Còn 1 dòng chưa đúng, chưa tiếp nhận hồ sơ nào.');
  await expect(page.getByLabel('Số định danh, dòng 3')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('014196010002');
  await expect(page.getByText('Dòng 3: trùng số với dòng 2 nhưng khác họ tên (Quàng Văn Ón).')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('014196010003');
  await expect(page.getByText('trùng số với dòng')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Ngày sinh, dòng 3')).toBeFocused();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('dialog')).toContainText('Biên bản giao nhận hồ sơ số 1/');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Biên bản giao nhận hồ sơ số 1\// })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(4);
  await expect(page.getByRole('row', { name: /Tòng Thị Diêu/ })).toContainText('Được tiếp nhận');

  await page.goto('/ho-so?view=all');
  // Of an empty list there is nothing to choose, and the mark does not stay.
  await expect(page.getByRole('row', { name: /Lò Thị Hoa/ })).toBeVisible();
  await page.getByRole('checkbox', { name: /chọn tất cả/i }).check();
  await page.keyboard.press('F9');
  await expect(page.getByRole('button', { name: 'Chuyển xử lý 3 hồ sơ' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('Giấy bàn giao hồ sơ số 1/');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Lò Thị Hoa/ })).toContainText('Quàng Văn Hùng');

  await page.goto('/ho-so?view=all');
  // Of an empty list there is nothing to choose, and the mark does not stay.
  await expect(page.getByRole('row', { name: /Lò Thị Hoa/ })).toBeVisible();
  await page.getByRole('checkbox', { name: /chọn tất cả/i }).check();
  await page.getByRole('button', { name: 'Bàn giao kết quả' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('3 hồ sơ đang xử lý sẽ được ghi Giải quyết xong');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('Phiếu bàn giao kết quả số 1/');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Lò Thị Hoa/ })).toContainText('Đã xử lý xong');

  // What is ready waits in custody; a call is noted there.
  await page.goto('/luu-giu?muc=ket-qua');
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Đã gọi' }).first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Hẹn thứ sáu');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('row').first()).toContainText('Hẹn thứ sáu');
});
