import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import type { Writer } from './connection.ts';

/** One long transaction, done a few milliseconds at a time so that the counter goes on answering. */

export interface Progress {
  /** Which work, for the sentence of `busy`: 'import'. */
  what: string;
  done: number;
  total: number;
}

export interface ChunkedWork<T> {
  what: string;
  total: number;
  /** Yields how many are done; returns the result. Runs inside the one transaction. */
  steps: (tx: Writer) => Generator<number, T>;
}

export interface ChunkRunner {
  /** What runs now; null when the register is free. */
  progress(): Progress | null;
  /** Throws `busy` while something runs. */
  refuseWhileBusy(): void;
  run<T>(write: Writer, work: ChunkedWork<T>): Promise<T>;
  /** Ends what runs at its next step, as if it had never begun; its caller gets `cancelled`. */
  cancel(): void;
  /** Resolves when nothing runs. */
  free(): Promise<void>;
  /**
   * Does `act` in the very moment in which nothing short runs; when it took longer than `patienceMs`, all the same. Whoever only
   * writes goes before a work in chunks that waits too.
   */
  afterShort<T>(act: () => T | Promise<T>, waits: Waiting): Promise<T>;
}

/** Who waits: a command at the counter, work that is done and wants to be written down, a work in chunks. */
export type Waiting = keyof typeof patienceMs;

/** Over in a second or two: whoever writes meanwhile waits for it instead of being refused. */
const shortWorks: readonly string[] = ['campaign'];
/** Nobody at the counter waits for ever; what took minutes to make is not thrown away. */
const patienceMs = { command: 10_000, done: 120_000, chunks: 120_000 };

/** Long enough to do something, short enough that nobody at the counter feels it. */
const stretchMs = 25;

/** @param settle brings to disk what is written so far, so that the commit has little left to wait for. */
export function openChunkRunner(settle: () => Promise<void>): ChunkRunner {
  let running: { progress: Progress; isCancelled: boolean; ended: Promise<void> } | null = null;
  /** Who waits to write once. */
  let waiting = 0;
  const refuseWhileBusy = () => {
    if (running) throw new AppError('busy', { ...running.progress });
  };
  return {
    refuseWhileBusy,
    progress: () => running && { ...running.progress },
    cancel: () => {
      if (running) running.isCancelled = true;
    },
    free: async () => {
      while (running) await running.ended;
    },
    afterShort: async (act, waits) => {
      const until = performance.now() + patienceMs[waits];
      const isOnce = waits !== 'chunks';
      if (isOnce) waiting += 1;
      try {
        for (;;) {
          const left = until - performance.now();
          const isShort = running !== null && shortWorks.includes(running.progress.what);
          if (left <= 0 || !(isShort || (waiting > 0 && !isOnce))) break;
          if (running && isShort) await Promise.race([running.ended, wait(left, undefined, { ref: false })]);
          else await breathe();
        }
      } finally {
        if (isOnce) waiting -= 1;
      }
      // Nothing was awaited since it was seen that nothing runs.
      return act();
    },
    run: async (write, { what, total, steps }) => {
      refuseWhileBusy();
      const ended = Promise.withResolvers<void>();
      const own = { progress: { what, done: 0, total }, isCancelled: false, ended: ended.promise };
      running = own;
      try {
        write.exec('BEGIN IMMEDIATE');
        const walking = steps(write);
        for (;;) {
          const until = performance.now() + stretchMs;
          do {
            const step = walking.next();
            if (step.done) {
              await settle();
              write.exec('COMMIT');
              return step.value;
            }
            own.progress.done = step.value;
          } while (performance.now() < until);
          await breathe();
          if (own.isCancelled) throw new AppError('cancelled');
        }
      } catch (error) {
        if (write.inTransaction) write.exec('ROLLBACK');
        throw error;
      } finally {
        running = null;
        ended.resolve();
      }
    },
  };
}
