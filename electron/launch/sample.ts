import type { Counter, CounterOptions } from '../counter.ts';
import { StartError } from '../start-error.ts';
import { takeFolder } from './take-folder.ts';

/** Opens the sample register of a scene, its making shown on the terminal. Throws `StartError` on an unknown scene. */
export async function openSampleCounter(scene: string, options: CounterOptions): Promise<Counter> {
  // Loaded on demand: nobody who opens a real register pays for the samples.
  const { openSample, sceneNames } = await import('./open-sample.ts');
  if (!sceneNames.includes(scene)) {
    throw new StartError(`Không có cảnh minh họa "${scene}"; các cảnh: ${sceneNames.join(', ')}.`);
  }
  takeFolder(options.dataFolder);
  let tenths = 0;
  return openSample(scene, options, (done, total) => {
    const reached = Math.floor((done / total) * 10);
    if (reached <= tenths) return;
    tenths = reached;
    process.stdout.write(`Đang làm sổ minh họa ${scene}: ${done}/${total}\n`);
  });
}
