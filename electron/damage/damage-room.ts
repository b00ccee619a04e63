import { Tinypool } from 'tinypool';
import type { DamageWorks } from '../register/damage/damage-worker.ts';
import { withKeys } from '../register/locking/keyring.ts';

export interface DamageRoom {
  /** Runs a work in a thread of its own, which ends with it. */
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
    ask: async (name, ...given) => {
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
        return await pool.run({ name, given }, { name: 'work' });
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
