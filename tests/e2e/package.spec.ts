import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { extractAll } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { root } from '../../electron/launch/build-when-stale.ts';
import { electronVersion } from '../../electron/launch/electron-binary.ts';
import { openDouble } from '../electron-double/open-double.ts';

// The unpacked app made with a stub in the place of Electron's distribution: what is ours in it is real.
test.skip(process.platform !== 'linux', 'the stub is a Linux distribution of Electron');

// One package for all of them.
test.describe.configure({ mode: 'default' });

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-package-'));
const unpacked = join(folder, 'package/linux-unpacked');
const app = join(folder, 'app');

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const stub = join(folder, 'electron');
  makeStub(stub);
  const args = [
    join(root, 'build/package.ts'),
    `-c.electronDist=${stub}`,
    `-c.directories.output=${join(folder, 'package')}`,
  ];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  extractAll(join(unpacked, 'resources/app.asar'), app);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As much of a distribution as the packager looks at: the program with its fuses as Electron ships them. */
function makeStub(stub: string): void {
  mkdirSync(join(stub, 'resources'), { recursive: true });
  mkdirSync(join(stub, 'locales'));
  writeFileSync(join(stub, 'locales/vi.pak'), '');
  writeFileSync(join(stub, 'version'), electronVersion() ?? '');
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('101100011'),
  ]);
  writeFileSync(join(stub, 'electron'), wire);
  chmodSync(join(stub, 'electron'), 0o755);
}

test('the archive alone opens the counter', async () => {
  const desktop = await openDouble(app, join(folder, 'data'));
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  await expect(page.locator('#root')).not.toBeEmpty();
  await desktop.close();
});

test('the archive alone draws a slip', async () => {
  const worker = pathToFileURL(join(app, 'dist/main/render-worker.js')).href;
  const draw = `
    const { render } = await import(${JSON.stringify(worker)});
    await render({ fontsFolder: ${JSON.stringify(join(app, 'resources/fonts'))}, slip: null });
    process.stdout.write('drawn');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', draw], {
    cwd: folder,
  });
  expect(stdout).toBe('drawn');
});

test('it holds this platform’s addon outside the archive, and no other', () => {
  const outside = join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  expect(readdirSync(outside)).toEqual([`linux-${process.arch}.node`]);
});

test('it holds neither sources nor tests of ours', () => {
  expect(readdirSync(app).sort()).toEqual(['dist', 'node_modules', 'package.json', 'resources']);
  expect(existsSync(join(app, 'node_modules/electron'))).toBe(false);
});

/** What npm would put beside each of these, by the lock file: names of packages, wherever they lie. */
function madeOf(names: readonly string[]): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dependencies?: Record<string, string> }>;
  };
  const found = new Set<string>();
  const walk = (name: string, from: string): void => {
    const own = `${from}/node_modules/${name}`;
    const place = own in packages ? own : `node_modules/${name}`;
    if (found.has(place)) return;
    found.add(place);
    for (const inner of Object.keys(packages[place]?.dependencies ?? {})) walk(inner, place);
  };
  for (const name of names) walk(name, '');
  return [...found].toSorted();
}

test('it ships the packages that stay outside the bundle, what they are made of, and no other', () => {
  const outside = ['better-sqlite3', 'pdfmake', 'tinypool'];
  // Headers for who compiles the addon.
  const wanted = madeOf(outside).filter((place) => place !== 'node_modules/node-addon-api');
  const shipped = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+\/package\.json$/.test(path))
    .map((path) => path.replace('/package.json', ''));
  expect(shipped.toSorted()).toEqual(wanted);
  const bundles = readdirSync(join(app, 'dist/main')).filter((name) => name.endsWith('.js'));
  const asked = bundles.flatMap((name) => [
    ...readFileSync(join(app, 'dist/main', name), 'utf8').matchAll(
      /(?:^(?:import|export)\b[^;'"]*?|\b(?:import|__require)\()["']([^."'][^"']*)["']/gm,
    ),
  ]);
  const packages = asked.map(([, name = '']) => name).filter((name) => !isBuiltin(name));
  expect(packages.length).toBeGreaterThan(2);
  expect(packages.filter((name) => ![...outside, 'electron'].includes(name))).toEqual([]);
});

test('its fuses are burnt as decided (Electron 19)', async () => {
  const wire = await getCurrentFuseWire(join(unpacked, 'mot-cua'));
  const { ENABLE, DISABLE } = FuseState;
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: DISABLE,
    [FuseV1Options.EnableCookieEncryption]: ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    [FuseV1Options.WasmTrapHandlers]: ENABLE,
  });
});
