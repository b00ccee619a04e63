import type {
  BackupFault,
  BackupReason,
  BackupSettings,
  DrillResult,
  StoredBackup,
} from '../../shared/domain/backup.ts';
import { dropUnfinished } from '../register/backup/backup-list.ts';
import { findBackupMemory } from '../register/backup/backup-memory.ts';
import { newestOwn } from '../register/backup/own-copies.ts';
import { isRestLeft } from '../register/locking/lock-rest.ts';
import type { Register } from '../register/register.ts';
import { logged, openFailure } from './backup-failure.ts';
import { type BackupJournal, type By, openBackupJournal } from './backup-journal.ts';
import { type BackupRoom, openBackupRoom } from './backup-room.ts';
import { openBackupTurns } from './backup-turns.ts';
import { openCarrier, placeOf } from './carrier.ts';
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
  /** Journals what was done with a copy, which is no change of the register. */
  note: BackupJournal['record'];
  /** The thread, for what is asked beside: a look at a place, a restore. */
  room: BackupRoom;
  /** A thread of its own, for emergency registers. */
  prover: EmergencyProver;
  /** Writes the last of the day, when anything changed and copies are written at all, and ends. */
  close(): Promise<void>;
}

export interface BackupStanding {
  /** When the newest verified copy of this register was written, ISO in UTC; null when there is none. */
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
  const { register, times, clock, settings, log } = needs;
  const { folder, file } = register;
  for (const left of dropUnfinished(folder)) log(left);
  const memory = findBackupMemory(register.read);
  let { lastDrill } = memory;
  const newest = () => newestOwn(folder, register.read);
  const journal = openBackupJournal(register, clock, memory.isChanged || newest() === undefined);
  const failure = openFailure('backup.failed', memory.fault, journal, log);
  const turns = openBackupTurns(needs.announce);
  const room = openBackupRoom(needs.worker);
  const prover = openEmergencyProver(needs.worker, log);
  const carrier = openCarrier({ register, room, journal, settings, announce: needs.announce, log }, memory);
  const noted = (error: unknown) => logged(error, log);

  const write = (reason: BackupReason, by?: By): Promise<StoredBackup> =>
    turns.take(async () => {
      register.writeSeen();
      const changes = register.changes();
      try {
        const backup = await room.ask('write', folder, file, { at: clock(), reason });
        journal.hold(changes);
        failure.over();
        const { name, bytes, sha256, seq, head, cases } = backup;
        await journal.record('backup.written', by, { reason, name, bytes, sha256, seq, head, cases });
        await carrier.carry(backup, by);
        return backup;
      } catch (error) {
        throw await failure.note(error, by, { reason });
      }
    });

  /** For what nobody waits for: whether it went well shows in `standing`. */
  const tryWrite = (reason: BackupReason) => write(reason).catch(() => undefined);

  const drill = (by?: By): Promise<DrillResult | null> =>
    turns.take(async () => {
      const outcome = await room.ask('drill', folder, file, placeOf(settings()));
      if (outcome === null) return null;
      lastDrill = { at: journal.instant(), ...outcome };
      await journal.record('backup.drilled', by, lastDrill);
      return lastDrill;
    });

  const ask = (reason: BackupReason) => {
    if (needs.isWorth()) void tryWrite(reason);
  };

  /** What is due by the clock: a copy of what changed, what a stick missed that is back, the drill of the month. */
  const look = () => {
    if (turns.isRunning() || !needs.isWorth()) return;
    const copy = newest();
    if (journal.isChanged()) ask('interval');
    else if (carrier.fault() !== null && copy !== undefined)
      turns.take(() => carrier.carry(copy)).catch(noted);
    else if (copy !== undefined && lastDrill?.at.slice(0, 7) !== journal.instant().slice(0, 7))
      drill().catch(noted);
  };

  let restFault: BackupFault | null = null;
  const lockRest = () =>
    turns
      .take(async () => journal.record('register.restLocked', undefined, await room.ask('lockRest', folder)))
      .catch((error: unknown) => {
        restFault = noted(error).fault;
        needs.announce();
      });

  if (isRestLeft(folder)) void lockRest();
  void carrier.look();
  // What has just come into its place lies nowhere else as it is now.
  if (memory.isNew && times.everyMs > 0) ask('asked');
  const timer = times.everyMs > 0 ? setInterval(look, times.everyMs).unref() : undefined;
  return {
    standing: () => ({
      lastAt: newest()?.at ?? null,
      fault: failure.fault() ?? carrier.fault(),
      isRunning: turns.isRunning(),
      isChanged: journal.isChanged(),
      carriedAt: carrier.carriedAt(),
      lastDrill,
      restFault,
    }),
    write,
    ask,
    before: async (reason) => {
      if (times.everyMs > 0 && journal.isChanged() && needs.isWorth()) await tryWrite(reason);
    },
    drill,
    note: journal.record,
    room,
    prover,
    close: async () => {
      clearInterval(timer);
      room.hasten();
      await prover.close();
      await turns.done();
      if (times.atClosing && journal.isChanged() && needs.isWorth()) await tryWrite('closing');
      await room.close();
    },
  };
}
