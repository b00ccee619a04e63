import { reception } from '../desk.ts';
import { passwordOfTests } from '../sign-in.ts';
import { expect, test } from './office.ts';

test('a restore by the keyboard: the sign-in leads on to the board, and the bar says what it cost', async ({
  page,
  request,
  counter,
  office: { recoveryCode },
}) => {
  const asked = async (path: string, data: unknown) => {
    const reply = await request.post(`${counter.url}/api/${path}`, {
      headers: { origin: counter.url },
      data,
    });
    if (!reply.ok()) throw new Error(await reply.text());
    return (await reply.json()).result.data;
  };
  await asked('cases.receive', reception());
  await page.goto('/sao-luu');
  await page.getByText('Các bản trên máy này').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Sao lưu vừa xong')).toBeVisible();
  const { caseCode } = await asked('cases.receive', reception({ name: 'Lò Thị Sau' }));

  await page.goto('/sao-luu/khoi-phuc');
  await page.getByRole('button', { name: 'Dùng bản này' }).press('Enter');
  await page.getByRole('button', { name: 'Ghép và kiểm' }).waitFor();
  // Another counter works on: whoever comes back to choose sees it counted.
  const { caseCode: later } = await asked('cases.receive', reception({ name: 'Lò Thị Giữa' }));
  await page.getByRole('button', { name: 'Chọn bản khác' }).press('Enter');
  await expect(page.getByRole('row', { name: 'mới nhất' })).toContainText(later);
  await page.getByRole('button', { name: 'Dùng bản này' }).first().press('Enter');
  await page.getByRole('button', { name: 'Ghép và kiểm' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Sẽ thiếu').locator('..')).toContainText(caseCode);
  await page.getByRole('button', { name: 'Đúng bản này' }).press('Control+Enter');
  // One thing is left to type, and the hand is on the keyboard.
  await expect(page.getByLabel('Mã khôi phục', { exact: true })).toBeFocused();
  await page.keyboard.insertText(recoveryCode);
  await page.keyboard.press('Control+Enter');

  await page.waitForURL((url) => url.pathname === '/');
  await page.getByText('Lò Thị Mai').first().click();
  const password = page.getByLabel('Mật khẩu', { exact: true });
  await password.fill(recoveryCode);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Mã khôi phục: bấm Dùng mã khôi phục')).toBeVisible();
  await expect(async () => {
    await password.fill(passwordOfTests);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status', { name: 'Sổ đã khôi phục' })).toContainText(caseCode, {
      timeout: 2000,
    });
  }).toPass();
  await page.getByRole('button', { name: 'Đã biết, thôi nhắc' }).click();
  await expect(page.getByRole('status', { name: 'Sổ đã khôi phục' })).toBeHidden();
});
