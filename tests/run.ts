import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedElectron } from '../electron/launch/electron-binary.ts';
import { findHeadlessShell, getChromium } from './chromium.ts';
import { hasCommand, installBeside, mayInstallPackages } from './debian.ts';
import build from './e2e/build.ts';
import openRunFolder from './run-folder.ts';
import { addUp, readPlaywright, readVitest, type Tally } from './tally.ts';

// What `npm test` runs: types and lint, units, then the whole in a real browser. Everything runs even when
// something before it failed; the last line has the true sums.
const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'mot-cua-reports-'));
const started = Date.now();
openRunFolder();

// What reads our PDFs back, what compiles the disk that loses power, and the browser of the walks. Only root can get them;
// for everybody else those tests are named as skipped.
const wanted = [
  ...(hasCommand('pdftotext') ? [] : ['poppler-utils']),
  ...(hasCommand('cc') ? [] : ['gcc', 'libc6-dev']),
  ...(findHeadlessShell() ? [] : ['chromium-headless-shell']),
];
const installed = wanted.length > 0 && mayInstallPackages() ? installBeside(...wanted) : Promise.resolve();

// They need nothing of it.
const checksPass = run('npm', 'run', 'check');
// What is wrong with it is told where the walks begin.
await build().catch(() => {});

await installed;
const readsPdfs = hasCommand('pdftotext') && hasCommand('pdftoppm');
const pdfTests = ['slips', 'golden', 'slip-codes', 'tracking-slip', 'printed-again', 'register-book'].map(
  (name) => `tests/printing/${name}.test.ts`,
);
process.env.MOT_CUA_CHROMIUM = getChromium(console.log);
console.log(`browser: ${process.env.MOT_CUA_CHROMIUM}`);

const units = join(reports, 'vitest.json');
const leftOut = readsPdfs ? [] : pdfTests.map((file) => `--exclude=${file}`);
const unitsPass = run(
  'vitest',
  'run',
  ...leftOut,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${units}`,
);
process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = join(reports, 'playwright.json');
const endToEndPasses = run('playwright', 'test', '--reporter=list,json');

const tallies: Tally[] = [
  { name: 'types, lint', passed: 0, failed: checksPass ? 0 : 1, skipped: [] },
  readVitest(units, unitsPass),
  readPlaywright(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, endToEndPasses),
];
rmSync(reports, { recursive: true });

const sum = addUp(tallies);
if (!readsPdfs) {
  sum.skipped.push(
    'reading the slips back (pdftotext and pdftoppm are not here: apt-get install poppler-utils)',
  );
}
console.log('');
for (const { name, passed, failed } of tallies) {
  if (passed + failed === 0) console.log(`${name}: ok`);
  else console.log(`${name}: ${passed} passed, ${failed} failed`);
}
console.log(
  installedElectron()
    ? 'desktop tests: in Electron'
    : 'desktop tests: the built main ran against the stand-in for Electron, because its binary is not installed here (npx install-electron)',
);
for (const skipped of sum.skipped) console.log(`skipped: ${skipped}`);
if (sum.skipped.length === 0) console.log('skipped: nothing');
console.log(`took ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;

/** npm has put node_modules/.bin on the PATH. */
function run(command: string, ...args: string[]): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}
