import { Tinypool } from 'tinypool';
import { withKeys } from './locking/keyring.ts';

/** Folds the log of a register file in a thread of its own, which ends with it. */
export async function foldAside(worker: URL, file: string): Promise<void> {
  const pool = new Tinypool({
    filename: worker.href,
    runtime: 'worker_threads',
    workerData: withKeys,
    minThreads: 1,
    maxThreads: 1,
    isolateWorkers: false,
  });
  try {
    await pool.run(file, { name: 'foldLog' });
  } finally {
    await pool.destroy();
  }
}
