import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A disk that loses what was not synced when the power goes: `power.c` beside, loaded into a program of ours. Linux with a C
 * compiler only.
 */
export interface Disk {
  /** Runs a program of ours whose writes below `folder` go to this disk. */
  start(program: string, ...args: string[]): ChildProcess;
  /** Ends the program, and leaves in `folder` what the disk holds. */
  cut(running: ChildProcess): Promise<void>;
  remove(): void;
}

/** @param folder what it holds is on the disk already. */
export function openDisk(folder: string): Disk {
  const own = mkdtempSync(join(tmpdir(), 'mot-cua-disk-'));
  const library = join(own, 'power.so');
  const source = fileURLToPath(new URL('power.c', import.meta.url));
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-lpthread']);
  const [files, names, before] = [join(own, 'files'), join(own, 'names'), join(own, 'before')];
  const begin = () => {
    for (const part of [files, names, before]) rmSync(part, { recursive: true, force: true });
    for (const part of [files, names]) mkdirSync(part);
    cpSync(folder, before, { recursive: true });
  };
  return {
    start: (program, ...args) => {
      begin();
      const env = { ...process.env, LD_PRELOAD: library, POWER_FOLDER: folder, POWER_DISK: own };
      return fork(program, args, { env });
    },
    cut: async (running) => {
      running.kill('SIGKILL');
      if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
      // What was there before and was never synced again is there still, unless its name was taken or given up.
      rmSync(folder, { recursive: true, force: true });
      cpSync(before, folder, { recursive: true });
      for (const entry of readdirSync(names).filter((name) => !name.endsWith('.making'))) {
        const path = join(folder, entry.replaceAll('|', '/'));
        mkdirSync(dirname(path), { recursive: true });
        cpSync(join(files, readFileSync(join(names, entry), 'utf8')), path);
      }
    },
    remove: () => rmSync(own, { recursive: true, force: true }),
  };
}
