import type { APIRequestContext, Page } from '@playwright/test';
import type { CaseDetail } from '../../shared/views.ts';
import { expect, test } from './office.ts';

/** A field of the form, what is typed into it last, and what the received case holds then. */
interface LastField {
  label: string;
  typed: string;
  expected: (detail: CaseDetail) => unknown;
  toBe: unknown;
  /** What else the field needs on the page. */
  prepare?: (page: Page) => Promise<void>;
}

const onBehalf = async (page: Page) => {
  await page.getByRole('radio', { name: 'Nộp thay' }).check({ force: true });
  await page.getByLabel('Họ và tên', { exact: true }).first().fill('Lường Văn Út');
};
const applicant = (part: keyof CaseDetail['state']['applicant']) => (detail: CaseDetail) =>
  detail.state.applicant[part];

const fields: LastField[] = [
  { label: 'Số định danh', typed: '014196002187', expected: applicant('idNumber'), toBe: '014196002187' },
  { label: 'Họ và tên', typed: 'Hà Văn Sáu', expected: applicant('name'), toBe: 'Hà Văn Sáu' },
  { label: 'Ngày sinh', typed: '12091996', expected: applicant('birthOn'), toBe: '1996-09-12' },
  { label: 'Điện thoại', typed: '0900000214', expected: applicant('phone'), toBe: '0900000214' },
  { label: 'Nơi cư trú', typed: 'Bản Mé', expected: applicant('address'), toBe: 'Bản Mé' },
  {
    label: 'Nội dung yêu cầu',
    typed: 'Để vay vốn',
    expected: ({ state }) => state.summary,
    toBe: 'Để vay vốn',
  },
  { label: 'Số bộ hồ sơ', typed: '2', expected: ({ state }) => state.sets, toBe: 2 },
  { label: 'Lệ phí, đồng', typed: '15000', expected: ({ state }) => state.fee.amountVnd, toBe: 15_000 },
  {
    label: 'Thêm giấy tờ khác',
    typed: 'Đơn viết tay',
    expected: ({ state }) => state.papers.map(({ name }) => name),
    toBe: expect.arrayContaining(['Đơn viết tay']),
  },
  {
    label: 'Quan hệ',
    typed: 'con',
    expected: ({ state }) => state.submitter?.relation,
    toBe: 'con',
    prepare: onBehalf,
  },
];

test('what is typed last into any field belongs to its case alone', async ({ page, request, counter }) => {
  test.setTimeout(120_000);
  await page.goto('/tiep-nhan');
  for (const [index, { label, typed, expected, toBe, prepare }] of fields.entries()) {
    await test.step(label, async () => {
      await fillValid(page);
      await prepare?.(page);
      await page.getByLabel(label, { exact: true }).first().fill(typed);
      await page.keyboard.press('Control+Enter');
      const code = new RegExp(String.raw`H52\.09\.01-\d{6}-${String(index + 1).padStart(4, '0')}`);
      await expect(page.getByText(code).first(), label).toBeVisible();
      const detail = await caseOf(request, counter.url, index + 1);
      expect(expected(detail), label).toEqual(toBe);
      await page.keyboard.press('Escape');
      await expectBlank(page, label);
    });
  }
});

test('Esc in any field leaves a blank form', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/tiep-nhan');
  for (const { label, typed, prepare } of fields) {
    await test.step(label, async () => {
      await fillValid(page);
      await prepare?.(page);
      await page.getByLabel(label, { exact: true }).first().fill(typed);
      await page.keyboard.press('Escape');
      await expectBlank(page, label);
    });
  }
});

test('an unread scan and an open promise go with their form', async ({ page }) => {
  await page.goto('/tiep-nhan');
  await fillValid(page);
  await page.getByRole('button', { name: 'Hẹn sớm hơn' }).click();
  await page.getByLabel(/^Quét thẻ/).fill('Người chưa chọn');
  await page.keyboard.press('Escape');
  await expectBlank(page);
  await pickProcedure(page);
  await expect(page.getByRole('button', { name: 'Hẹn sớm hơn' })).toBeVisible();
  await expect(page.getByLabel('Giờ', { exact: true })).toHaveCount(0);
});

test('a wrong earlier promise stops the reception with its sentence', async ({ page, request, counter }) => {
  await page.goto('/tiep-nhan');
  await fillValid(page);
  await page.getByRole('button', { name: 'Hẹn sớm hơn' }).click();
  await expect(page.getByLabel('Ngày', { exact: true })).toBeFocused();
  const hour = page.getByLabel('Giờ', { exact: true });
  await expect(hour).toHaveValue(/^\d\d:\d\d$/);
  await hour.fill('2560');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Giờ viết chưa đúng, ví dụ 15:30.')).toBeVisible();
  await expect(hour).toBeFocused();
  await hour.fill('1500');
  await page.getByLabel('Ngày', { exact: true }).selectOption({ index: 1 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/H52\.09\.01-\d{6}-0001/).first()).toBeVisible();
  expect((await caseOf(request, counter.url)).state.promisedAt).toMatch(/T15:00$/);
});

test('the handover is done by Ctrl+Enter from its list, and the keyboard stays on the page', async ({
  page,
}) => {
  await page.goto('/tiep-nhan');
  await fillValid(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: /^Phiếu của/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /H52\.09\.01-\d{6}-0001/ }).click();
  await page.getByRole('button', { name: /^Chuyển xử lý/ }).waitFor();
  await page.keyboard.press('F9');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: /Diễn biến/ })).toContainText('Giao hồ sơ');
  await expect(page.getByRole('button', { name: /^Giải quyết xong/ })).toBeFocused();
});

async function fillValid(page: Page): Promise<void> {
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lường Thị Thu Hằng');
  await pickProcedure(page);
}

async function pickProcedure(page: Page): Promise<void> {
  await page.getByLabel('Tìm thủ tục').fill('tình trạng hôn nhân');
  await page.getByRole('option', { name: /^Xác nhận tình trạng hôn nhân/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Hẹn trả kết quả' })).toContainText('ngày làm việc');
}

/** `after` names in a failure what was left. */
async function expectBlank(page: Page, after?: string): Promise<void> {
  await expect(page.getByLabel(/^Quét thẻ/), after).toBeFocused();
  // Late writes come with the blur of the field that was left.
  await page.waitForTimeout(300);
  await expect(page.getByLabel('Tìm thủ tục'), after).toHaveValue('');
  const values = await page
    .locator('form input:not([type=radio], [type=checkbox]), form textarea:not([aria-hidden]), form select')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(
    values.filter((value) => value !== ''),
    after,
  ).toEqual(['1']);
  await expect(page.getByLabel('Số bộ hồ sơ'), after).toHaveValue('1');
  await expect(page.getByText('Người đi nộp'), after).toHaveCount(0);
}

async function caseOf(request: APIRequestContext, url: string, id = 1): Promise<CaseDetail> {
  const reply = await request.post(`${url}/api/cases.whole`, { headers: { origin: url }, data: { id } });
  return (await reply.json()).result.data;
}
