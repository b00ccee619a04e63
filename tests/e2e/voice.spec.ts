import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './office.ts';

test('a complaint is logged, acknowledged and answered by keys and single presses', async ({ page }) => {
  await page.goto('/phan-anh');
  await page.getByText('Không có phản ánh nào đang chờ').waitFor();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  // An empty entry says what is missing, where it is missing.
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByLabel('Nội dung')).toBeFocused();
  await expect(dialog).toContainText('Ghi nội dung: điều người dân nói.');
  await dialog.getByLabel('Nội dung').fill('Hẹn ba ngày, năm ngày chưa có');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/phan-anh\/1$/);
  const timeline = page.getByRole('list', { name: 'Diễn biến' });
  await expect(timeline).toContainText('Tiếp nhận');
  await page.getByRole('button', { name: 'Báo đã nhận' }).click();
  await expect(timeline).toContainText('Báo đã nhận');
  await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
  await dialog.getByLabel('Nội dung trả lời').fill('Đã giải thích, kết quả có ngày mai');
  await page.keyboard.press('Control+Enter');
  await expect(timeline).toContainText('Đã giải thích');
  await expect(page.getByRole('main')).toContainText('Đã trả lời. Không còn việc phải làm.');
  await expect(page.getByRole('navigation', { name: 'Các phản ánh' })).toContainText('Không có phản ánh nào');
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
  ).toEqual([]);
});

test('one key copies a notice, Enter logs that it went over Zalo', async ({
  page,
  context,
  request,
  counter,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: counter.url });
  const reply = await request.post(`${counter.url}/api/cases.receive`, {
    headers: { origin: counter.url },
    data: {
      formKey: randomUUID(),
      procedureCode: '1.004873',
      applicant: { kind: 'citizen', name: 'Lường Thị Thu Hằng', idNumber: '014196002187' },
      papers: [{ name: 'Tờ khai', originals: 1 }],
      fee: { amountVnd: null, method: 'cash' },
    },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  await page.goto('/ho-so/1');
  const panel = page.getByRole('region', { name: 'Báo cho người dân' });
  await panel.getByRole('button', { name: 'Chép tin' }).waitFor();
  await page.keyboard.press('Alt+c');
  await expect(panel.getByRole('button', { name: 'Zalo' })).toBeFocused();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Thị trấn Ít Ong: đã tiếp nhận hồ sơ .+, mã H52\.09\.01-\d{6}-0001\./);
  expect(copied).not.toMatch(/Lường|014196002187/);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('list', { name: 'Đã báo' })).toContainText(
    /Đã báo Zalo \d\d:\d\d, Lò Thị Mai/,
  );
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
  ).toEqual([]);
});
