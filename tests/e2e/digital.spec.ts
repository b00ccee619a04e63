import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { openDesk } from '../desk.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './office.ts';

async function tell(request: APIRequestContext, url: string, path: string, data: unknown): Promise<void> {
  const reply = await request.post(`${url}/api/${path}`, { headers: { origin: url }, data });
  expect(reply.ok(), await reply.text()).toBe(true);
}

const person = (page: Page) => page.getByRole('region', { name: 'Một người' });
const coverage = (page: Page) => page.getByRole('region', { name: 'Độ phủ' });

test('somebody scanned for the first time gets his card; a help is two taps and stands in the figures at once', async ({
  page,
}) => {
  await page.goto('/ho-tro-so');
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  await page.keyboard.type('014196002187||Lường Thị Thu Hằng|12091996|Nữ|Tiểu khu 3|15042021');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Lường Thị Thu Hằng');
  await page.keyboard.press('Control+Enter');
  await expect(person(page).getByRole('heading', { name: 'Lường Thị Thu Hằng' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Đạt 0 trên 5 tiêu chí' })).toBeVisible();

  await person(page).getByRole('radio', { name: 'Sổ sức khỏe' }).check();
  await page.keyboard.press('Control+Enter');
  await expect(person(page).getByRole('status')).toContainText('Đã ghi một lượt: Sổ sức khỏe, hướng dẫn.');
  await expect(person(page)).toContainText(/đã thử .*, chưa xong/);
  await expect(page.getByRole('link', { name: '1 lượt', exact: true })).toBeVisible();

  await person(page).getByRole('button', { name: 'Ghi đạt Sổ sức khỏe điện tử' }).click();
  await page.getByRole('menuitem', { name: 'Đã xem trên máy' }).click();
  await expect(page.getByRole('img', { name: 'Đạt 1 trên 5 tiêu chí' })).toBeVisible();
  const row = coverage(page).getByRole('row', { name: /Sổ sức khỏe điện tử/ });
  await expect(row).toContainText('1/1');
  await expectAccessible(page, 'digital', 'main');

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('img', { name: 'Đạt 0 trên 5 tiêu chí' })).toBeVisible();
  await expect(row).toContainText('0/1');

  // The number opens exactly its lượt, the lượt its person.
  await page.getByRole('link', { name: '1 lượt', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Lượt giúp' })).toBeVisible();
  await page.getByRole('link', { name: /Lường Thị Thu Hằng/ }).click();
  await expect(page.getByText('1 lượt giúp')).toBeVisible();
});

test('a topic and an area of the settings are offered at once, and the coverage opens its people', async ({
  page,
}) => {
  await page.goto('/cai-dat');
  const part = page.getByRole('region', { name: 'Hỗ trợ số' });
  await part.getByText('Việc đã giúp').click();
  await part.getByRole('button', { name: 'Thôi dùng: Tên việc VNeID' }).click();
  await part.getByLabel('Địa bàn', { exact: true }).fill('Tiểu khu 3\nBản Nong');
  await part.getByRole('button', { name: 'Lưu' }).click();
  await expect(part.getByRole('status').or(part.getByText('Đã lưu'))).toBeVisible();

  await page.goto('/ho-tro-so');
  await page.getByRole('button', { name: 'Ghi người mới' }).first().click();
  await page.getByLabel('Họ và tên').fill('Lò Thị Lan');
  await page.getByLabel('Năm sinh').fill('1990');
  await page.getByRole('dialog').getByLabel('Địa bàn').fill('số 4 tieu khu 3');
  await page.keyboard.press('Control+Enter');
  await expect(person(page).getByRole('radio', { name: 'Ngân hàng' })).toBeVisible();
  await expect(person(page).getByRole('radio', { name: 'VNeID' })).toBeHidden();

  await page.getByRole('link', { name: 'Độ phủ' }).click();
  await expectAccessible(page, 'digital coverage', 'main');
  await page
    .getByRole('row', { name: /^Tiểu khu 3/ })
    .getByRole('link', { name: '1', exact: true })
    .click();
  await expect(page.getByRole('link', { name: /Lò Thị Lan/ })).toBeVisible();
});

test('at intake what is missing is told, and a help is logged without leaving the form', async ({ page }) => {
  await page.goto('/tiep-nhan');
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  await page.keyboard.type('014196002187||Lường Thị Thu Hằng|12091996|Nữ|Tiểu khu 3|15042021');
  await page.keyboard.press('Enter');
  const intake = page.getByRole('region', { name: 'Người nộp' });
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused();
  await intake.getByRole('button', { name: 'Ngân hàng' }).click();
  await page.getByRole('menuitem', { name: 'Làm hộ' }).click();
  await expect(intake).toContainText('Đã ghi một lượt giúp.');
  await intake.getByRole('button', { name: 'VNeID' }).click();
  await page.getByRole('menuitem', { name: 'Đã có, xem trên máy' }).click();
  await expect(intake).toContainText('Còn thiếu: Tài khoản DVCQG');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Lường Thị Thu Hằng');
});

test('a laptop logs a campaign day by digits, and its file merged twice changes nothing', async ({
  page,
  request,
  counter,
}) => {
  const [teamId, id] = [randomUUID(), randomUUID()];
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await tell(request, counter.url, 'digital.teams.save', { id: teamId, version: 0, name: 'Tổ Tiểu khu 1' });
  const campaign = { id, name: 'Đợt cao điểm', from: today, to: today, teamIds: [teamId] };
  await tell(request, counter.url, 'digital.campaign.save', campaign);

  await page.goto(`/ho-tro-so/ghi-dot?dot=${id}`);
  await expect(page.getByLabel(/^Quét thẻ/)).toBeFocused();
  for (const text of ['0900000999', 'Lò Thị Lan', '1990']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('13');
  await expect(page.getByRole('button', { name: 'Ghi 2 lượt' })).toBeVisible();
  const heights = await page
    .locator('form label > span')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(56);
  await expectAccessible(page, 'tally', 'main');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi 2 lượt cho Lò Thị Lan.')).toBeVisible();

  await page.goto('/ho-tro-so/to-dot');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tệp cho máy của tổ' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Làm tệp' }).click();
  const kit = readFileSync(await (await download).path(), 'utf8');
  const passphrase = (await dialog.locator('b').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Đã chép mã' }).click();
  await using laptop = await openDesk(`${today}T08:00`, undefined, false);
  const { digital } = laptop.clerk;
  await digital.campaign.openKit({ text: kit, passphrase });
  const met = { name: 'Lò Thị Lan', idNumber: null, phone: '0900000999', birthYear: 1990, area: '' };
  await digital.campaign.log({
    id: randomUUID(),
    campaignId: id,
    met,
    topic: 'bank',
    level: 'alone',
    teamId,
    marks: [],
  });
  const { files } = await digital.campaign.export({ id });
  const file = {
    name: 'nop.json',
    mimeType: 'application/json',
    buffer: Buffer.from(files[0]?.text ?? ''),
  };
  const campaignPart = page.getByRole('region', { name: 'Đợt cao điểm' });
  const total = page.getByRole('row', { name: /^Cộng/ });
  await page.getByLabel('Gộp tệp của tổ', { exact: true }).setInputFiles(file);
  await expect(campaignPart.getByRole('status')).toContainText('1 lượt, thêm 1');
  // One person, three lượt: people and lượt are never one number.
  await expect(total.getByRole('cell').nth(0)).toHaveText('1');
  await expect(total.getByRole('cell').nth(1)).toHaveText('3');
  await page.getByLabel('Gộp tệp của tổ', { exact: true }).setInputFiles(file);
  await expect(campaignPart.getByRole('status')).toContainText('đã có đủ, sổ không đổi');
  await expect(total.getByRole('cell').nth(1)).toHaveText('3');
  await expect(page.getByText(/hỗ trợ 1 người, 3 lượt/)).toBeVisible();
  await page
    .getByLabel('Gộp tệp của tổ', { exact: true })
    .setInputFiles({ ...file, buffer: Buffer.from('{}') });
  await expect(campaignPart.getByRole('alert')).toContainText('sổ giữ nguyên');
  await expectAccessible(page, 'campaign', 'main');
});
