import { reception } from '../desk.ts';
import { textOfPages } from '../printing/poppler.ts';
import { expect, test } from './office.ts';

const paid = (method: 'cash' | 'transfer', amountVnd: number) =>
  reception({ fee: { amountVnd, method, reason: 'Theo thông báo của phường' }, slips: [] });

test('a day with cash and a transfer is closed by keyboard, and its sheet tells the sums', async ({
  page,
  request,
  counter,
}) => {
  const call = async <Answer>(path: string, data: unknown): Promise<Answer> => {
    const reply = await request.post(`${counter.url}/api/${path}`, {
      headers: { origin: counter.url },
      data,
    });
    expect(reply.ok(), await reply.text()).toBe(true);
    return (await reply.json()).result.data;
  };
  await call('shifts.open', { floatVnd: 50_000 });
  await call('cases.receive', paid('cash', 20_000));
  const { id: caseId } = await call<{ id: number }>('cases.receive', paid('transfer', 30_000));
  const { payments } = await call<{ payments: { id: number; version: number }[] }>('payments.ofCase', {
    caseId,
  });
  const [payment] = payments;
  await call('payments.confirm', { paymentId: payment?.id, version: payment?.version, method: 'transfer' });

  await page.goto('/chot-ca');
  await expect(page.getByLabel('Số tờ 500.000 đ')).toBeFocused();
  await expect(page.getByLabel('Lý do chênh lệch')).toBeHidden();
  // Down to 50.000: one note, and one of 10.000.
  for (const pieces of ['', '', '', '1', '', '1']) {
    await page.keyboard.type(pieces);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('Thiếu 10.000 đ (mười nghìn đồng)')).toBeVisible();
  for (const _ of ['5.000', '2.000', '1.000', '500', '200']) await page.keyboard.press('Enter');
  await expect(page.getByLabel('Tiền lẻ đầu ca')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Lý do chênh lệch')).toBeFocused();

  // Money moves in another window meanwhile: nothing that was counted is lost.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Lý do chênh lệch')).toBeFocused();
  await call('cases.receive', paid('cash', 5_000));
  await expect(page.getByText('75.000 đ').first()).toBeVisible();
  await expect(page.getByLabel('Số tờ 50.000 đ')).toHaveValue('1');
  await page.keyboard.type('Trả thừa tiền lẻ');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Người kiểm tra')).toBeFocused();
  await page.keyboard.type('quàng');

  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Người kiểm tra')).toHaveValue('Quàng Văn Hùng');
  await expect(page.getByLabel('Ghi chú')).toBeFocused();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('dialog')).toContainText('Chốt ca');
  const path = async () =>
    (await call<{ prints: { path: string | null }[] }>('shifts.get', { id: 1 })).prints[0]?.path ?? null;
  await expect.poll(path).not.toBeNull();
  const sheet = await request.get(`${counter.url}${await path()}`);
  const text = textOfPages(await sheet.body()).join(' ');
  for (const words of [
    /Tiền lẻ đầu ca\s+50\.000 đ/,
    /Phải có\s+75\.000 đ/,
    /Kiểm đếm được\s+60\.000 đ/,
    /Chênh lệch\s+thiếu 15\.000 đ/,
    /Tiền mặt\s+2\s+25\.000/,
    /Chuyển khoản\s+1\s+30\.000/,
    /Trả thừa tiền lẻ/,
  ]) {
    expect(text).toMatch(words);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Chưa mở ca' })).toBeVisible();
  await expect(page.getByLabel('Tiền lẻ đầu ca')).toHaveValue('50.000');
  await page.getByRole('table').getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('Thiếu 15.000 đ (mười lăm nghìn đồng)');
});

test('a shift that is opened again is under the hand, with why above it', async ({
  page,
  request,
  counter,
  office,
}) => {
  const call = async (path: string, data: unknown) => {
    const reply = await request.post(`${counter.url}/api/${path}`, {
      headers: { origin: counter.url },
      data,
    });
    expect(reply.ok(), await reply.text()).toBe(true);
    return (await reply.json()).result.data;
  };
  const shiftId = await call('shifts.open', { floatVnd: 0 });
  const counted = { moves: 0, expectedVnd: 0, pieces: {}, reason: '' };
  await call('shifts.close', { shiftId, ...counted, witnessId: 2 });

  await page.goto('/chot-ca');
  await page.getByRole('table').getByRole('button').click();
  await page.getByRole('button', { name: 'Mở lại ca…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Mở lại ca của/ });
  await dialog.getByLabel('Lý do').fill('Đếm sót một tờ');
  await dialog.getByLabel('Mã khôi phục').fill(office.recoveryCode);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Số tờ 500.000 đ')).toBeFocused();
  await expect(page.getByText('Ca này đã chốt và được mở lại')).toBeInViewport();
});
