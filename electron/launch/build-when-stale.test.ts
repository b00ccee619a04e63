import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Build, digestOfSources, isFresh } from './build-when-stale.ts';

const build: Build = {
  name: 'x',
  config: 'x.config.ts',
  folder: 'dist/x',
  sources: ['src', 'x.config.ts', 'gone'],
};
let base = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(base, 'src/inner'), { recursive: true });
  mkdirSync(join(base, 'dist/x'), { recursive: true });
  writeFileSync(join(base, 'src/inner/a.ts'), 'a');
  writeFileSync(join(base, 'x.config.ts'), '');
  writeFileSync(join(base, 'dist/x.stamp'), digestOfSources(build, base));
});
afterEach(() => rmSync(base, { recursive: true }));

const fresh = () => isFresh(build, base, digestOfSources(build, base));

test('nothing changed: fresh', () => expect(fresh()).toBe(true));

test.each([
  ['an edited file', () => writeFileSync(join(base, 'src/inner/a.ts'), 'b!')],
  ['a touched file', () => utimesSync(join(base, 'src/inner/a.ts'), 1, 1)],
  ['a new file', () => writeFileSync(join(base, 'src/b.ts'), '')],
  ['a removed file', () => rmSync(join(base, 'src/inner/a.ts'))],
  ['an edited configuration', () => writeFileSync(join(base, 'x.config.ts'), '//')],
  ['a removed result', () => rmSync(join(base, 'dist/x'), { recursive: true })],
  ['a removed stamp', () => rmSync(join(base, 'dist/x.stamp'))],
])('%s: stale', (_what, change) => {
  change();
  expect(fresh()).toBe(false);
});

test('a test beside the code builds nothing anew', () => {
  writeFileSync(join(base, 'src/a.test.ts'), '');
  expect(fresh()).toBe(true);
});
