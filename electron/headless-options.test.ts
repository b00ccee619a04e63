import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'mot-cua-home-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The program by itself, where the data folder of this user would be an empty home. */
function run(...args: string[]) {
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, APPDATA: home };
  const program = fileURLToPath(new URL('headless.ts', import.meta.url));
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env, timeout: 20_000 });
}

test('the server tells its options and leaves the data folder alone, asked or misunderstood', () => {
  const asked = run('--help');
  expect([asked.status, asked.stderr]).toEqual([0, '']);
  expect(asked.stdout).toContain('--data <thư mục>');
  const wrong = run('--hepl');
  expect([wrong.status, wrong.stdout]).toEqual([1, '']);
  expect(wrong.stderr).toContain('Không có tùy chọn "--hepl"');
  expect(wrong.stderr).toContain('--data <thư mục>');
  expect(existsSync(home) && readdirSync(home)).toEqual([]);
});
