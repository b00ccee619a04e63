import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstRun, optionsFor } from '../tests/desk.ts';
import { keptRenderer } from '../tests/kept-renderer.ts';
import { openCounter } from './counter.ts';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mot-cua-counter-'));
  folder = join(home, 'data');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** The same options, told when the thread of the slips is closed. */
function watchedOptions() {
  const closed: string[] = [];
  const renderer = { ...keptRenderer(), close: async () => void closed.push('renderer') };
  return { closed, options: { ...optionsFor(folder), renderer } };
}

test('an opening that fails half way closes what it had opened', async () => {
  const { closed, options } = watchedOptions();
  const rendererFolder = join(home, 'no-folder');
  writeFileSync(rendererFolder, '');
  await expect(openCounter({ ...options, rendererFolder })).rejects.toThrow('no-folder');
  expect(closed).toEqual(['renderer']);
  await (await openCounter(options)).close();
});

test('a part that does not close well keeps no other part open', async () => {
  const { closed, options } = watchedOptions();
  let isClockBroken = false;
  const clock = () => {
    if (isClockBroken) throw new Error('no clock');
    return Date.now();
  };
  const counter = await openCounter({ ...options, clock, backups: { everyMs: 0, atClosing: true } });
  await counter.caller({ kind: 'loopback', device: 'window' }).setup.complete(firstRun());
  isClockBroken = true;
  await expect(counter.close()).rejects.toThrow('no clock');
  expect(closed).toEqual(['renderer']);
  // The register was let go of.
  await (await openCounter(options)).close();
});
