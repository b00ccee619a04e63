import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './build-when-stale.ts';

export interface ElectronPlaces {
  /** The npm package `electron`. */
  packageFolder: string;
  /** Where a failed download is remembered. */
  memoryFolder: string;
  /** A download that brings no byte for this long will not come: the network does not let it through. */
  silenceMs: number;
}

const places: ElectronPlaces = {
  packageFolder: join(root, 'node_modules/electron'),
  memoryFolder: join(root, 'node_modules/.cache/mot-cua'),
  silenceMs: 8000,
};

/** The Electron version that package.json names; undefined without the package. */
export function electronVersion({ packageFolder } = places): string | undefined {
  const file = join(packageFolder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/** The installed Electron program. Its installer writes path.txt last, so a broken download is no installation. */
export function installedElectron(at = places): string | undefined {
  const pathFile = join(at.packageFolder, 'path.txt');
  const versionFile = join(at.packageFolder, 'dist', 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  if (readFileSync(versionFile, 'utf8').replace(/^v/, '').trim() !== electronVersion(at)) return undefined;
  const program = join(at.packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : undefined;
}

/**
 * The Electron program, downloaded when it is not there yet and the network lets it through. A failure is
 * remembered for this version of Electron, so that only the first start waits; `npm ci` forgets it.
 */
export async function findElectron(say: (line: string) => void, at = places): Promise<string | undefined> {
  const installed = installedElectron(at);
  const version = electronVersion(at);
  if (installed || !version) return installed;
  const memory = join(at.memoryFolder, `electron-${version}-not-downloadable`);
  if (existsSync(memory)) return undefined;
  say(`Đang thử tải Electron ${version} (chỉ lần đầu)…`);
  await downloadElectron(say, at);
  const downloaded = installedElectron(at);
  if (!downloaded) {
    mkdirSync(at.memoryFolder, { recursive: true });
    writeFileSync(memory, '');
  }
  return downloaded;
}

/** Runs Electron's own installer for as long as bytes keep coming. */
async function downloadElectron(say: (line: string) => void, at: ElectronPlaces): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'mot-cua-electron-'));
  const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, NODE_USE_ENV_PROXY: '1' };
  const installer = spawn(process.execPath, [join(at.packageFolder, 'install.js')], { env, stdio: 'ignore' });
  process.once('exit', () => installer.kill());
  const ended = once(installer, 'exit');
  let bytes = 0;
  let saidBytes = 0;
  let lastByteAt = Date.now();
  while (installer.exitCode === null && installer.signalCode === null) {
    await Promise.race([ended, wait(250)]);
    const now = bytesUnder(temporary) + bytesUnder(join(at.packageFolder, 'dist'));
    if (now > bytes) lastByteAt = Date.now();
    bytes = now;
    if (bytes - saidBytes > 20e6) {
      saidBytes = bytes;
      say(`Đang tải và giải nén Electron: ${Math.floor(bytes / 1e6)} MB`);
    }
    if (Date.now() - lastByteAt > at.silenceMs) installer.kill('SIGKILL');
  }
  rmSync(temporary, { recursive: true, force: true });
}

function bytesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    bytes += statSync(join(folder, entry), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
