import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../electron/launch/build-when-stale.ts';
import { openDouble } from '../electron-double/open-double.ts';
import { startCounter, stopCounter } from './counter.ts';

// How the built main begins and ends; on the stand-in, because Electron shows a dialog that nobody answers here.
const base = mkdtempSync(join(tmpdir(), 'mot-cua-life-'));
test.afterAll(() => rmSync(base, { recursive: true, force: true }));

test('a register that is open elsewhere is refused in a sentence, with exit code 1', async () => {
  const dataFolder = join(base, 'taken');
  const counter = await startCounter(dataFolder);
  try {
    const refusal = /ended with 1:[\s\S]*Một Cửa: Một Cửa đang mở trên thư mục/;
    await expect(openDouble(root, dataFolder)).rejects.toThrow(refusal);
  } finally {
    await stopCounter(counter);
  }
});

test('quitting closes the register', async () => {
  const dataFolder = join(base, 'closed');
  const desktop = await openDouble(root, dataFolder);
  await expect(await desktop.window()).toHaveTitle(/Một Cửa/);
  expect(existsSync(join(dataFolder, 'register.db-wal'))).toBe(true);
  await desktop.close();
  expect(existsSync(join(dataFolder, 'register.db'))).toBe(true);
  expect(existsSync(join(dataFolder, 'register.db-wal'))).toBe(false);
});

test('a damaged register is shown in the window, with its ways out, and stays as it was', async () => {
  const dataFolder = join(base, 'damaged');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, 'register.db'), '');
  const desktop = await openDouble(root, dataFolder);
  const window = await desktop.window();
  await expect(window.getByRole('heading', { name: 'Tệp sổ rỗng (0 byte).' })).toBeVisible();
  await window.getByRole('button', { name: 'Mở lại' }).click();
  await expect(window.getByText('Vẫn như trước, quầy chưa mở được.')).toBeVisible();
  expect(statSync(join(dataFolder, 'register.db')).size).toBe(0);
  await desktop.close();
});
