import { openTurns, type Turns } from '../turns.ts';

/** The works of the desk, one after the other. */
export interface BackupTurns extends Turns {
  isRunning(): boolean;
}

/** `announce` hears of each beginning and each end. */
export function openBackupTurns(announce: () => void): BackupTurns {
  const turns = openTurns();
  let isRunning = false;
  const run = (is: boolean) => {
    isRunning = is;
    announce();
  };
  return {
    take: (work) =>
      turns.take(async () => {
        run(true);
        try {
          return await work();
        } finally {
          run(false);
        }
      }),
    isRunning: () => isRunning,
    done: turns.done,
  };
}
