import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextValue } from '../register/counters.ts';
import { openRegister, type Register } from '../register/register.ts';
import { watchSoundness } from './soundness.ts';

const worker = new URL('../register/damage/damage-worker.ts', import.meta.url);
let folder: string;
let register: Register;
let logged: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-sound-'));
  // As if it were too large to be checked before it was opened.
  register = { ...openRegister(folder, false), isUnchecked: true };
  logged = [];
});
afterEach(() => {
  register.close();
  rmSync(folder, { recursive: true, force: true });
});

const watch = (entry: URL) => watchSoundness(register, entry, (line) => logged.push(line));
const number = () => register.afterShort(() => register.transact((tx) => nextValue(tx, 'case:2025')), 'done');

test('a number waits until the register is found sound', async () => {
  const soundness = watch(worker);
  expect(await number()).toBe(1);
  expect(await soundness.verdict).toBeNull();
  await soundness.close();
});

test('a check whose thread dies finds nothing sound: it is said, and no number is given', async () => {
  const dying = join(folder, 'dying.mjs');
  writeFileSync(dying, "export function work() { throw new Error('out of memory'); }");
  const soundness = watch(pathToFileURL(dying));
  await expect(number()).rejects.toThrow('No number is given yet');
  expect(await soundness.verdict).toEqual({ kind: 'unchecked' });
  expect(logged.join()).toContain('out of memory');
  await expect(number()).rejects.toThrow('No number is given yet');
  await soundness.close();
});

test('closed before it is known, nothing is found and no number given on the way out', async () => {
  const endless = join(folder, 'endless.mjs');
  writeFileSync(endless, 'export function work() { return new Promise(() => {}); }');
  const soundness = watch(pathToFileURL(endless));
  const asked = expect(number()).rejects.toThrow('No number is given yet');
  await soundness.close();
  await asked;
  expect([await soundness.verdict, logged]).toEqual([null, []]);
});
