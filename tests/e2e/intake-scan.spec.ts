import type { Page } from '@playwright/test';
import { reception } from '../desk.ts';
import { expect, test } from './office.ts';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const person = (page: Page) => page.getByRole('region', { name: 'Người nộp' });
const card = '014096002187||Quang Van Hung|12/09/1996|Nam|Ban Hua Nam|15/04/2025|||';

/** As a scanner does it: key by key into whatever has the focus, then Enter. */
async function scan(page: Page, payload: string): Promise<void> {
  await page.keyboard.type(payload);
  await page.keyboard.press('Enter');
}

test('a card scanned at a radio, a tick or nothing at all fills the applicant', async ({ page }) => {
  await page.goto('/tiep-nhan');
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  const idNumber = field(page, 'Số định danh').last();
  await page.getByRole('radio', { name: 'Nộp thay' }).check({ force: true });
  await expect(page.getByRole('radio', { name: 'Nộp thay' })).toBeFocused();
  await scan(page, card);
  await expect(idNumber).toHaveValue('014096002187');
  await expect(person(page)).toContainText('Đã lấy số và ngày');

  await page.getByLabel('Tìm thủ tục').fill('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  const tick = page.getByRole('listitem').getByRole('checkbox').first();
  await tick.click();
  await expect(tick).toBeFocused();
  await scan(page, card.replace('014096002187', '014096002188'));
  await expect(idNumber).toHaveValue('014096002188');

  await page.getByRole('heading', { name: 'Tiếp nhận', exact: true }).click();
  await scan(page, card.replace('014096002187', '014096002189'));
  await expect(idNumber).toHaveValue('014096002189');
  await expect(page.getByLabel('Tìm hồ sơ')).toHaveValue('');
});

test('a slip scanned on the page of the intake opens its case', async ({ page, request, counter }) => {
  const headers = { origin: counter.url };
  await request.post(`${counter.url}/api/cases.receive`, { headers, data: reception() });
  const reply = await request.post(`${counter.url}/api/cases.get`, { headers, data: { id: 1 } });
  const { slipCode } = (await reply.json()).result.data.state;
  await page.goto('/tiep-nhan');
  await page.getByRole('radio', { name: 'Nộp thay' }).check({ force: true });
  await scan(page, '010101-0009-99');
  await expect(page.getByRole('alert')).toContainText('không có hồ sơ mang mã đó');
  await scan(page, slipCode);
  await expect(page).toHaveURL(/\/ho-so\/1$/);
});

test('a number typed in one go takes the person it belongs to; ten digits say where they went', async ({
  page,
  request,
  counter,
}) => {
  const headers = { origin: counter.url };
  await request.post(`${counter.url}/api/cases.receive`, { headers, data: reception() });
  await page.goto('/tiep-nhan');
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  await scan(page, '014196002187');
  await expect(field(page, 'Họ và tên')).toHaveValue('Lường Thị Thu Hằng');
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page, 'Họ và tên')).toHaveValue('');
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  await scan(page, '0141960021');
  await expect(field(page, 'Điện thoại')).toHaveValue('0141 960 021');
  await expect(person(page)).toContainText('Đã ghi 10 số vào ô điện thoại');
});

test('what is typed right behind a number belongs to the name, however busy the page is', async ({
  page,
}) => {
  await page.goto('/tiep-nhan');
  const scan = page.getByLabel(/^Quét thẻ/);
  await expect(scan).toBeFocused();
  await scan.fill('014196002187');
  // In one stroke of the page: keys come before whatever it has put off.
  const focused = await scan.evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    return document.activeElement?.getAttribute('name');
  });
  expect(focused).toBe('applicant.name');
});
