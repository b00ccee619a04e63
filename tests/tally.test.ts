import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addUp, readPlaywright, readVitest } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const assertion = (status: string) => ({ fullName: `a ${status} one`, status });

test('Vitest: each test once, a file that did not load as one failure', () => {
  const file = report({
    testResults: [
      {
        name: 'a',
        status: 'failed',
        assertionResults: [assertion('passed'), assertion('failed'), assertion('skipped')],
      },
      { name: 'b', status: 'failed', assertionResults: [] },
      { name: 'c', status: 'passed', assertionResults: [assertion('passed')] },
    ],
  });
  expect(readVitest(file, false)).toEqual({
    name: 'units',
    passed: 2,
    failed: 2,
    skipped: ['a skipped one'],
  });
});

test('Playwright: nested suites, and the reason of what was skipped', () => {
  const tested = (status: string, annotations: object[] = []) => ({
    title: status,
    tests: [{ status, annotations }],
  });
  const inner = { title: 'inner', specs: [tested('expected'), tested('unexpected'), tested('flaky')] };
  const skipped = tested('skipped', [{ type: 'skip', description: 'needs the binary' }]);
  const file = report({ suites: [{ title: 'outer', specs: [skipped], suites: [inner] }] });
  const expected = { name: 'end to end', passed: 2, failed: 1, skipped: ['skipped (needs the binary)'] };
  expect(readPlaywright(file, false)).toEqual(expected);
});

test('a runner that fell is a failure even without a report', () => {
  expect(readVitest(join(folder, 'none.json'), false).failed).toBe(1);
  expect(readPlaywright(join(folder, 'none.json'), false).failed).toBe(1);
  expect(readVitest(join(folder, 'none.json'), true).failed).toBe(0);
});

test('sums add up', () => {
  const one = { name: 'x', passed: 2, failed: 1, skipped: ['s'] };
  expect(addUp([one, one])).toMatchObject({ passed: 4, failed: 2, skipped: ['s', 's'] });
});
