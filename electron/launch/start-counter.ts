import type { StartFinding } from '../../shared/start-finding.ts';
import { type Counter, type CounterOptions, openCounter } from '../counter.ts';
import { readStarts } from '../damage/deaths.ts';
import type { Door } from '../door.ts';
import { openCounterLife } from './counter-life.ts';

export interface StartOptions extends CounterOptions {
  /** The entry file of the worker that reads whole registers, sound or not. */
  damageWorker: URL;
}

/** The counter, or its page of ways out while something is wrong with the register. */
export interface StartedCounter {
  fetch(request: Request, door: Door): Promise<Response>;
  /** What keeps the register shut; null while the counter works. */
  finding(): StartFinding | null;
  startPrinting(): void;
  close(): Promise<void>;
}

/** After this long a start has gone well. */
const settledMs = 60_000;

/**
 * Opens the counter; a damaged register never ends the program, it is shown instead, with the ways out. So is a start that
 * died too often. Throws StartError for what is not the register's fault, such as a folder in use.
 */
export async function startCounter(
  options: StartOptions,
  open: (options: CounterOptions) => Promise<Counter> = openCounter,
): Promise<StartedCounter> {
  const clock = options.clock ?? Date.now;
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const life = openCounterLife({ ...options, clock, log }, open);
  const starts = readStarts(options.dataFolder, Date.now());
  if (starts.isTooOften) {
    await life.hold({ kind: 'deaths' });
  } else {
    starts.begin();
    try {
      await life.begin();
    } catch (error) {
      starts.forget();
      throw error;
    }
  }
  const settled = setTimeout(starts.forget, settledMs).unref();
  return {
    fetch: life.front.fetch,
    finding: life.front.finding,
    startPrinting: life.startPrinting,
    close: async () => {
      clearTimeout(settled);
      await life.close();
      starts.forget();
    },
  };
}
