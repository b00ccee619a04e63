import type { APIRequestContext, Page } from '@playwright/test';
import type { ReceiveInput } from '../../shared/domain/intake.ts';
import { reception } from '../desk.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './office.ts';

async function receive(request: APIRequestContext, url: string, override: Partial<ReceiveInput>) {
  const data = reception(override);
  const reply = await request.post(`${url}/api/cases.receive`, { headers: { origin: url }, data });
  expect(reply.ok()).toBe(true);
}

const hung = {
  kind: 'citizen',
  name: 'Lò Văn Hùng',
  idNumber: '014090000001',
  birthOn: '1990-05-01',
  sex: 'male',
  phone: '0900000001',
  address: 'Tiểu khu 3, thị trấn Ít Ong',
} as const;
const mother = { name: 'Lò Thị Mai', idNumber: '014165000002', phone: '0900000002', relation: 'mẹ đẻ' };

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const person = (page: Page) => page.getByRole('region', { name: 'Người nộp' });

/** As a scanner does it: key by key into whatever has the focus, then Enter. */
async function scan(page: Page, payload: string): Promise<void> {
  await page.keyboard.type(payload);
  await page.keyboard.press('Enter');
}

test('a scan spoilt by an input method: retype, then known, household, received', async ({
  page,
  request,
  counter,
}) => {
  await receive(request, counter.url, { applicant: hung, submitter: mother });
  await page.goto('/tiep-nhan');
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();

  // Nobody here: number and dates stay, the name is asked for.
  await scan(page, '001190123456||Nguyeenx Thij Vaan|01011990|Nuwx|Toor 5, Haf Nooij|15042021');
  await expect(field(page, 'Số định danh')).toHaveValue('001190123456');
  await expect(field(page, 'Ngày sinh')).toHaveValue('01/01/1990');
  await expect(field(page, 'Giới tính')).toHaveValue('female');
  await expect(field(page, 'Họ và tên')).toBeFocused();
  await expect(field(page, 'Họ và tên')).toHaveValue('');
  await expect(person(page)).toContainText('tắt bộ gõ');
  await page.keyboard.type('Nguyễn Thị Vân');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Cần gõ lại/)).toBeHidden();

  // A scan cut short takes nothing, and says so.
  await page.keyboard.press('Escape');
  await scan(page, '014090000001||Lò Văn Hùng|01051990|Nam|Tiểu khu');
  await expect(page.getByRole('alert')).toContainText('thiếu phần cuối');
  await expect(field(page, 'Số định danh')).toHaveValue('');

  // Known by the number; another birth year is a warning and no obstacle.
  await scan(page, '014090000001||Lof Vawn Hufng|01051991|Nam|Tieeur khu 3|15042021');
  await expect(field(page, 'Họ và tên')).toHaveValue('Lò Văn Hùng');
  await expect(field(page, 'Điện thoại')).toHaveValue('0900 000 001');
  await expect(person(page)).toContainText('họ tên theo 1 hồ sơ trước');
  await expect(person(page)).toContainText('năm sinh 1990');

  await page.getByRole('button', { name: 'Mẹ: Lò Thị Mai' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Người đi nộp' }).getByLabel('Họ và tên')).toHaveValue(
    'Lò Thị Mai',
  );
  await expect(field(page, 'Quan hệ')).toHaveValue('mẹ');
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused();
  await page.keyboard.type('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Hẹn trả kết quả' })).toContainText('ngày làm việc');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/H52\.09\.01-\d{6}-0002/).first()).toBeVisible();
});

test('a scan that lands in another field is taken for the person all the same', async ({ page }) => {
  await page.goto('/tiep-nhan');
  await field(page, 'Họ và tên').focus();
  await scan(page, '014096002187||Quàng Văn Hùng|12/09/1996|Nam|Bản Hua Nặm|15/04/2025|||');
  await expect(field(page, 'Số định danh')).toHaveValue('014096002187');
  await expect(field(page, 'Họ và tên')).toHaveValue('Quàng Văn Hùng');
  await expect(person(page)).toContainText('Bộ Công an');
});

test('who is being typed is offered by telephone, and taken by the keyboard', async ({
  page,
  request,
  counter,
}) => {
  await receive(request, counter.url, { applicant: hung });
  await page.goto('/tiep-nhan');
  await field(page, 'Điện thoại').fill('0900000001');
  await expect(person(page)).toContainText('cùng điện thoại');
  await person(page).getByRole('button', { name: 'Dùng lại' }).press('Enter');
  await expect(field(page, 'Số định danh')).toHaveValue('014090000001');
  await expect(field(page, 'Họ và tên')).toHaveValue('Lò Văn Hùng');
});

test('two records of one person are compared, merged and taken apart', async ({ page, request, counter }) => {
  await receive(request, counter.url, { applicant: hung });
  const second = { kind: 'citizen', name: 'Lo Van Hung', phone: hung.phone, address: 'Bản Hua Nặm' } as const;
  await receive(request, counter.url, { applicant: second });
  await page.goto('/nguoi-dan/trung');
  await page.getByRole('button', { name: 'So sánh, gộp' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Bản Hua Nặm' }).check();
  await expect(dialog).not.toContainText('014090000001');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Không thấy người nào được ghi hai lần')).toBeVisible();

  await page.goto('/nguoi-dan/2');
  const card = page.getByRole('article', { name: 'Lò Văn Hùng' });
  await expect(card).toContainText('đã được gộp vào người này');
  await expect(card).toContainText('2 hồ sơ');
  await expect(card.locator('dl')).toContainText('Bản Hua Nặm');
  await expect(card).not.toContainText('014090000001');
  await card.getByRole('button', { name: 'Hiện số' }).click();
  await expect(card).toContainText('014090000001');
  await expectAccessible(page, 'person', 'main');

  await card.getByRole('button', { name: 'Tách ra' }).click();
  await expect(page.getByRole('article', { name: 'Lo Van Hung' })).toContainText('1 hồ sơ');
  await page.goto('/nguoi-dan/1');
  await expect(card.locator('dl')).toContainText('Tiểu khu 3');
});
