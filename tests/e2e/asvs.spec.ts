import { type BrowserContext, type Page, test } from '@playwright/test';
import { reception } from '../desk.ts';
import { openLanDesk } from '../lan.ts';
import { passwordOfTests } from '../sign-in.ts';
import { expect } from './counter.ts';

/** ASVS 5.0 as a real browser keeps it, at a device of the local network. The table is in SECURITY.md. */
const secrets = /Lường|Thu Hằng|014196002187|0900000214|hàng cau/;

/** A page of another site, opened in the same browser. */
async function openEvilPage(context: BrowserContext, body: string): Promise<Page> {
  const page = await context.newPage();
  await page.route('https://evil.example/**', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('https://evil.example/');
  return page;
}

/** Whatever the browser keeps for a page that scripts could read. */
const keptBy = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      await caches.keys(),
      await indexedDB.databases(),
      (await navigator.serviceWorker.getRegistrations()).length,
    ]),
  );

test('cookies, addresses and what stays behind (ASVS 3.3.1, 3.3.2, 3.3.3, 3.3.4, 3.4.6, 3.5.1, 6.2.6, 6.2.7, 7.4.4, 14.2.1, 14.3.1, 14.3.3)', async ({
  browser,
}) => {
  await using desk = await openLanDesk();
  const url = desk.view.url ?? '';
  const { code } = await desk.clerk.lan.newPairingCode({ kind: 'counter', name: 'Bàn 2' });
  await desk.clerk.cases.receive(reception());
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: url });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));

  await page.goto('/');
  await page.getByLabel('Mã ghép').fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Mở' }).click();
  await page.getByRole('radio', { name: /Lò Thị Mai/ }).click();
  const password = page.getByLabel('Mật khẩu', { exact: true });
  await expect(password).toHaveAttribute('type', 'password');
  // Nothing stands in the way of who pastes it.
  const pasted = await password.evaluate((field) =>
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
  );
  expect(pasted).toBe(true);
  await password.fill(passwordOfTests);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();

  const store = await context.cookies();
  expect(store.map(({ name }) => name.replace(/\d+$/, ''))).toEqual(
    expect.arrayContaining(['__Host-mot-cua-device-', '__Host-mot-cua-']),
  );
  for (const cookie of store)
    expect(cookie).toMatchObject({
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      domain: '127.0.0.1',
    });
  expect(await page.evaluate(() => document.cookie)).toBe('');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Lường Thị Thu Hằng');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('button', { name: 'Hiện số' }).click();
  await expect(page.getByText('014196002187')).toBeVisible();

  // Another site neither frames the counter nor acts in it, whoever is signed in.
  const evil = await openEvilPage(context, `<iframe src="${url}/"></iframe>`);
  await evil.evaluate(
    (own) =>
      fetch(`${own}/api/session.signOut?batch=1`, {
        method: 'POST',
        mode: 'no-cors',
        credentials: 'include',
        body: '{}',
      }).catch(() => null),
    url,
  );
  await expect(evil.frameLocator('iframe').locator('#root')).toHaveCount(0);
  expect(evil.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
  await evil.close();
  await page.reload();
  await expect(page.getByText('Lường Thị Thu Hằng').first()).toBeVisible();

  await page.getByRole('button', { name: /Lò Thị Mai/ }).click();
  await page.getByRole('button', { name: 'Đổi người' }).click();
  await expect(page.getByRole('radio', { name: /Lò Thị Mai/ })).toBeVisible();
  expect(await context.cookies()).toHaveLength(1);
  expect(await keptBy(page)).not.toMatch(secrets);
  expect(JSON.parse(await keptBy(page)).slice(3)).toEqual([[], [], 0]);
  await page.goBack();
  await expect(page.getByRole('radio', { name: /Lò Thị Mai/ })).toBeVisible();
  expect(await page.content()).not.toMatch(secrets);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((address) => secrets.test(address))).toEqual([]);
  await context.close();
});
