import type { Page } from '@playwright/test';
import { reception } from '../desk.ts';
import { startCounter, stopCounter } from './counter.ts';
import { expect, test } from './office.ts';

/** Fills a reception by the keyboard alone, from the focused scan field to the procedure. */
async function typeReception(page: Page, procedure = 'xntt'): Promise<void> {
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  await page.keyboard.type('014196002187');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toBeFocused();
  for (const text of ['Lường Thị Thu Hằng', '12091996', '0900000214', 'Tiểu khu 3, thị trấn Ít Ong']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused();
  await page.keyboard.type(procedure);
  await page.keyboard.press('Enter');
}

const card = (page: Page) => page.getByRole('region', { name: 'Hẹn trả kết quả' });

test('J1: a case is received and its slips are made without a mouse', async ({ page, request, counter }) => {
  await page.goto('/');
  await page.locator('main h1').waitFor();
  await page.keyboard.press('F2');
  await typeReception(page, 'tình trạng hôn nhân');
  await expect(card(page)).toContainText('ngày làm việc');
  // After the procedure the walk goes on through papers, summary and fee to the button.
  for (let step = 0; step < 40; step += 1) {
    if (
      await page
        .getByRole('button', { name: /^Tiếp nhận và in/ })
        .evaluate((button) => button === document.activeElement)
    )
      break;
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('button', { name: /^Tiếp nhận và in/ })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/H52\.09\.01-\d{6}-0001/).first()).toBeVisible();
  await expect(page.getByRole('dialog')).toContainText('Giấy tiếp nhận');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  const reply = await request.post(`${counter.url}/api/cases.whole`, {
    headers: { origin: counter.url },
    data: { id: 1 },
  });
  const { result } = await reply.json();
  expect(result.data.state).toMatchObject({
    applicant: {
      name: 'Lường Thị Thu Hằng',
      birthOn: '1996-09-12',
      phone: '0900000214',
      idNumber: '014196002187',
    },
    procedure: { code: '1.004873' },
    status: 'received',
  });
  expect(result.data.prints).toHaveLength(2);
});

test('two letters find the procedure: "ks" is birth registration', async ({ page }) => {
  await page.goto('/tiep-nhan');
  await page.getByLabel('Tìm thủ tục').fill('ks');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Đăng ký khai sinh');
});

test('a half-filled reception survives a reload and a killed process', async ({ page, counter }) => {
  await page.goto('/tiep-nhan');
  await typeReception(page);
  await expect(card(page)).toContainText('ngày làm việc');
  await page.reload();
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Lường Thị Thu Hằng');

  counter.process.kill('SIGKILL');
  // On the port of before, as at a counter: who was signed in still is.
  const again = await startCounter(counter.dataFolder, ['--port', new URL(counter.url).port]);
  await page.goto('/tiep-nhan');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Lường Thị Thu Hằng');
  await expect(page.getByLabel('Ngày sinh', { exact: true })).toHaveValue('12/09/1996');
  await expect(card(page)).toContainText('ngày làm việc');
  await stopCounter(again);
});

test('a wrong field gets a sentence and the focus, and nothing is stored', async ({
  page,
  request,
  counter,
}) => {
  await page.goto('/tiep-nhan');
  await page.getByLabel('Họ và tên', { exact: true }).fill('Mai 123');
  await page.getByLabel('Điện thoại', { exact: true }).fill('không có');
  await page.getByLabel('Ngày sinh', { exact: true }).fill('30021996');
  await page.getByLabel('Số định danh', { exact: true }).fill('12');
  await page.keyboard.press('Control+Enter');
  for (const field of ['Họ và tên', 'Điện thoại', 'Ngày sinh', 'Số định danh']) {
    await expect(page.getByLabel(field, { exact: true })).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByLabel('Số định danh', { exact: true })).toBeFocused();
  const reply = await request.post(`${counter.url}/api/cases.list`, {
    headers: { origin: counter.url },
    data: {},
  });
  expect((await reply.json()).result.data.total).toBe(0);
});

test('a double click and a held key make one case', async ({ page, request, counter }) => {
  // A held key may reach the preview's own button, and a browser without a screen dies of printing a PDF.
  await page.route('**/files/**', (route) => route.abort());
  await page.goto('/tiep-nhan');
  await typeReception(page);
  await expect(card(page)).toContainText('ngày làm việc');
  await page.getByRole('button', { name: /^Tiếp nhận và in/ }).dblclick();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/H52\.09\.01-\d{6}-0001/).first()).toBeVisible();
  await page.waitForTimeout(1000);
  const reply = await request.post(`${counter.url}/api/cases.list`, {
    headers: { origin: counter.url },
    data: {},
  });
  expect((await reply.json()).result.data.total).toBe(1);
});

test('a person who came before is filled in, and the same request is warned of', async ({
  page,
  request,
  counter,
}) => {
  await request.post(`${counter.url}/api/cases.receive`, {
    headers: { origin: counter.url },
    data: reception(),
  });
  await page.goto('/tiep-nhan');
  await page.getByLabel(/^Quét thẻ/).fill('luong thi');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Lường Thị Thu Hằng');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Điện thoại', { exact: true })).toHaveValue('0900 000 214');
  await page.getByLabel('Tìm thủ tục').fill('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/H52\.09\.01-\d{6}-0001|\d{6}-0001/).first()).toBeVisible();
});

test('what was typed before the draft was read, and the draft, are both kept', async ({ page }) => {
  await page.goto('/tiep-nhan');
  await typeReception(page);
  await expect(page.getByText(/Bản nháp lưu [1-9]/)).toBeVisible();
  // The page that goes may send its last words, such as an amount that came late; they are before the question of the new one.
  let isAsked = false;
  const saved: string[] = [];
  await page.route('**/api/**', async (route) => {
    const url = route.request().url();
    if (isAsked && /drafts\.save/.test(url)) saved.push(url);
    if (/drafts\.get/.test(url)) {
      isAsked = true;
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
    await route.continue();
  });
  await page.reload();
  const name = page.getByLabel('Họ và tên', { exact: true });
  await name.fill('Quàng Thị Mới');
  await page.waitForTimeout(1000);
  expect([isAsked, saved]).toEqual([true, []]);
  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  await expect(name).toHaveValue('Lường Thị Thu Hằng');
  await page.getByRole('button', { name: /^Hoàn tác/ }).click();
  await expect(name).toHaveValue('Quàng Thị Mới');
});

test('the window asks for an answer that was lost', async ({ page }) => {
  await page.goto('/tiep-nhan');
  await typeReception(page, 'tình trạng hôn nhân');
  await expect(card(page)).toContainText('ngày làm việc');
  await page.route(
    '**/api/cases.receive*',
    async (route) => {
      await route.fetch();
      return route.abort();
    },
    { times: 1 },
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã tiếp nhận\. Mã hồ sơ H52\.09\.01-\d{6}-0001/)).toBeVisible();
});
