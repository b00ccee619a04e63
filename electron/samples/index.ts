import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nowAt } from '../api/now.ts';
import { type Counter, type CounterOptions, openCounter } from '../counter.ts';
import { itOng2024 } from './it-ong-2024.ts';
import { ordinaryDay } from './ordinary-day.ts';
import { type CallAs, play, type Scene } from './play.ts';

const scenes: Record<string, (now: string) => Scene> = {
  'it-ong-2024': itOng2024,
  'mot-ngay': ordinaryDay,
};
export const sceneNames: readonly string[] = Object.keys(scenes);

/**
 * Opens the register of a scene in a folder, making it when the folder has no register yet. It is made aside and
 * moved into place whole, so a half-played scene is never opened.
 * @param report cases received so far, of how many.
 */
export async function openSample(
  scene: string,
  options: CounterOptions,
  report: (done: number, total: number) => void,
): Promise<Counter> {
  const file = join(options.dataFolder, 'register.db');
  const make = scenes[scene];
  if (make === undefined) throw new RangeError(`Unknown scene ${scene}`);
  if (!existsSync(file)) {
    const making = join(options.dataFolder, 'making-sample');
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    const counter = await openCounter({ ...options, dataFolder: making, isDurable: false });
    const now = nowAt((options.clock ?? Date.now)()).officeTime;
    await play(make(now), (device, clock) => counter.caller({ kind: 'loopback', device }, clock), report);
    await counter.printed();
    await counter.close();
    if (existsSync(join(making, 'files')))
      renameSync(join(making, 'files'), join(options.dataFolder, 'files'));
    renameSync(join(making, 'register.db'), file);
    rmSync(making, { recursive: true, force: true });
  }
  return openCounter(options);
}

/** Plays an ordinary day into the empty register of a running counter. */
export async function playOrdinaryDay(as: CallAs, now: number): Promise<void> {
  await play(ordinaryDay(nowAt(now).officeTime), as, () => {});
}
