import { officeOfTests } from '../desk.ts';
import { type Desktop, expect, test } from '../electron-double/desktop.ts';

interface Printed {
  url: string;
  options: {
    silent: boolean;
    deviceName?: string;
    copies: number;
    pageSize: { width: number; height: number };
  };
}

/** Puts a printer into the main process that keeps what it is told, and answers as the driver would. */
async function installPrinter(
  desktop: Desktop,
  answer: 'takes' | 'refuses',
): Promise<() => Promise<Printed[]>> {
  await desktop.evaluate(({ app, BrowserWindow }, how) => {
    const printed: unknown[] = [];
    Reflect.set(globalThis, 'printedByTest', printed);
    const equip = (contents: Electron.WebContents) => {
      contents.getPrintersAsync = async () => [{ name: 'LBP2900' } as Electron.PrinterInfo];
      contents.print = (options, done) => {
        printed.push({ url: contents.getURL(), options });
        done?.(how === 'takes', how === 'takes' ? '' : 'out of paper');
      };
    };
    for (const window of BrowserWindow.getAllWindows()) equip(window.webContents);
    app.on('web-contents-created', (_event, contents) => equip(contents));
  }, answer);
  return () => desktop.evaluate(() => Reflect.get(globalThis, 'printedByTest'));
}

/** The first run through the window's own door, then one reception by the keyboard. */
async function receiveOne(desktop: Desktop): Promise<void> {
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  await page.evaluate(async (office) => {
    const hours = {
      morning: { opensAt: '07:00', closesAt: '11:30' },
      afternoon: { opensAt: '13:30', closesAt: '17:00' },
    };
    const people = [{ name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] }];
    const body = JSON.stringify({ office, hours, people, password: 'hàng cau trước ngõ' });
    await fetch('/api/setup.complete', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    location.assign('/tiep-nhan');
  }, officeOfTests);
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lường Thị Thu Hằng');
  await page.getByLabel('Tìm thủ tục').fill('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Hẹn trả kết quả' })).toContainText('ngày làm việc');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/H52\.09\.01-\d{6}-0001/).first()).toBeVisible();
}

test('a case received in the window prints its slips silently on their own paper', async ({ desktop }) => {
  const printed = await installPrinter(desktop, 'takes');
  await receiveOne(desktop);
  await expect.poll(async () => (await printed()).length).toBe(2);
  const [acknowledgement, controlSlip] = await printed();
  for (const sheet of [acknowledgement, controlSlip]) {
    expect(sheet?.url).toMatch(/^app:\/\/counter\/files\/[0-9a-f]{64}\.pdf$/);
    expect(sheet?.options).toMatchObject({ silent: true, copies: 1 });
  }
  // A5 and A4 in microns.
  expect(acknowledgement?.options.pageSize).toEqual({ width: 148_000, height: 210_000 });
  expect(controlSlip?.options.pageSize).toEqual({ width: 210_000, height: 297_000 });
});

test('a printer that refuses leaves the case stored and its slips on the list', async ({ desktop }) => {
  await installPrinter(desktop, 'refuses');
  await receiveOne(desktop);
  const page = await desktop.window();
  await page.keyboard.press('Alt+1');
  await expect(page.locator('main')).toContainText('Chưa in');
  await expect(
    page
      .getByRole('link', { name: /Chưa in/ })
      .or(page.getByRole('button', { name: /Chưa in/ }))
      .first(),
  ).toContainText('2');
});
