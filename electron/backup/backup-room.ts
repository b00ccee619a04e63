import { setTimeout as delay } from 'node:timers/promises';
import { Tinypool } from 'tinypool';
import { BackupError } from '../register/backup/backup-error.ts';
import { withKeys } from '../register/locking/keyring.ts';
import { openTurns } from '../turns.ts';
import type { BackupWorks, Tried } from './backup-worker.ts';
import { limitOf, silence, usualPatience } from './silence.ts';

/** The thread of backups: started by the first work, ends after a quiet minute; one work after the other. */
export interface BackupRoom {
  /** Throws BackupError; `silent` where a second place gives no sign of life, at once while it still hangs. */
  ask<Name extends keyof BackupWorks>(
    name: Name,
    ...given: Parameters<BackupWorks[Name]>
  ): Promise<ReturnType<BackupWorks[Name]>>;
  /** The counter closes: from now on a silent place is waited for no longer than that allows. */
  hasten(): void;
  close(): Promise<void>;
}

export function openBackupRoom(worker: URL, patience = usualPatience): BackupRoom {
  const turns = openTurns();
  let pool: Tinypool | undefined;
  let isClosing = false;
  /** Threads that were given up and hang still. */
  let hanging = 0;

  /** Nothing ends a thread within a call of the system, and a program that exits would wait for it: it is cut off then. */
  const leave = async () => {
    const left = pool;
    pool = undefined;
    if (left === undefined) return;
    hanging += 1;
    process.on('exit', cutOff);
    await left.destroy().catch(() => undefined);
    process.off('exit', cutOff);
    hanging -= 1;
  };

  const run = async <Name extends keyof BackupWorks>(name: Name, given: Parameters<BackupWorks[Name]>) => {
    const kind = limitOf(name, given);
    if (kind !== null && hanging > 0) throw new BackupError('silent');
    pool ??= new Tinypool({
      filename: worker.href,
      runtime: 'worker_threads',
      workerData: withKeys,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      isolateWorkers: false,
    });
    const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const work: Promise<Tried<ReturnType<BackupWorks[Name]>>> = pool.run(
      { name, given, beats },
      { name: 'work' },
    );
    if (kind === null) return work;
    const { fell, stop } = silence(beats, () => (isClosing ? patience.closing : patience[kind]));
    try {
      const tried = await Promise.race([work, fell]);
      if (tried !== null) return tried;
    } finally {
      stop();
    }
    work.catch(() => undefined);
    void leave();
    throw new BackupError('silent');
  };

  return {
    ask: (name, ...given) =>
      turns.take(async () => {
        const tried = await run(name, given);
        if ('fault' in tried) throw new BackupError(tried.fault, tried.message);
        return tried.done;
      }),
    hasten: () => {
      isClosing = true;
    },
    close: async () => {
      const over = new AbortController();
      await Promise.race([
        leave(),
        delay(patience.closing, undefined, { signal: over.signal }).catch(() => {}),
      ]);
      over.abort();
    },
  };
}

const cutOff = () => process.kill(process.pid, 'SIGKILL');
