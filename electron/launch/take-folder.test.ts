import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { takeFolder } from './take-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'take-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test('a folder is made with all above it, and taken again', () => {
  const folder = join(base, 'sổ', 'hồ sơ');
  takeFolder(folder);
  takeFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

test('a file in the way, or above, is no folder', () => {
  writeFileSync(join(base, 'file'), 'x');
  expect(() => takeFolder(join(base, 'file'))).toThrow(StartError);
  expect(() => takeFolder(join(base, 'file', 'in'))).toThrow(StartError);
});

test('a folder of somebody else is refused', () => {
  chmodSync(base, 0o555);
  // Root may write anywhere, so root asks as nobody.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.('nobody');
  try {
    expect(() => takeFolder(join(base, 'new'))).toThrow(StartError);
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(base, 0o755);
  }
});

test.skipIf(process.platform !== 'linux')('a file system that makes no folders is refused, at once', () => {
  expect(() => takeFolder('/proc/mot-cua/x')).toThrow(StartError);
});
