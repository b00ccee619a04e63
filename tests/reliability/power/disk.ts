import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasCommand } from '../../debian.ts';

/**
 * A disk that loses what was not synced when the power goes, and that may be full: `power.c` beside, loaded into a program of
 * ours. A write or a sync below the folder is a step.
 */
export interface Disk {
  /** Runs a program of ours whose writes below `folder` go to this disk. */
  start(program: string, trouble?: Trouble): ChildProcess;
  /** Ends the program if it still runs, and leaves in `folder` what the disk holds. */
  cut(running: ChildProcess): Promise<void>;
  /** How many steps a program took that ended by itself. */
  steps(): number;
  remove(): void;
}

export interface Trouble {
  /** The program dies before this step, counted from 1. */
  killAt?: number;
  /** From this step on so many writes find the disk full. */
  full?: { at: number; writes: number };
  /** The program is never cut, so nobody needs to know what was synced: much faster. */
  isUncut?: boolean;
}

/** Linux with a C compiler. */
export const hasDisk = process.platform === 'linux' && hasCommand('cc');

/** @param folder what it holds is on the disk already; programs are given its path. */
export function openDisk(folder: string): Disk {
  const own = mkdtempSync(join(tmpdir(), 'mot-cua-disk-'));
  const library = join(own, 'power.so');
  const source = fileURLToPath(new URL('power.c', import.meta.url));
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-lpthread']);
  const [files, names, before] = [join(own, 'files'), join(own, 'names'), join(own, 'before')];
  const steps = join(own, 'steps');
  return {
    start: (program, { killAt = 0, full = { at: 0, writes: 0 }, isUncut = false } = {}) => {
      for (const part of [files, names, before]) rmSync(part, { recursive: true, force: true });
      for (const part of [files, names]) mkdirSync(part);
      cpSync(folder, before, { recursive: true });
      const env = {
        ...process.env,
        LD_PRELOAD: library,
        POWER_FOLDER: folder,
        POWER_DISK: isUncut ? '' : own,
        POWER_STEPS: steps,
        POWER_KILL_AT: String(killAt),
        POWER_FULL_AT: String(full.at),
        POWER_FULL_FOR: String(full.writes),
        // There from the beginning: a program that sets these for itself then only changes them.
        POWER_ROUND: '0',
        POWER_PULL: '',
        POWER_PULL_AT: '0',
        POWER_READ_ONLY: '',
      };
      return fork(program, [folder], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    },
    cut: async (running) => {
      running.kill('SIGKILL');
      if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
      // What was there before and was never synced again is there still, unless its name was taken.
      rmSync(folder, { recursive: true, force: true });
      cpSync(before, folder, { recursive: true });
      for (const entry of readdirSync(names).filter((name) => !name.endsWith('.making'))) {
        const path = join(folder, entry.replaceAll('|', '/'));
        mkdirSync(dirname(path), { recursive: true });
        cpSync(join(files, readFileSync(join(names, entry), 'utf8')), path);
      }
    },
    steps: () => Number(readFileSync(steps, 'utf8')),
    remove: () => rmSync(own, { recursive: true, force: true }),
  };
}
