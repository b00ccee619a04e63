import { Tinypool } from 'tinypool';
import { BackupError } from '../register/backup/backup-error.ts';
import { withKeys } from '../register/locking/keyring.ts';
import type { BackupWorks, Tried } from './backup-worker.ts';

/** The thread of backups: started by the first work, ends after a quiet minute; one work after the other. */
export interface BackupRoom {
  /** Throws BackupError. */
  ask<Name extends keyof BackupWorks>(
    name: Name,
    ...given: Parameters<BackupWorks[Name]>
  ): Promise<ReturnType<BackupWorks[Name]>>;
  close(): Promise<void>;
}

export function openBackupRoom(worker: URL): BackupRoom {
  let pool: Tinypool | undefined;
  return {
    ask: async <Name extends keyof BackupWorks>(name: Name, ...given: Parameters<BackupWorks[Name]>) => {
      pool ??= new Tinypool({
        filename: worker.href,
        runtime: 'worker_threads',
        workerData: withKeys,
        minThreads: 0,
        maxThreads: 1,
        idleTimeout: 60_000,
        isolateWorkers: false,
      });
      const tried: Tried<ReturnType<BackupWorks[Name]>> = await pool.run({ name, given }, { name: 'work' });
      if ('fault' in tried) throw new BackupError(tried.fault, tried.message);
      return tried.done;
    },
    close: async () => {
      await pool?.destroy();
    },
  };
}
