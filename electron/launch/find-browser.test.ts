import { expect, test } from 'vitest';
import { findBrowser, hasDisplay } from './find-browser.ts';

const linux = {
  platform: 'linux',
  env: { PATH: '/usr/local/bin:relative:/usr/bin' },
  home: '/home/an',
} as const;
const only = (path: string) => (candidate: string) => candidate === path;

test('a browser is found by its command on the PATH, never in a relative folder of it', () => {
  expect(findBrowser(linux, only('/usr/bin/chromium'))).toEqual({
    name: 'Chromium',
    path: '/usr/bin/chromium',
  });
  expect(findBrowser(linux, only('relative/chromium'))).toBeUndefined();
});

test('Windows and macOS keep programs in fixed places', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const windows = {
    platform: 'win32',
    env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
    home: 'C:\\Users\\an',
  } as const;
  expect(findBrowser(windows, only(edge))).toEqual({ name: 'Edge', path: edge });
  const chrome = '/Users/an/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser({ platform: 'darwin', env: {}, home: '/Users/an' }, only(chrome))?.path).toBe(chrome);
});

test('a browser named in the environment is the only one taken', () => {
  const machine = { ...linux, env: { ...linux.env, MOT_CUA_CHROMIUM: '/opt/chrome' } };
  expect(findBrowser(machine, () => true)?.path).toBe('/opt/chrome');
  expect(findBrowser(machine, only('/usr/bin/chromium'))).toBeUndefined();
});

test('a display is X11, Wayland, Windows or macOS', () => {
  expect(hasDisplay(linux)).toBe(false);
  expect(hasDisplay({ ...linux, env: { DISPLAY: ':0' } })).toBe(true);
  expect(hasDisplay({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
  expect(hasDisplay({ ...linux, env: { DISPLAY: '' } })).toBe(false);
  expect(hasDisplay({ ...linux, platform: 'win32' })).toBe(true);
});
