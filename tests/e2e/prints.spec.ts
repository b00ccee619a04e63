import type { Page } from '@playwright/test';
import { officeOfTests, reception } from '../desk.ts';
import { type Desktop, expect, test } from '../electron-double/desktop.ts';
import { passwordOfTests } from '../sign-in.ts';
import { expectAccessible } from './axe.ts';
import { test as officeTest } from './office.ts';

/** Two printers in the main process: LBP2900, the usual one, is off until it is switched on; HP-tang-2 takes everything. */
async function installPrinters(desktop: Desktop): Promise<{ switchOn: () => Promise<void> }> {
  await desktop.evaluate(({ app, BrowserWindow }) => {
    const equip = (contents: Electron.WebContents) => {
      contents.getPrintersAsync = async () =>
        ['LBP2900', 'HP-tang-2'].map((name) => ({ name }) as Electron.PrinterInfo);
      contents.print = (options, done) => {
        const takes = options?.deviceName === 'HP-tang-2' || Reflect.get(globalThis, 'isOn') === true;
        done?.(takes, takes ? '' : 'printer is offline');
      };
    };
    for (const window of BrowserWindow.getAllWindows()) equip(window.webContents);
    app.on('web-contents-created', (_event, contents) => equip(contents));
  });
  return { switchOn: () => desktop.evaluate(() => void Reflect.set(globalThis, 'isOn', true)) };
}

/** A command through the window's own door. */
async function call(page: Page, path: string, body: unknown): Promise<void> {
  await page.evaluate(
    async ([address, text]) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(`/api/${address}`, { method: 'POST', headers, body: text ?? '' });
      if (!reply.ok) throw new Error(await reply.text());
    },
    [path, JSON.stringify(body)],
  );
}

/** The first run, then cases with two slips each, while the printer is off; answers the window at the outbox. */
async function openOutbox(desktop: Desktop, cases: number): Promise<Page> {
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  await call(page, 'setup.complete', {
    office: officeOfTests,
    hours: {
      morning: { opensAt: '07:00', closesAt: '11:30' },
      afternoon: { opensAt: '13:30', closesAt: '17:00' },
    },
    people: [{ name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] }],
    password: passwordOfTests,
  });
  for (let made = 0; made < cases; made += 1) {
    await call(page, 'cases.receive', reception({ slips: ['acknowledgement', 'controlSlip'] }));
  }
  await page.evaluate(() => location.assign('/'));
  await expect(page.getByRole('link', { name: 'Hàng in' })).toContainText(
    `${2 * cases} phiếu cần xử lý`,
    // Each is drawn before the printer refuses it, on two cores that also draw the pages.
    { timeout: 30_000 },
  );
  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { name: 'Hàng in' })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(2 * cases);
  return page;
}

const rows = (page: Page, state: string) => page.getByRole('option').filter({ hasText: state });

test('a printer that is off: another one prints the slip, a person sees the paper', async ({ desktop }) => {
  await installPrinters(desktop);
  const page = await openOutbox(desktop, 1);
  await expect(rows(page, 'chưa in được')).toHaveCount(2);
  await expect(rows(page, 'chưa in được').first()).toContainText('không nhận phiếu. Phiếu đã lưu');
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'HP-tang-2' }).press('Enter');
  await expect(rows(page, 'đã gửi máy in')).toContainText('HP-tang-2');
  await expect(rows(page, 'chưa in được')).toHaveCount(1);
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Enter');
  await expect(rows(page, 'đã in')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Hàng in' })).toContainText('1 phiếu cần xử lý');
});

test('a slip leaves unprinted only with a reason, which stays in sight', async ({ desktop }) => {
  await installPrinters(desktop);
  const page = await openOutbox(desktop, 1);
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog', { name: 'Bỏ qua phiếu này' });
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Bỏ qua' })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Lý do khác' }).check();
  await expect(dialog.getByRole('button', { name: 'Bỏ qua' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(rows(page, 'chưa in được')).toHaveCount(2);
  await page.keyboard.press('b');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Enter');
  await expect(rows(page, 'không in')).toContainText('đã viết tay');
  await expect(rows(page, 'chưa in được')).toHaveCount(1);
});

test('many slips at once by the keyboard: tried again, then confirmed', async ({ desktop }) => {
  const printers = await installPrinters(desktop);
  const page = await openOutbox(desktop, 3);
  await printers.switchOn();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('Đã chọn 6')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(rows(page, 'đã gửi máy in')).toHaveCount(6);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+Enter');
  await expect(rows(page, 'đã in')).toHaveCount(6);
  await expect(page.getByRole('link', { name: 'Hàng in' })).toContainText('Máy in sẵn sàng');
});

test('of two copies one came out: the other is printed alone, and the row says so', async ({ desktop }) => {
  const printers = await installPrinters(desktop);
  const page = await openOutbox(desktop, 1);
  await printers.switchOn();
  await page.keyboard.press('F8');
  await expect(rows(page, 'đã gửi máy in')).toContainText('2 liên');
  await page.keyboard.press('End');
  await page.keyboard.press('c');
  await page.getByRole('menuitem', { name: 'Chỉ liên 1 đã ra' }).press('Enter');
  await expect(rows(page, 'Còn thiếu liên 2')).toHaveCount(1);
  await page.keyboard.press('Home');
  for (let step = 0; step < 2; step += 1) {
    if ((await page.locator('[data-active]').textContent())?.includes('liên 2')) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('F8');
  await expect(rows(page, 'đã gửi máy in')).toContainText('liên 2, in lại lần 1');
});

officeTest(
  'without a silent printer a waiting slip opens its paper, and an empty list says what it is for',
  async ({ page, counter, request }) => {
    await page.goto('/hang-in');
    await expect(page.getByText('Không có phiếu nào chờ in')).toBeVisible();
    await request.post(`${counter.url}/api/cases.receive`, {
      headers: { origin: counter.url },
      data: reception({ slips: ['acknowledgement'] }),
    });
    await expect(rows(page, 'chờ in')).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press('F8');
    const dialog = page.getByRole('dialog', { name: /Phiếu của H52/ });
    await expect(dialog.locator('iframe')).toBeVisible();
    await dialog.getByRole('button', { name: 'Không in phiếu này' }).click();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await expect(rows(page, 'không in')).toContainText('người dân không cần bản giấy');
  },
);

officeTest('a sheet that is no slip is in sight before it can be printed', async ({ page }) => {
  await page.goto('/danh-muc/1.004873');
  await page.getByRole('button', { name: 'In phiếu hướng dẫn' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /^In/ })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: /^In/ })).toBeEnabled();
  await expect(dialog.locator('iframe')).toHaveCSS('opacity', '1');
});
