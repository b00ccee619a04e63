import { expect, lookingTest as test } from '../electron-double/desktop.ts';

test('the page has a sandbox and nothing of Node or Electron (Electron 2, 3, 4, 6, 8, 9, 10, 20)', async ({
  desktop,
}) => {
  const page = await desktop.window();
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
  );
  expect(found).toEqual([]);
  test.skip(desktop.kind === 'electron', 'Electron does not tell what a window was made with');
  const made = await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => Reflect.get(window, 'options').webPreferences),
  );
  expect(made).toEqual([
    {
      partition: 'persist:counter',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      plugins: true,
      spellcheck: false,
    },
  ]);
});

test('the sandbox is on for every process and there is no menu (Electron 4)', async ({ desktop }) => {
  await desktop.window();
  expect(await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull();
  const isRoot = desktop.kind === 'electron' && process.getuid?.() === 0;
  test.skip(isRoot, 'Chromium does not run as root with its sandbox');
  expect(await desktop.evaluate(({ app }) => app.commandLine.hasSwitch('enable-sandbox'))).toBe(true);
});

test('the scheme is standard and secure, and goes round nothing (Electron 18)', async ({ desktop }) => {
  test.skip(desktop.kind === 'electron', 'Electron does not tell what was registered');
  await desktop.window();
  expect(await desktop.evaluate(({ protocol }) => Reflect.get(protocol, 'registered'))).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
});

test('the policy comes from the handler (Electron 7)', async ({ desktop }) => {
  const page = await desktop.window();
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']+';/);
});

test('the scheme has one host', async ({ desktop }) => {
  await desktop.window();
  const statusOf = (url: string) =>
    desktop.evaluate(
      async ({ session }, address) => (await session.fromPartition('persist:counter').fetch(address)).status,
      url,
    );
  expect(await statusOf('app://counter/healthz')).toBe(200);
  expect(await statusOf('app://other/healthz')).toBe(404);
  expect(await statusOf('app://counter.evil/healthz')).toBe(404);
});

test('the page may write to the clipboard, and nothing else (Electron 5)', async ({ desktop }) => {
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  const stateOf = (name: string) =>
    page.evaluate(
      async (asked) => (await navigator.permissions.query({ name: asked as PermissionName })).state,
      name,
    );
  expect(await stateOf('clipboard-write')).toBe('granted');
  for (const name of ['clipboard-read', 'geolocation', 'notifications', 'camera', 'microphone']) {
    expect(await stateOf(name), name).not.toBe('granted');
  }
});

test('the page cannot leave the counter (Electron 13)', async ({ desktop }) => {
  const page = await desktop.window();
  // A page that is still loading would lose the rest of its scripts to the attempt.
  await expect(page.locator('#root')).not.toBeEmpty();
  const home = page.url();
  await page.evaluate(() => location.assign('https://example.com/'));
  await page.waitForTimeout(300);
  expect(page.url()).toBe(home);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('the page cannot open a window (Electron 14)', async ({ desktop }) => {
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  const before = page.context().pages().length;
  await page.evaluate(() => void window.open('/'));
  await expect.poll(() => page.context().pages().length).toBe(before);
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('no webview is attached, and no redirect leaves the counter (Electron 11, 12, 13)', async ({
  desktop,
}) => {
  await desktop.window();
  const prevented = (name: string) =>
    desktop.evaluate(({ BrowserWindow }, event) => {
      let count = 0;
      const [window] = BrowserWindow.getAllWindows();
      const made = (url: string) => ({ url, preventDefault: () => (count += 1) });
      for (const url of ['https://example.com/', 'app://counter.evil/', 'app://counter/ho-so'])
        window?.webContents.emit(event as 'did-finish-load', made(url));
      return count;
    }, name);
  expect(await prevented('will-attach-webview')).toBe(3);
  expect(await prevented('will-redirect')).toBe(2);
  expect(await prevented('will-navigate')).toBe(2);
});

test('every session has a handler for both ways to ask for a permission (Electron 5)', async ({
  desktop,
}) => {
  test.skip(desktop.kind === 'electron', 'Electron does not tell what its handlers answer');
  await desktop.window();
  const granted = await desktop.evaluate(({ session }) => {
    const asked = [
      'clipboard-sanitized-write',
      'clipboard-read',
      'media',
      'geolocation',
      'openExternal',
      'usb',
    ];
    return ['persist:counter', 'persist:display'].map((name) => {
      const isGranted: (permission: string, url: string) => boolean = Reflect.get(
        session.fromPartition(name),
        'isGranted',
      ).bind(session.fromPartition(name));
      return [
        ...asked.filter((permission) => isGranted(permission, 'app://counter/')),
        ...asked.filter((permission) => isGranted(permission, 'https://example.com/')),
      ];
    });
  });
  expect(granted).toEqual([['clipboard-sanitized-write'], ['clipboard-sanitized-write']]);
});

test('what the page is made of comes from the counter alone (Electron 1)', async ({ desktop }) => {
  const page = await desktop.window();
  await expect(page.locator('#root')).not.toBeEmpty();
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.length).toBeGreaterThan(2);
  expect(loaded.filter((address) => !address.startsWith(page.url().split('/', 3).join('/')))).toEqual([]);
});
