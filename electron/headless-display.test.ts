import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addressLine, openHeadless } from './headless.ts';
import { readOptions } from './launch/options.ts';

test('the listener of the screen for citizens serves that screen and nothing of the clerk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
  const headless = await openHeadless(readOptions(['--port', '0', '--display-port', '0', '--data', folder]));
  const { displayUrl = '' } = headless;
  expect(addressLine(headless)).toContain(`Màn hình người dân: ${displayUrl}`);
  const statusAt = async (url: string) => (await fetch(new URL(url, displayUrl))).status;
  for (const path of ['/', '/healthz', '/api/session.current', '/ho-so/1', '/files/a.pdf'])
    expect([path, await statusAt(path)]).toEqual([path, 404]);
  expect(await statusAt('/man-hinh/api/screen.office')).not.toBe(404);
  expect(await statusAt(`${headless.url}/api/session.current`)).toBe(200);
  await headless.close();
  rmSync(folder, { recursive: true });
});
