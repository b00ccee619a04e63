import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runElectron } from './run-electron.ts';

const folder = mkdtempSync(join(tmpdir(), 'run-electron-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the place of Electron that does one thing. */
function program(body: string): string {
  const file = join(folder, `program-${body.replace(/\W+/g, '-')}`);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

const never = new Promise<void>(() => {});

describe.skipIf(process.platform === 'win32')('Electron', () => {
  test.each([
    ['exit 0', { kind: 'ended', code: 0 }],
    ['exit 1', { kind: 'ended', code: 1 }],
    ['exit 127', { kind: 'cannot run', reason: 'mã 127' }],
    ['kill -TRAP $$', { kind: 'cannot run', reason: 'SIGTRAP' }],
  ])('that does “%s”', async (body, end) => {
    expect(await runElectron(program(body), folder, never)).toEqual(end);
  });

  test('that is not there cannot run', async () => {
    expect(await runElectron(join(folder, 'nowhere'), folder, never)).toMatchObject({ kind: 'cannot run' });
  });

  test('that is told to end has ended well', async () => {
    const told = new Promise<void>((resolve) => setTimeout(resolve, 200));
    expect(await runElectron(program('exec sleep 30'), folder, told)).toEqual({ kind: 'ended', code: 0 });
  });
});
