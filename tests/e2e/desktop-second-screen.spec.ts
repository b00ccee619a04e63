import { type Desktop, expect, test } from '../electron-double/desktop.ts';

const second = '2 1366 0 1920 1080';
const third = '3 3286 0 1024 768';

/** What the windows were made with, the screen for citizens among them. */
const made = (desktop: Desktop) =>
  desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const { x, y, width, height, frame, webPreferences } = Reflect.get(window, 'options');
      const { partition, autoplayPolicy } = webPreferences;
      return { x, y, width, height, frame, partition, autoplayPolicy, shown: window.isVisible() };
    }),
  );
const cable = (desktop: Desktop, act: 'plug' | 'change' | 'unplug', display = second) =>
  desktop.evaluate(({ screen }, argument) => {
    const [verb, id, x, y, width, height] = argument.split(' ');
    const bounds = { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
    if (verb === 'unplug') Reflect.get(screen, 'unplug').call(screen, Number(id));
    else Reflect.get(screen, verb ?? '').call(screen, { id: Number(id), bounds });
  }, `${act} ${display}`);
/** Marks the newest window, so that it is known again. */
const mark = (desktop: Desktop) =>
  desktop.evaluate(
    ({ BrowserWindow }) => void Reflect.set(BrowserWindow.getAllWindows().at(-1) ?? {}, 'isMarked', true),
  );
const isMarked = (desktop: Desktop) =>
  desktop.evaluate(({ BrowserWindow }) => {
    const newest = BrowserWindow.getAllWindows().at(-1);
    return newest !== undefined && Reflect.get(newest, 'isMarked') === true;
  });

test('the screen for citizens fills the second display while there is one', async ({ desktop }) => {
  test.skip(desktop.kind === 'electron', 'no display can be plugged in here');
  await desktop.window();
  expect(await made(desktop)).toHaveLength(1);
  await cable(desktop, 'plug');
  const shown = {
    partition: 'persist:display',
    autoplayPolicy: 'no-user-gesture-required',
    x: 1366,
    y: 0,
    width: 1920,
    height: 1080,
    frame: false,
    shown: true,
  };
  await expect.poll(async () => (await made(desktop)).at(-1)).toEqual(shown);
  // Another display comes and goes, its own changes its resolution: who is answering there goes on answering.
  await mark(desktop);
  await cable(desktop, 'plug', third);
  await cable(desktop, 'unplug', third);
  await cable(desktop, 'change', '2 1366 0 1280 720');
  expect((await made(desktop)).at(-1)).toEqual({ ...shown, width: 1280, height: 720 });
  expect(await isMarked(desktop)).toBe(true);
  await cable(desktop, 'unplug');
  await expect
    .poll(async () => (await made(desktop)).map(({ partition }) => partition))
    .toEqual(['persist:counter']);
});

test('with one display it opens as a window when it is asked for, once', async ({ desktop }) => {
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  await page.evaluate(async () => {
    const post = (name: string, body: unknown) =>
      fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await post('setup.complete', {
      office: {
        parentAgency: 'UBND',
        name: 'Một cửa',
        unit: 'Ít Ong',
        place: 'Ít Ong',
        province: 'Sơn La',
        agencyCode: 'H52.09.01',
      },
      hours: {
        morning: { opensAt: '07:00', closesAt: '11:30' },
        afternoon: { opensAt: '13:30', closesAt: '17:00' },
      },
      people: [{ name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] }],
      password: 'hàng cau trước ngõ',
    });
    for (let time = 0; time < 2; time++) await post('secondScreen.open?batch=1', {});
  });
  const pages = () =>
    desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.webContents.getURL()));
  await expect.poll(pages).toEqual(['app://counter/', 'app://counter/man-hinh']);
  if (desktop.kind === 'electron') return;
  // The clerk's own display changes: the window there is no business of a cable's.
  await cable(desktop, 'change', '1 0 0 1920 1080');
  expect(await pages()).toEqual(['app://counter/', 'app://counter/man-hinh']);
});

test('its session reaches nothing but the screen', async ({ desktop }) => {
  await desktop.window();
  const statusOf = (path: string) =>
    desktop.evaluate(async ({ session }, address) => {
      const headers = { accept: 'text/html' };
      return (await session.fromPartition('persist:display').fetch(address, { headers })).status;
    }, `app://counter${path}`);
  expect(await statusOf('/man-hinh')).toBe(200);
  for (const path of ['/', '/healthz', '/ho-so/1', '/api/session.current'])
    expect([path, await statusOf(path)]).toEqual([path, 404]);
  expect(await statusOf('/man-hinh/api/screen.office')).not.toBe(404);
});
