import { reception } from '../desk.ts';
import { expect, test } from './office.ts';

/** The first working day strictly after a day, Saturdays and Sundays apart, as `dd` of its month. */
function dayAfter(today: Date, count: number): Date {
  const day = new Date(today);
  for (let left = count; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return day;
}

test('a holiday added later: the list, the new slips, and the case says why', async ({
  page,
  request,
  counter,
}) => {
  const post = (path: string, data: unknown) =>
    request.post(`${counter.url}/api/${path}`, { headers: { origin: counter.url }, data });
  const received = await post('cases.receive', reception({ name: 'Mùa Văn Sơn', procedureCode: '1.012812' }));
  const { id, dueAt } = (await received.json()).result.data;
  // The last day of thirty is declared off.
  const off = new Date(`${dueAt.slice(0, 10)}T00:00Z`);
  const year = off.getUTCFullYear();
  await page.goto('/lich');
  await page.getByRole('radio', { name: String(year) }).check({ force: true });
  await page
    .getByRole('table', { name: `Tháng ${off.getUTCMonth() + 1}`, exact: true })
    .getByRole('button', { name: String(off.getUTCDate()), exact: true })
    .click();
  await page.getByLabel('Ngày này là').selectOption('holiday');
  await page.getByLabel('Tên ngày nghỉ').fill('Nghỉ phòng chống bão');
  // To the button, then it.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 hồ sơ đổi ngày hẹn')).toBeVisible();
  await page.getByRole('button', { name: 'Xem danh sách' }).click();
  const list = page.getByRole('dialog', { name: '1 hồ sơ đổi ngày hẹn' });
  await list.getByRole('row').filter({ hasText: 'Mùa Văn Sơn' }).getByText('Mùa Văn Sơn').click();
  await expect(list.getByText('30 ngày theo lịch').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/1 hồ sơ có ngày hẹn mới, 1 giấy hẹn mới vào danh sách in/)).toBeVisible();
  await expect(page.getByRole('dialog', { name: /^Phiếu của/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`/ho-so/${id}`);
  await expect(page.getByText('Đổi ngày hẹn theo lịch nghỉ')).toBeVisible();
  await expect(page.getByText(/nghỉ \(Nghỉ phòng chống bão\)\. Ngày hẹn cũ/)).toBeVisible();
  const next = dayAfter(off, 1);
  const after = await request.post(`${counter.url}/api/cases.get`, {
    headers: { origin: counter.url },
    data: { id },
  });
  const { state } = (await after.json()).result.data;
  expect(state.dueAt.slice(0, 10) >= next.toISOString().slice(0, 10)).toBe(true);
  expect(state.originalDueAt).toBe(dueAt);
});

test('a change that moves nothing says so, and is applied at once', async ({ page }) => {
  await page.goto('/lich');
  await page.getByRole('button', { name: /^Thêm năm/ }).click();
  await expect(page.getByText('Không hồ sơ nào đổi ngày hẹn')).toBeVisible();
  await page.getByRole('button', { name: 'Áp dụng' }).click();
  await expect(page.getByText(/Đã đổi lịch, bản 2/)).toBeVisible();
});
