import { randomUUID } from 'node:crypto';
import { reception } from '../desk.ts';
import { expect, test } from './office.ts';

test('a request is told and answered by the keyboard: nothing empty is written down, and typing begins in the words', async ({
  page,
  request,
  counter,
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
  const said = { wish: 'view', asker: { capacity: 'self' }, words: 'Cho tôi xem' };
  const { id } = await asked('subjects.receive', { formKey: randomUUID(), citizenId: 1, ...said });
  await page.goto(`/du-lieu-ca-nhan/${id}`);
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('button', { name: 'Báo đã nhận' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor();
  // The same hand once more.
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Ghi đã báo bằng cách nào.')).toBeVisible();
  await expect(dialog.getByLabel('Báo bằng cách nào')).toBeFocused();
  await page.keyboard.type('Gọi điện');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Gọi điện')).toBeVisible();

  await expect(page.getByRole('button', { name: 'Trả lời', exact: true })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor();
  await page.keyboard.type('Đã đưa bản in');
  await expect(dialog.getByLabel('Nội dung trả lời')).toHaveValue('Đã đưa bản in');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã trả lời. Không còn việc phải làm.')).toBeVisible();
});
