import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRegister } from '../register.ts';
import { hasRemains, noteRemains } from './erased-remains.ts';

test('a paper that another program holds open keeps nothing else on the disk, and goes at a later try', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-remains-'));
  const register = openRegister(folder, false);
  const names = ['a', 'b'].map((digit) => `${digit.repeat(64)}.pdf`);
  // What cannot be removed as a file, as one that is open cannot on Windows.
  const path = join(folder, 'files', names[0] ?? '');
  mkdirSync(path, { recursive: true });
  register.transact((tx) => {
    for (const file of names) tx.prepare('INSERT INTO erasedRemains (file) VALUES (?)').run(file);
    noteRemains(tx);
  });
  const left = () => register.read.prepare('SELECT file FROM erasedRemains').pluck().all();
  register.wipeErased();
  expect(left()).toEqual([names[0]]);
  expect(hasRemains(register.read)).toBe(true);
  rmSync(path, { recursive: true });
  register.wipeErased();
  expect(left()).toEqual([]);
  register.close();
  rmSync(folder, { recursive: true, force: true });
});
