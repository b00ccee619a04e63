import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ElectronPlaces, findElectron, installedElectron } from './electron-binary.ts';

let base = '';
let at: ElectronPlaces = { packageFolder: '', memoryFolder: '', silenceMs: 0 };
const said: string[] = [];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'electron-binary-'));
  at = { packageFolder: join(base, 'electron'), memoryFolder: join(base, 'memory'), silenceMs: 1500 };
  mkdirSync(at.packageFolder);
  writeFileSync(join(at.packageFolder, 'package.json'), '{ "version": "45.4.1" }');
  said.length = 0;
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Puts a script in the place of Electron's installer. */
function installer(body: string): void {
  writeFileSync(
    join(at.packageFolder, 'install.js'),
    `const fs = require('fs'); process.chdir(__dirname); ${body}`,
  );
}

const install = `
  fs.mkdirSync('dist', { recursive: true });
  fs.writeFileSync('dist/version', '45.4.1');
  fs.writeFileSync('dist/electron', '');
  fs.writeFileSync('path.txt', 'electron');`;

const find = () => findElectron((line) => said.push(line), at);

test('a download that works gives the program, and nothing is asked again', async () => {
  installer(install);
  expect(await find()).toBe(join(at.packageFolder, 'dist', 'electron'));
  installer('throw new Error("asked again")');
  expect(await find()).toBe(join(at.packageFolder, 'dist', 'electron'));
  expect(said).toHaveLength(1);
});

test('a refused download is remembered for this version', async () => {
  installer('process.exit(1)');
  expect(await find()).toBeUndefined();
  expect(readdirSync(at.memoryFolder)).toEqual(['electron-45.4.1-not-downloadable']);
  installer(install);
  expect(await find()).toBeUndefined();
  writeFileSync(join(at.packageFolder, 'package.json'), '{ "version": "45.5.0" }');
  await find();
  expect(said).toHaveLength(2);
});

test('a silent network is given up', async () => {
  installer('setInterval(() => {}, 1000)');
  const started = Date.now();
  expect(await find()).toBeUndefined();
  expect(Date.now() - started).toBeLessThan(10_000);
});

test('a slow download that keeps coming is waited for', async () => {
  installer(`
    const file = require('path').join(process.env.TMPDIR, 'electron.zip');
    let chunks = 0;
    setInterval(() => {
      fs.appendFileSync(file, 'x'.repeat(1000));
      if (++chunks === 8) { ${install} process.exit(0); }
    }, 500);`);
  expect(await find()).toBeDefined();
});

test('half an installation is none', () => {
  mkdirSync(join(at.packageFolder, 'dist'));
  writeFileSync(join(at.packageFolder, 'dist/version'), '45.4.1');
  writeFileSync(join(at.packageFolder, 'dist/electron'), '');
  expect(installedElectron(at)).toBeUndefined();
  writeFileSync(join(at.packageFolder, 'path.txt'), 'electron');
  expect(installedElectron(at)).toBeDefined();
  writeFileSync(join(at.packageFolder, 'dist/version'), '44.0.0');
  expect(installedElectron(at)).toBeUndefined();
});
