import { expect, test } from './counter.ts';

test('the counter answers that it is well', async ({ request }) => {
  const reply = await request.get('/healthz');
  expect(reply.status()).toBe(200);
  expect(await reply.json()).toMatchObject({ status: 'ok' });
});

test('the window loads under its policy without a violation or an error', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const reply = await page.goto('/');
  expect(reply?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page).toHaveTitle(/Một Cửa/);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(complaints).toEqual([]);
});
