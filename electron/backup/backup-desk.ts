import { Tinypool } from 'tinypool';
import type { BackupFault, BackupReason, StoredBackup } from '../../shared/domain/backup.ts';
import { BackupError } from '../register/backup-error.ts';
import { dropUnfinished, lastBackupAt } from '../register/backup-list.ts';
import { findBackupMemory } from '../register/backup-memory.ts';
import { appendEntry } from '../register/journal.ts';
import type { Register } from '../register/register.ts';
import type { Tried, WriteTask } from './backup-worker.ts';

/** When copies of the register are written, one after the other, and what became of the last. */
export interface BackupDesk {
  standing(): BackupStanding;
  /** Writes one now. Throws BackupError. */
  write(reason: BackupReason, by?: By): Promise<StoredBackup>;
  /** The same without waiting for it; a failure shows in `standing`. */
  ask(reason: BackupReason): void;
  /** Writes the last of the day, when anything changed and copies are written at all, and ends. */
  close(): Promise<void>;
}

export interface BackupStanding {
  /** When the newest verified copy was written, ISO in UTC; null when there is none. */
  lastAt: string | null;
  /** Why the last try failed, until one succeeds. */
  fault: BackupFault | null;
  isRunning: boolean;
  /** Something was written after the newest copy. */
  isChanged: boolean;
}

/** Who asked; the counter itself otherwise. */
export interface By {
  personId: number;
  device: string;
}

export interface BackupTimes {
  /** Milliseconds between two looks whether anything changed; 0: none. */
  everyMs: number;
  atClosing: boolean;
}

/** What an office loses at most when its disk dies, as long as the second place is there. */
export const usualTimes: BackupTimes = { everyMs: 15 * 60_000, atClosing: true };

interface Needs {
  register: Register;
  worker: URL;
  times: BackupTimes;
  clock: () => number;
  /** False for a sample and before the first run: nothing of anybody would be lost. */
  isWorth: () => boolean;
  announce: () => void;
  log: (line: string) => void;
}

export function openBackupDesk(needs: Needs): BackupDesk {
  const { register, times, clock, log } = needs;
  dropUnfinished(register.folder);
  const memory = findBackupMemory(register.read);
  let fault: BackupFault | null = memory.fault;
  /** Changes of the register that the newest copy holds; our own entries are none. */
  let held = memory.isChanged ? -1 : register.changes();
  let running = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let pool: Tinypool | undefined;
  const isChanged = () => register.changes() !== held;
  const run = (name: string, task: object): Promise<unknown> => {
    pool ??= new Tinypool({
      filename: needs.worker.href,
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      isolateWorkers: false,
    });
    return pool.run(task, { name });
  };
  /** Journals in the name of whoever asked, and takes no notice of that change. */
  const record = async (kind: string, by: By | undefined, data: unknown) => {
    await register.free();
    const { personId = null, device = 'counter' } = by ?? {};
    const before = register.changes();
    const at = new Date(clock()).toISOString();
    register.transact((tx) => appendEntry(tx, { at, personId, device, kind, subject: 'backup', data }));
    if (held === before) held = register.changes();
  };
  const attempt = async (reason: BackupReason, by: By | undefined): Promise<StoredBackup> => {
    running += 1;
    needs.announce();
    const { folder, file } = register;
    const changes = register.changes();
    const task: WriteTask = { folder, file, at: clock(), reason };
    try {
      const outcome = (await run('write', task)) as Tried<StoredBackup>;
      if ('fault' in outcome) throw new BackupError(outcome.fault, outcome.message);
      held = changes;
      fault = null;
      const { name, bytes, sha256, seq, head, cases } = outcome.done;
      await record('backup.written', by, { reason, where: 'here', name, bytes, sha256, seq, head, cases });
      return outcome.done;
    } catch (error) {
      const failed = error instanceof BackupError ? error : new BackupError('unwritable', error);
      log(String(failed));
      // Told once, not every quarter of an hour.
      if (fault !== failed.fault)
        await record('backup.failed', by, { reason, where: 'here', fault: failed.fault }).catch(
          () => undefined,
        );
      fault = failed.fault;
      throw failed;
    } finally {
      running -= 1;
      needs.announce();
    }
  };
  const write = (reason: BackupReason, by?: By): Promise<StoredBackup> => {
    const written = queue.then(() => attempt(reason, by));
    queue = written.catch(() => undefined);
    return written;
  };
  const ask = (reason: BackupReason) => {
    if (needs.isWorth()) write(reason).catch(() => undefined);
  };
  const timer =
    times.everyMs > 0
      ? setInterval(() => {
          if (isChanged() && running === 0) ask('interval');
        }, times.everyMs).unref()
      : undefined;
  return {
    standing: () => ({
      lastAt: lastBackupAt(register.folder),
      fault,
      isRunning: running > 0,
      isChanged: isChanged(),
    }),
    write,
    ask,
    close: async () => {
      clearInterval(timer);
      await queue;
      if (times.atClosing && isChanged() && needs.isWorth()) await write('closing').catch(() => undefined);
      await pool?.destroy();
    },
  };
}
