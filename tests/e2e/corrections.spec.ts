import type { APIRequestContext } from '@playwright/test';
import { reception } from '../desk.ts';
import type { RunningCounter } from './counter.ts';
import { expect, test } from './office.ts';

async function call(
  request: APIRequestContext,
  { url }: RunningCounter,
  path: string,
  data: unknown,
): Promise<unknown> {
  const reply = await request.post(`${url}/api/${path}`, { headers: { origin: url }, data });
  expect(reply.ok(), await reply.text()).toBe(true);
  return (await reply.json()).result.data;
}

test('a wrong name and a wrong procedure are put right by the keyboard, with both dates before the click', async ({
  page,
  request,
  counter,
}) => {
  await call(request, counter, 'cases.receive', reception());
  await page.goto('/ho-so/1');
  await page.getByRole('link', { name: 'Sửa', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sửa hồ sơ' })).toBeVisible();
  await expect(page.getByLabel('Họ và tên', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Lường Thị Thu Hà');
  await expect(page.getByText('Sẽ sửa chủ hồ sơ; thành lần sửa 1.')).toBeVisible();
  // A letter at the chosen procedure looks for another one.
  await page.getByRole('button', { name: /^Xác nhận tình trạng hôn nhân 1\.004873/ }).focus();
  await page.keyboard.type('khai sinh');
  await page.keyboard.press('Enter');
  const dates = page.getByRole('region', { name: 'Ngày hẹn' });
  await expect(dates).toContainText('Ngày hẹn đang lưu');
  await expect(dates).toContainText('Sau khi sửa');
  // Nothing is saved without its reason.
  await page.keyboard.press('Control+Enter');
  const reason = page.getByLabel('Lý do sửa');
  await expect(reason).toBeFocused();
  await expect(page.getByText('bản cũ được giữ cùng lý do này')).toBeVisible();
  await page.keyboard.type('Nhầm tên và thủ tục');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Lường Thị Thu Hà' })).toBeVisible();
  await expect(page.getByText('Nhầm tên và thủ tục')).toBeVisible();

  await page.getByRole('button', { name: 'Lần sửa 1' }).focus();
  await page.keyboard.press('Enter');
  const versions = page.getByRole('dialog');
  await expect(
    versions.getByRole('row', { name: /^Họ và tên Lường Thị Thu Hằng Lường Thị Thu Hà/ }),
  ).toBeVisible();
  await expect(versions.getByRole('row', { name: /^Ngày hẹn/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(versions).toBeHidden();

  const found = await call(request, counter, 'cases.search', { text: 'Lường Thị Thu Hằng', limit: 5 });
  expect(found).toEqual([]);
});

test('Esc asks once before what was changed is left', async ({ page, request, counter }) => {
  await call(request, counter, 'cases.receive', reception());
  await page.goto('/ho-so/1/sua');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toBeFocused();
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Phần vừa sửa chưa lưu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/ho-so\/1$/);
  await expect(page.getByRole('heading', { name: 'Lường Thị Thu Hằng' })).toBeVisible();
});

test('a case is copied into a new form, and the new case is another one', async ({
  page,
  request,
  counter,
}) => {
  await call(request, counter, 'cases.receive', reception());
  await page.goto('/ho-so/1');
  await page.getByRole('link', { name: 'Sao chép hồ sơ' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Lường Thị Thu Hằng');
  await expect(page.getByRole('button', { name: /^Xác nhận tình trạng hôn nhân 1\.004873/ })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  // The case that is copied lacks a paper of the catalogue: the intake asks once.
  await expect(page.getByText('Vẫn nhận? Bấm lần nữa')).toBeVisible();
  await page.waitForTimeout(700);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/H52\.09\.01-\d{6}-0002/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  // What was just received can be put right from here.
  await page.getByRole('link', { name: 'Sửa', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ho-so\/2\/sua$/);
});
