import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { copySample } from '../samples.ts';
import { type House, hasEnded, openHouse } from './open-house.ts';

export interface RunningCounter {
  url: string;
  dataFolder: string;
  process: ChildProcess;
  /** As when it is told to stop. */
  close(): Promise<void>;
}

const headless = fileURLToPath(new URL('quick-headless.ts', import.meta.url));

/** Starts a real headless counter in a process of its own, on a free port; `args` may add `--sample <scene>`. */
export async function startCounter(
  dataFolder: string,
  args: readonly string[] = [],
): Promise<RunningCounter> {
  const child = spawn(process.execPath, [headless, '--port', '0', '--data', dataFolder, ...args], {
    // The channel ends the counter with this process, however a test ends.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /Quầy Một Cửa: (http:\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the counter ended with ${code}:\n${output}`)));
  });
  const close = async () => {
    if (hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { url, dataFolder, process: child, close };
}

export function stopCounter(counter: RunningCounter): Promise<void> {
  return counter.close();
}

interface CounterFixtures {
  /** Extra options of the counter of this test, such as `['--sample', 'mot-ngay']`: a copy of what the run played once. */
  counterArgs: readonly string[];
  counter: RunningCounter;
}

/** Each test has a counter and a register of its own; `page.goto('/')` is its window. */
export const test = base.extend<CounterFixtures, { house: House }>({
  house: [
    async ({ browserName: _ }, use) => {
      const house = openHouse();
      await use(house);
      await house.close();
    },
    { scope: 'worker' },
  ],
  counterArgs: [[], { option: true }],
  counter: [
    async ({ counterArgs, house }, use) => {
      const dataFolder = mkdtempSync(join(tmpdir(), 'mot-cua-e2e-'));
      const scene = counterArgs[counterArgs.indexOf('--sample') + 1];
      if (counterArgs.includes('--sample') && scene) await copySample(scene, dataFolder);
      const counter = await house.open(dataFolder, counterArgs);
      await use(counter);
      await counter.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
    // The first test that wants a scene waits until it is played, at no cost of its own time.
    { timeout: 300_000 },
  ],
  baseURL: async ({ counter }, use) => use(counter.url),
  // What a test asks for beside its page, it asks for as whoever is signed in there.
  request: async ({ context }, use) => use(context.request),
});

export { expect } from '@playwright/test';
