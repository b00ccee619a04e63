import type {
  BackupFault,
  BackupReason,
  BackupSettings,
  DrillResult,
  StoredBackup,
} from '../../shared/domain/backup.ts';
import { BackupError, backupFaultOf } from '../register/backup/backup-error.ts';
import { dropUnfinished, lastBackupAt, listBackups } from '../register/backup/backup-list.ts';
import { findBackupMemory } from '../register/backup/backup-memory.ts';
import { appendEntry } from '../register/journal.ts';
import { isRestLeft } from '../register/locking/lock-rest.ts';
import type { Register } from '../register/register.ts';
import { type BackupRoom, openBackupRoom } from './backup-room.ts';
import type { PlaceTask } from './backup-worker.ts';
import { type EmergencyProver, openEmergencyProver } from './emergency-prover.ts';

/** When copies of the register are written, one after the other, and what became of the last. */
export interface BackupDesk {
  standing(): BackupStanding;
  /** Writes one now, and carries it to the second place when there is one. Throws BackupError when there is no new copy here. */
  write(reason: BackupReason, by?: By): Promise<StoredBackup>;
  /** The same without waiting for it; a failure shows in `standing`. */
  ask(reason: BackupReason): void;
  /** Before something large is done: writes one when anything changed, and lets it go on when the disk takes none. */
  before(reason: BackupReason): Promise<void>;
  /** Proves that the newest copy comes back; null while there is none. */
  drill(by?: By): Promise<DrillResult | null>;
  /** The thread, for what is asked beside: a look at a place, a restore. */
  room: BackupRoom;
  /** A thread of its own, for emergency registers. */
  prover: EmergencyProver;
  /** Writes the last of the day, when anything changed and copies are written at all, and ends. */
  close(): Promise<void>;
}

export interface BackupStanding {
  /** When the newest verified copy was written, ISO in UTC; null when there is none. */
  lastAt: string | null;
  /** Why the last try failed, until one succeeds: here, or else at the second place. */
  fault: BackupFault | null;
  isRunning: boolean;
  /** Something was written after the newest copy. */
  isChanged: boolean;
  /** When a copy last reached the second place. */
  carriedAt: string | null;
  lastDrill: DrillResult | null;
  /** Why copies and stored files from before a lock lie open still. */
  restFault: BackupFault | null;
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
  settings: () => BackupSettings | undefined;
  /** False for a sample and before the first run: nothing of anybody would be lost. */
  isWorth: () => boolean;
  announce: () => void;
  log: (line: string) => void;
}

export function openBackupDesk(needs: Needs): BackupDesk {
  const { register, times, clock, log } = needs;
  const { folder, file } = register;
  dropUnfinished(folder);
  const memory = findBackupMemory(register.read);
  let { fault, placeFault, carriedAt, lastDrill } = memory;
  /** Changes of the register that the newest copy holds; our own entries are none. */
  let held = memory.isChanged ? -1 : register.changes();
  let running = 0;
  let restFault: BackupFault | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const room = openBackupRoom(needs.worker);
  const prover = openEmergencyProver(needs.worker, log);
  const isChanged = () => register.changes() !== held;
  const instant = () => new Date(clock()).toISOString();
  /** Journals in the name of whoever asked, and takes no notice of that change. */
  const record = async (kind: string, by: By | undefined, data: unknown) => {
    await register.free();
    const { personId = null, device = 'counter' } = by ?? {};
    const before = register.changes();
    const entry = { at: instant(), personId, device, kind, subject: 'backup', data };
    register.transact((tx) => appendEntry(tx, entry));
    if (held === before) held = register.changes();
  };
  const failed = (error: unknown): BackupError => {
    const known = error instanceof BackupError ? error : new BackupError(backupFaultOf(error), error);
    log(String(known));
    return known;
  };
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = queue.then(async () => {
      running += 1;
      needs.announce();
      try {
        return await act();
      } finally {
        running -= 1;
        needs.announce();
      }
    });
    queue = done.catch(() => undefined);
    return done;
  };
  const carry = async (backup: StoredBackup, by?: By) => {
    const place = placeOf(needs.settings());
    if (place === null) {
      placeFault = null;
      return;
    }
    try {
      const bytes = await room.ask('carry', folder, backup, place);
      placeFault = null;
      carriedAt = instant();
      await record('backup.carried', by, { name: backup.name, head: backup.head, bytes });
    } catch (error) {
      const { fault: now } = failed(error);
      const isNew = placeFault !== now;
      placeFault = now;
      if (isNew) await record('backup.carryFailed', by, { name: backup.name, fault: now }).catch(failed);
    }
  };
  const write = (reason: BackupReason, by?: By): Promise<StoredBackup> =>
    inTurn(async () => {
      register.writeSeen();
      const changes = register.changes();
      try {
        const backup = await room.ask('write', folder, file, { at: clock(), reason });
        held = changes;
        fault = null;
        const { name, bytes, sha256, seq, head, cases } = backup;
        await record('backup.written', by, { reason, name, bytes, sha256, seq, head, cases });
        await carry(backup, by);
        return backup;
      } catch (error) {
        const known = failed(error);
        // Told once, not every quarter of an hour.
        const isNew = fault !== known.fault;
        fault = known.fault;
        if (isNew) await record('backup.failed', by, { reason, fault }).catch(failed);
        throw known;
      }
    });
  const drill = (by?: By): Promise<DrillResult | null> =>
    inTurn(async () => {
      const outcome = await room.ask('drill', folder, file, placeOf(needs.settings()));
      if (outcome === null) return null;
      lastDrill = { at: instant(), ...outcome };
      await record('backup.drilled', by, lastDrill);
      return lastDrill;
    });
  const ask = (reason: BackupReason) => {
    if (needs.isWorth()) write(reason).catch(() => undefined);
  };
  /** What is due by the clock: a copy of what changed, what a stick missed that is back, the drill of the month. */
  const look = () => {
    if (running > 0 || !needs.isWorth()) return;
    const [newest] = listBackups(folder);
    if (isChanged()) ask('interval');
    else if (placeFault !== null && newest !== undefined) inTurn(() => carry(newest)).catch(failed);
    else if (newest !== undefined && lastDrill?.at.slice(0, 7) !== instant().slice(0, 7))
      drill().catch(failed);
  };
  if (isRestLeft(folder))
    inTurn(async () => {
      await record('register.restLocked', undefined, await room.ask('lockRest', folder));
    }).catch((error: unknown) => {
      restFault = failed(error).fault;
      needs.announce();
    });
  const timer = times.everyMs > 0 ? setInterval(look, times.everyMs).unref() : undefined;
  return {
    standing: () => ({
      lastAt: lastBackupAt(folder),
      fault: fault ?? placeFault,
      isRunning: running > 0,
      isChanged: isChanged(),
      carriedAt,
      lastDrill,
      restFault,
    }),
    write,
    ask,
    before: async (reason) => {
      if (times.everyMs > 0 && isChanged() && needs.isWorth()) await write(reason).catch(() => undefined);
    },
    drill,
    room,
    prover,
    close: async () => {
      clearInterval(timer);
      await prover.close();
      await queue;
      if (times.atClosing && isChanged() && needs.isWorth()) await write('closing').catch(() => undefined);
      await room.close();
    },
  };
}

/** The second place as the thread is given it; null where none was chosen. */
export function placeOf(settings: BackupSettings | undefined): PlaceTask | null {
  if (!settings?.place || settings.key === null) return null;
  return { path: settings.place, key: Buffer.from(settings.key.key, 'base64'), wrap: settings.key.wrap };
}
