import type { APIRequestContext, Page } from '@playwright/test';
import { reception } from '../desk.ts';
import { expect, test } from './office.ts';

/** An empty form with a name and a procedure, from the keyboard. */
async function pick(page: Page, procedure: string): Promise<void> {
  await page.goto('/tiep-nhan');
  await page.locator('main h1').waitFor();
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lường Thị Thu Hằng');
  const search = page.getByLabel('Tìm thủ tục');
  await search.fill(procedure);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await search.press('Enter');
  await expect(amount(page)).toBeVisible();
}

const amount = (page: Page) => page.getByLabel('Lệ phí, đồng');

async function feeOfCase(request: APIRequestContext, url: string, id: number) {
  const reply = await request.post(`${url}/api/cases.get`, { headers: { origin: url }, data: { id } });
  const { result } = await reply.json();
  return result.data.state.fee;
}

test('the price follows what is told, says why, and asks for a reason when it is typed over', async ({
  page,
  request,
  counter,
}) => {
  await pick(page, 'bản sao trích lục');
  await expect(amount(page)).toHaveValue('8.000');
  await page.getByLabel('Bản sao trả kèm').fill('3');
  await expect(amount(page)).toHaveValue('24.000');
  await page.getByRole('button', { name: 'Vì sao có mức này' }).click();
  await expect(page.getByRole('dialog', { name: 'Mức thu tính thế nào' })).toContainText('3 bản × 8.000 đ');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Lường Thị Thu Hằng');
  await amount(page).fill('20000');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'khác mức tính' })).toBeVisible();
  const reason = page.getByLabel('Lý do thu khác mức tính');
  await expect(reason).toBeFocused();
  await page.keyboard.type('Trả thiếu một bản');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/-0001/).first()).toBeVisible();
  expect(await feeOfCase(request, counter.url, 1)).toMatchObject({
    amountVnd: 20_000,
    reason: 'Trả thiếu một bản',
    lines: [{ amountVnd: 24_000 }, { charge: 'override', amountVnd: -4000 }],
  });
});

test('pages of the original make the price, the last digit counts with the key that receives', async ({
  page,
  request,
  counter,
}) => {
  await pick(page, 'chứng thực bản sao');
  await expect(amount(page)).toHaveValue('');
  await page
    .getByLabel(/^số trang/)
    .first()
    .fill('5');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/-0001/).first()).toBeVisible();
  expect(await feeOfCase(request, counter.url, 1)).toMatchObject({ amountVnd: 7000, method: 'cash' });
});

test('who is exempt pays nothing, with group and proof', async ({ page, request, counter }) => {
  await pick(page, 'tình trạng hôn nhân');
  await page.getByLabel('Cách thu').selectOption('exempt');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Chọn diện được miễn' })).toBeVisible();
  await page.getByLabel('Diện miễn', { exact: true }).selectOption('poor');
  await expect(amount(page)).toHaveValue('0');
  await page.getByLabel('Giấy tờ chứng minh diện miễn').fill('Hộ nghèo số 7');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/-0001/).first()).toBeVisible();
  expect(await feeOfCase(request, counter.url, 1)).toMatchObject({
    amountVnd: 0,
    method: 'exempt',
    facts: { exemption: { group: 'poor', proof: 'Hộ nghèo số 7' } },
  });
});

test('a rule is edited in the catalogue and is the price from its day', async ({ page }) => {
  await page.goto('/danh-muc/1.004873');
  await page.getByRole('button', { name: 'Sửa thời hạn, lệ phí' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mức thu, đồng').fill('15.000');
  await dialog.getByLabel('Nộp trực tuyến').last().fill('0');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article')).toContainText('15.000 đ; trực tuyến không thu');
  await pick(page, 'tình trạng hôn nhân');
  await expect(amount(page)).toHaveValue('15.000');
  await page.getByRole('radio', { name: 'Trực tuyến' }).first().check();
  await expect(amount(page)).toHaveValue('0');
});

/** A case that owes 15.000 đồng, whose result is there. */
async function owing(request: APIRequestContext, url: string): Promise<void> {
  const post = async (path: string, data: unknown) => {
    const reply = await request.post(`${url}/api/${path}`, { headers: { origin: url }, data });
    expect(reply.ok(), await reply.text()).toBe(true);
  };
  const fee = { amountVnd: 15_000, method: 'later', reason: 'Theo phường' } as const;
  await post('cases.receive', reception({ fee, slips: [] }));
  await post('cases.act', { id: 1, version: 1, act: { kind: 'handover', toPersonId: 2 } });
  await post('cases.act', { id: 1, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
}

/** As the counter answers what went wrong unexpectedly. */
const faults = [
  { error: { message: 'internal', code: -32603, data: { app: { code: 'internal', incident: '0' } } } },
];

test('a result goes out with its money taken, which stays taken where the result is refused', async ({
  page,
  request,
  counter,
}) => {
  await owing(request, counter.url);
  await page.goto('/ho-so/1');
  await page.locator('main h1').waitFor();
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /^Thu 15\.000 đ tiền mặt và trả/ })).toBeVisible();
  // Nothing is taken while a field is wrong.
  await dialog.getByLabel('Người nhận kết quả').fill('');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Ghi người nhận kết quả.')).toBeVisible();
  await expect(dialog.getByText('Chưa thu 15.000 đ')).toBeVisible();
  await dialog.getByLabel('Người nhận kết quả').fill('Lường Thị Thu Hằng');
  await page.route('**/api/cases.act**', (route) => route.fulfill({ status: 500, json: faults }));
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('khoản này đã ghi và giữ nguyên. Kết quả chưa trả.')).toBeVisible();
  await page.unroute('**/api/cases.act**');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Để sau' }).click();
  await expect(page.getByText('Hồ sơ đã kết thúc: đã trả kết quả')).toBeVisible();
  const happened = page.getByRole('region', { name: /Diễn biến/ });
  await expect(happened).toContainText(/Trả kết quả.*Đã thu tiền mặt.*Tiếp nhận/s);
  // The last act goes, the money stays.
  await page.keyboard.press('Control+z');
  await expect(happened.locator('s')).toHaveText('Trả kết quả');
  await expect(page.getByRole('region', { name: /^Tiền/ })).toContainText('đã thu 15.000 đ');
});

test('a result goes out unpaid with its reason, and the list of what is owed says so', async ({
  page,
  request,
  counter,
}) => {
  await owing(request, counter.url);
  await page.goto('/ho-so/1');
  await page.locator('main h1').waitFor();
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Trả, chưa thu' }).click();
  await expect(dialog.getByLabel('Lý do trả khi chưa thu')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Ghi lý do trả khi chưa thu.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Hẹn nộp sau' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Hồ sơ đã kết thúc: đã trả kết quả')).toBeVisible();
  await page.goto('/thu-phi');
  await page.getByRole('radio', { name: 'Chưa thu 1' }).click();
  await expect(page.getByRole('table')).toContainText(/đã trả kết quả ngày \d\d\/\d\d\/\d{4}/);
  // Taken on the case's page afterwards: the keyboard goes on to the note.
  await page.goto('/ho-so/1');
  await page.getByRole('button', { name: 'Thu tiền mặt' }).click();
  await expect(page.getByRole('button', { name: 'In phiếu thu' })).toBeFocused();
});
