import { request as requests } from '@playwright/test';
import { reception } from '../desk.ts';
import { passwordOfTests } from '../sign-in.ts';
import { expect, test } from './office.ts';

test('two people put one case right: the later one sees what the other changed, and loses nothing', async ({
  page,
  request,
  counter,
}) => {
  const asked = (client: typeof request) => async (path: string, data: unknown) => {
    const reply = await client.post(`${counter.url}/api/${path}`, { headers: { origin: counter.url }, data });
    return (await reply.json()).result.data;
  };
  const clerk = asked(request);
  const elsewhere = await requests.newContext();
  const officer = asked(elsewhere);
  const { code } = await clerk('accounts.startCode', { personId: 2 });
  await officer('session.signIn', { personId: 2, password: code, newPassword: passwordOfTests });
  await clerk('cases.receive', reception());

  await page.goto('/ho-so/1/sua');
  const name = page.getByLabel('Họ và tên', { exact: true });
  await name.fill('Lường Thị Thu Hà');
  await page.getByLabel('Lý do sửa').fill('Gõ nhầm tên');
  const { applicant } = reception();
  const theirs = { ...applicant, name: 'Lường Thị Thu Hoài', phone: '0912345678' };
  await officer('cases.correct', {
    id: 1,
    version: 1,
    reason: 'Theo căn cước',
    changes: { applicant: theirs },
  });
  await expect(page.getByText('Quàng Văn Hùng vừa sửa hồ sơ này')).toBeVisible();
  await page.keyboard.press('Control+Enter');

  const dialog = page.getByRole('dialog');
  const row = (label: string) => dialog.getByRole('row', { name: label });
  await expect(row('Họ và tên')).toContainText('Lường Thị Thu Hoài');
  await expect(row('Họ và tên')).toContainText('Lường Thị Thu Hà');
  await expect(row('Điện thoại')).toContainText('0912 345 678');
  const goOn = dialog.getByRole('button', { name: /^Sửa tiếp trên bản mới/ });
  await expect(goOn).toBeDisabled();
  await expect(dialog.getByText('Chọn “Bản mới” hoặc “Của tôi” ở: Họ và tên.')).toBeVisible();
  await row('Họ và tên').getByRole('radio', { name: 'Của tôi' }).check({ force: true });
  await goOn.click();
  await expect(dialog).toBeHidden();
  await expect(name).toHaveValue('Lường Thị Thu Hà');
  await expect(page.getByLabel('Lý do sửa')).toHaveValue('Gõ nhầm tên');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/ho-so\/1$/);
  const { state } = await clerk('cases.get', { id: 1 });
  expect(state.applicant).toMatchObject({ name: 'Lường Thị Thu Hà', phone: '0912345678' });
  await elsewhere.dispose();
});
