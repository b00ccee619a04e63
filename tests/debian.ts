import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether this is a Debian (or a child of it) whose packages we may install. */
export function mayInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** All at once, or one by one where not all of them can be had. Its faults are told, the rest of what it says is not. */
export function installPackages(...names: string[]): void {
  const apt = (...args: string[]): boolean => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    return status === 0;
  };
  const install = (...wanted: string[]): boolean =>
    apt('install', '-q', '-y', '--no-install-recommends', ...wanted);
  apt('update', '-q');
  if (install(...names)) return;
  for (const name of names) install(name);
}

/** The same while other work goes on. */
export async function installBeside(...names: string[]): Promise<void> {
  await once(fork(fileURLToPath(import.meta.url), names), 'exit');
}

if (import.meta.main) installPackages(...process.argv.slice(2));

export function hasCommand(name: string): boolean {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.some((folder) => folder !== '' && existsSync(`${folder}/${name}`));
}
