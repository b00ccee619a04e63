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
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './build-when-stale.ts';

const packageFolder = join(root, 'node_modules', 'electron');
/** A download that brings no byte for this long will not come: the network does not let it through. */
const silenceMs = 8000;

/** The Electron version that package.json names; undefined without the package. */
export function electronVersion(folder: string = packageFolder): string | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/** The installed Electron program. Its installer writes path.txt last, so a broken download is no installation. */
export function installedElectron(folder: string = packageFolder): string | undefined {
  const pathFile = join(folder, 'path.txt');
  const versionFile = join(folder, 'dist', 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  if (readFileSync(versionFile, 'utf8').replace(/^v/, '').trim() !== electronVersion(folder))
    return undefined;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : undefined;
}

/**
 * The Electron program, downloaded when it is not there yet and the network lets it through. A failure is
 * remembered for this version of Electron, so that only the first start waits; `npm ci` forgets it.
 */
export async function findElectron(say: (line: string) => void): Promise<string | undefined> {
  const installed = installedElectron();
  const version = electronVersion();
  if (installed || !version) return installed;
  const memory = join(root, 'node_modules/.cache/mot-cua', `electron-${version}-not-downloadable`);
  if (existsSync(memory)) return undefined;
  say(`Đang thử tải Electron ${version} (chỉ lần đầu)…`);
  await downloadElectron(say);
  const downloaded = installedElectron();
  if (!downloaded) {
    mkdirSync(dirname(memory), { recursive: true });
    writeFileSync(memory, '');
  }
  return downloaded;
}

/** Runs Electron's own installer for as long as bytes keep coming. */
async function downloadElectron(say: (line: string) => void): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'mot-cua-electron-'));
  const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, NODE_USE_ENV_PROXY: '1' };
  const installer = spawn(process.execPath, [join(packageFolder, 'install.js')], { env, stdio: 'ignore' });
  const ended = once(installer, 'exit');
  let bytes = 0;
  let saidMegabytes = 0;
  let lastByteAt = Date.now();
  while (installer.exitCode === null && installer.signalCode === null) {
    await Promise.race([ended, wait(250)]);
    const now = bytesUnder(temporary) + bytesUnder(join(packageFolder, 'dist'));
    if (now > bytes) lastByteAt = Date.now();
    bytes = now;
    if (bytes - saidMegabytes * 1e6 > 20e6) {
      saidMegabytes = Math.floor(bytes / 1e6);
      say(`Đang tải và giải nén Electron: ${saidMegabytes} MB`);
    }
    if (Date.now() - lastByteAt > silenceMs) installer.kill('SIGKILL');
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
