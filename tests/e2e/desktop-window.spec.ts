import { expect, lookingTest as test } from '../electron-double/desktop.ts';

test('the window loads the counter through the own scheme', async ({ desktop }) => {
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  await expect(page.locator('#root')).not.toBeEmpty();
  const address = await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(address).toMatch(/^app:\/\/counter\//);
});

test('the window is shown once it has something to show', async ({ desktop }) => {
  await desktop.window();
  const isVisible = () =>
    desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(true);
});

test('what the page posts reaches the counter, and its answer the page', async ({ desktop }) => {
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  const reply = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const sent = await fetch('/api/không-có', {
      method: 'POST',
      headers,
      body: '{"name":"Nguyễn Thị Hồng Đào"}',
    });
    return { status: sent.status, body: await sent.text() };
  });
  expect(reply.status).toBe(404);
  expect(JSON.parse(reply.body)).toMatchObject({ error: { data: { path: 'không-có' } } });
});
