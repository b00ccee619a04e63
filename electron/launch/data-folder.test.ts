import { expect, test } from 'vitest';
import { dataFolderFromArguments, defaultDataFolder, defaultSampleFolder } from './data-folder.ts';

test.each([
  ['linux', {}, '/home/an/.local/share/mot-cua'],
  ['linux', { XDG_DATA_HOME: '/srv/data' }, '/srv/data/mot-cua'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/an/.local/share/mot-cua'],
  ['darwin', { XDG_DATA_HOME: '/srv/data' }, '/home/an/Library/Application Support/mot-cua'],
  ['win32', { APPDATA: 'C:\\Users\\an\\AppData\\Roaming' }, 'C:\\Users\\an\\AppData\\Roaming\\mot-cua'],
] as const)('on %s with %j: %s', (platform, env, expected) => {
  expect(defaultDataFolder({ platform, env, home: '/home/an' })).toBe(expected);
});

test('a sample has a folder of its own', () => {
  const machine = { platform: 'linux', env: {}, home: '/home/an' } as const;
  expect(defaultSampleFolder('it-ong-2024', machine)).toBe('/home/an/.local/share/mot-cua-it-ong-2024');
});

test('Electron is told its folder among switches of its own', () => {
  expect(dataFolderFromArguments(['electron', '--no-sandbox', '.', '--data=/srv/sổ'])).toBe('/srv/sổ');
  expect(dataFolderFromArguments(['electron', '--inspect=0', '.', '--data', '/srv/x', '--lang=vi'])).toBe(
    '/srv/x',
  );
  expect(dataFolderFromArguments(['electron', '.'])).toBe(defaultDataFolder());
});
