import { existsSync } from 'node:fs';
import type { Counter, CounterOptions } from '../counter.ts';
import { StartError } from '../start-error.ts';

/** What samples/index.ts offers: the scenes and one function that makes a scene's register, or opens the one made. */
interface Samples {
  sceneNames: readonly string[];
  openSample(
    scene: string,
    options: CounterOptions,
    report: (done: number, total: number) => void,
  ): Promise<Counter>;
}

/** Opens the sample register of a scene with its progress on the terminal. Throws `StartError` on an unknown scene. */
export async function openSampleCounter(scene: string, options: CounterOptions): Promise<Counter> {
  const samples = await loadSamples();
  if (!samples?.sceneNames.includes(scene)) {
    const names = samples ? samples.sceneNames.join(', ') : 'chưa có cảnh nào';
    throw new StartError(`Không có cảnh minh họa "${scene}" (các cảnh: ${names}).`);
  }
  let tenths = 0;
  return samples.openSample(scene, options, (done, total) => {
    const reached = Math.floor((done / total) * 10);
    if (reached <= tenths) return;
    tenths = reached;
    process.stdout.write(`Đang làm sổ minh họa ${scene}: ${done}/${total}\n`);
  });
}

/** Loaded only on demand: nobody who opens a real register pays for the samples. */
async function loadSamples(): Promise<Samples | undefined> {
  const file = new URL('../samples/index.ts', import.meta.url);
  return existsSync(file) ? await import(file.href) : undefined;
}
