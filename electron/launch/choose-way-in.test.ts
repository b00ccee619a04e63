import { expect, test } from 'vitest';
import { type Circumstances, chooseWayIn } from './choose-way-in.ts';

const desktop: Circumstances = {
  open: true,
  portGiven: false,
  display: true,
  electron: async () => '/electron',
  browser: () => ({ name: 'Chromium', path: '/usr/bin/chromium' }),
};
const never = () => {
  throw new Error('asked');
};

test('Electron where it can be had', async () => {
  expect(await chooseWayIn(desktop)).toMatchObject({ kind: 'electron', program: '/electron' });
});

test('a browser window without Electron, or when an HTTP port is asked for', async () => {
  const without = await chooseWayIn({ ...desktop, electron: async () => undefined });
  expect(without).toMatchObject({ kind: 'window', line: expect.stringContaining('không tải được') });
  const withPort = await chooseWayIn({ ...desktop, portGiven: true, electron: never });
  expect(withPort).toMatchObject({ kind: 'window', line: expect.stringContaining('--port') });
});

test('the address alone without a display, without a browser, or when no window is wanted; nothing is downloaded', async () => {
  const noDisplay = await chooseWayIn({ ...desktop, display: false, electron: never, browser: never });
  expect(noDisplay).toMatchObject({ kind: 'address', line: expect.stringContaining('không có màn hình') });
  const noOpen = await chooseWayIn({ ...desktop, open: false, electron: never, browser: never });
  expect(noOpen).toMatchObject({ kind: 'address', line: expect.stringContaining('--no-open') });
  const noBrowser = await chooseWayIn({
    ...desktop,
    electron: async () => undefined,
    browser: () => undefined,
  });
  expect(noBrowser).toMatchObject({ kind: 'address', line: expect.stringContaining('không thấy Chromium') });
});
