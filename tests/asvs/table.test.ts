import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../electron/launch/build-when-stale.ts';

/** The numbers that this house must keep: of OWASP ASVS 5.0 and of Electron's checklist for security. */
const asked = {
  ASVS: `1.2.10 2.2.2 2.3.3 2.3.4 2.3.5 2.4.1 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6
    3.5.1 3.5.2 3.5.3 4.4.2 5.2.1 5.2.2 5.2.3 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.2.9
    6.2.10 6.2.11 6.3.1 6.3.2 6.4.1 7.2.1 7.2.2 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.4.4 7.4.5
    8.2.1 8.2.2 8.2.3 8.3.1 8.3.2 12.1.1 12.3.3 12.3.4 14.2.1 14.3.1 14.3.2 14.3.3
    16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.2 16.5.1`,
  // 16, a current Electron, is a matter of days and stands under "Dependencies".
  Electron: '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 17 18 19 20',
};
const required = Object.entries(asked).flatMap(([list, numbers]) =>
  numbers.split(/\s+/).map((number) => `${list} ${number}`),
);

/** 'ASVS 3.3.1 tests/a.test.ts' of each name of a test, or of a law of the house, that ends in "(ASVS 3.3.1, 3.3.2)". */
function namedIn(path: string, text: string): string[] {
  const names = text.matchAll(
    /(?<!(?:skip|todo|fixme)\(\s*)(['"`])(?:(?!\1)[^\n])* \((ASVS|Electron) ([\d., ]+)\)\1,/g,
  );
  return [...names].flatMap(([, , list, numbers = '']) =>
    numbers.split(', ').map((number) => `${list} ${number} ${path}`),
  );
}

function sources(): string[] {
  const patterns = ['*.test.ts', '*.test.tsx', '*.spec.ts', 'tests/house/laws.ts'];
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n');
  return listed.filter((path) => path !== '' && existsSync(join(root, path)));
}

/** The rows of the two tables in SECURITY.md: | number | what holds | `file`, `file` |. */
function rowsOf(page: string): { number: string; holds: string; files: string[] }[] {
  return [...page.matchAll(/^\| (ASVS|Electron) ([\d.]+) \| (.+) \| (`.+`) \|$/gm)].map(
    ([, list, number, holds = '', files = '']) => ({
      number: `${list} ${number}`,
      holds,
      files: files.split(', ').map((file) => file.replaceAll('`', '')),
    }),
  );
}

const rows = rowsOf(readFileSync(join(root, 'SECURITY.md'), 'utf8'));

test('every number of the tables in SECURITY.md has a test of that name where the table says, and every such test is there', () => {
  const named = sources().flatMap((path) => namedIn(path, readFileSync(join(root, path), 'utf8')));
  const told = rows.flatMap(({ number, files }) => files.map((file) => `${number} ${file}`));
  expect([...new Set(named)].toSorted()).toEqual(told.toSorted());
});

test('every number that was asked for stands there once, in its order, with what holds', () => {
  expect(rows.map(({ number }) => number)).toEqual(required);
  expect(rows.filter(({ holds }) => holds.trim().length < 15)).toEqual([]);
});

test('a name that is none, and a test that does not run, count for nothing', () => {
  const text = (call: string, name: string) => `${call}('${name}', async () => {`;
  const found = (line: string) => namedIn('a.test.ts', line);
  expect(found(text('test', 'x (ASVS 1.2.3, 4.5.6)'))).toEqual([
    'ASVS 1.2.3 a.test.ts',
    'ASVS 4.5.6 a.test.ts',
  ]);
  expect(found(text('test.each([1])', 'x (Electron 5)'))).toEqual(['Electron 5 a.test.ts']);
  for (const call of ['test.skip', 'test.todo', 'it.skip', 'test.fixme'])
    expect(found(text(call, 'x (ASVS 1.2.3)'))).toEqual([]);
  expect(found('// ASVS 1.2.3')).toEqual([]);
  expect(found(text('test', 'x ASVS 1.2.3'))).toEqual([]);
});
