import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../start-error.ts';

export interface Build {
  /** What the terminal calls it. */
  name: string;
  /** Vite configuration file. */
  config: string;
  /** Where the result is read from. */
  folder: string;
  /** Files and folders that the result is made of. */
  sources: readonly string[];
}

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const rendererBuild: Build = {
  name: 'màn hình',
  config: 'vite.config.ts',
  folder: 'dist/renderer',
  sources: ['renderer', 'shared', 'build/check-page.ts', 'vite.config.ts', 'package-lock.json'],
};

export const mainBuild: Build = {
  name: 'chương trình chính của Electron',
  config: 'vite.main.config.ts',
  folder: 'dist/main',
  sources: ['electron', 'shared', 'vite.main.config.ts', 'package-lock.json'],
};

/** Builds what is missing or older than its sources, saying so; otherwise takes a few milliseconds. */
export async function buildWhenStale(build: Build, say: (line: string) => void): Promise<void> {
  const digest = digestOfSources(build, root);
  if (isFresh(build, root, digest)) return;
  say(`Đang dựng ${build.name} (lần đầu, hoặc mã nguồn vừa thay đổi)…`);
  await buildNow(build, digest);
}

/** The stamp beside the folder remembers which sources it was made of. */
export function isFresh(build: Build, base: string, digest: string): boolean {
  if (!existsSync(join(base, build.folder))) return false;
  const stamp = join(base, `${build.folder}.stamp`);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Changes when a source is added, removed, renamed, resized or touched. Tests are no sources. */
export function digestOfSources(build: Build, base: string): string {
  const hash = createHash('sha256');
  for (const source of build.sources) {
    for (const path of filesUnder(base, source)) {
      const { mtimeMs, size } = statSync(join(base, path));
      hash.update(`${path}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest('hex');
}

function filesUnder(base: string, path: string): string[] {
  const stats = statSync(join(base, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  const names = readdirSync(join(base, path)).sort();
  return names.flatMap((name) => filesUnder(base, join(path, name)));
}

/** Built aside and moved into place, so that a counter that is starting never reads half a build. */
async function buildNow(build: Build, digest: string): Promise<void> {
  const aside = `${build.folder}.${process.pid}.tmp`;
  try {
    await runVite(build, join(root, aside));
    rmSync(join(root, build.folder), { recursive: true, force: true });
    renameSync(join(root, aside), join(root, build.folder));
    writeFileSync(join(root, `${build.folder}.stamp`), digest);
  } finally {
    rmSync(join(root, aside), { recursive: true, force: true });
  }
}

async function runVite(build: Build, outDir: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) throw new StartError(`Chưa có thư viện để dựng ${build.name}: hãy chạy lại npm ci.`);
  const args = [
    vite,
    'build',
    '--config',
    build.config,
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new StartError(`Không dựng được ${build.name}: lý do ở các dòng trên.`);
}
