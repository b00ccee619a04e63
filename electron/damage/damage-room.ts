import { Tinypool } from 'tinypool';
import type { DamageWorks, Tried } from '../register/damage/damage-worker.ts';
import { withKeys } from '../register/locking/keyring.ts';

export interface DamageRoom {
  /** Runs a work in a thread of its own, which ends with it. Throws what it threw, with the code of the disk or of SQLite. */
  ask<Name extends keyof DamageWorks>(
    name: Name,
    ...given: Parameters<DamageWorks[Name]>
  ): Promise<ReturnType<DamageWorks[Name]>>;
  /** Ends what still runs; it is never answered. */
  close(): Promise<void>;
}

/** @param worker entry file of the thread. */
export function openDamageRoom(worker: URL): DamageRoom {
  const running = new Set<Tinypool>();
  return {
    ask: async <Name extends keyof DamageWorks>(name: Name, ...given: Parameters<DamageWorks[Name]>) => {
      const pool = new Tinypool({
        filename: worker.href,
        runtime: 'worker_threads',
        workerData: withKeys,
        minThreads: 1,
        maxThreads: 1,
        isolateWorkers: false,
      });
      running.add(pool);
      try {
        const tried: Tried<ReturnType<DamageWorks[Name]>> = await pool.run({ name, given }, { name: 'work' });
        if ('failed' in tried) throw Object.assign(new Error(tried.failed), { code: tried.code });
        return tried.done;
      } finally {
        running.delete(pool);
        await pool.destroy();
      }
    },
    close: async () => {
      await Promise.all([...running].map((pool) => pool.destroy()));
    },
  };
}
