import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reception } from '../desk.ts';
import { startCounter, stopCounter } from './counter.ts';
import { expect, test } from './office.ts';

test('a stick with copies under two codes tells which row needs which, and is not forgotten by a wrong choice', async ({
  page,
  request,
  counter,
  office: { recoveryCode },
}) => {
  const [stick, bare] = ['stick', 'bare'].map((name) => mkdtempSync(join(tmpdir(), `mot-cua-${name}-`)));
  if (stick === undefined || bare === undefined) throw new Error('Two folders were made');
  const asked = async (path: string, data: unknown) => {
    const reply = await request.post(`${counter.url}/api/${path}`, {
      headers: { origin: counter.url },
      data,
    });
    if (!reply.ok()) throw new Error(await reply.text());
    return (await reply.json()).result.data;
  };
  const lies = (count: number) =>
    expect.poll(async () => (await asked('backups.lookAt', { place: stick })).rows.length).toBe(count);
  await asked('cases.receive', reception());
  await asked('backups.choosePlace', { place: stick });
  await lies(1);
  await asked('cases.receive', reception({ name: 'Lò Thị Sau' }));
  const approval = { recoveryCode };
  const { code } = await asked('backups.choosePlace', { place: stick, newCode: true, approval });
  await lies(2);

  const running = await startCounter(bare);
  await page.goto(running.url);
  await page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }).click();
  await page.getByLabel('USB hoặc thư mục').fill(stick);
  await page.keyboard.press('Enter');
  const rows = page.getByRole('row').filter({ hasText: 'Dùng bản này' });
  await expect(rows.first()).toContainText('mã mới nhất, dùng từ');
  await expect(rows.last()).toContainText('mã cũ, dùng đến');
  await expect(page.getByRole('columnheader', { name: 'So với sổ hiện nay' })).toBeHidden();
  const count = await rows.count();

  await rows.last().getByRole('button', { name: 'Dùng bản này' }).press('Enter');
  await expect(page.getByText('Sổ đang dùng chưa bị đụng tới')).toBeHidden();
  await page.keyboard.insertText(code);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Mã mở bản sao lưu chưa đúng');
  await expect(page.getByText('Bản này mở bằng mã cũ, dùng đến')).toBeVisible();
  await page.getByRole('button', { name: 'Chọn bản khác' }).click();
  await expect(rows).toHaveCount(count);
  await page.getByRole('button', { name: 'Tìm chỗ khác' }).click();
  await expect(page.getByLabel('USB hoặc thư mục')).toHaveValue(stick);
  await stopCounter(running);
  for (const folder of [stick, bare]) rmSync(folder, { recursive: true, force: true });
});
