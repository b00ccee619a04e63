import { accessSync, constants, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StartFinding } from '../../shared/start-finding.ts';
import { DamageError, findingOf, StartError } from '../start-error.ts';
import { writeBackup } from './backup/backup.ts';
import { tellRefused } from './backup/refused-take.ts';
import { dropGivenUp } from './backup/restored.ts';
import { isTakeAsked } from './backup/take-mark.ts';
import { takeRestored } from './backup/taking.ts';
import { type ChunkedWork, type ChunkRunner, openChunkRunner, type Progress } from './chunks.ts';
import { applicationId, connect, prepared, type Reader, type Writer } from './connection.ts';
import { dropLeftBeside } from './damage/left-beside.ts';
import { findUnsound } from './damage/soundness.ts';
import { flush, flushAside, flushFolder } from './flush.ts';
import { foldAside } from './fold-aside.ts';
import { holdNumbers, onceNumbersAreGiven } from './held-numbers.ts';
import type { JournalEntry } from './journal.ts';
import { rememberRegister } from './known-past.ts';
import { lockFolder } from './lock.ts';
import { settleLock } from './locking/locking.ts';
import { makeFolder } from './make-folder.ts';
import { migrations } from './migrations/index.ts';
import { hasRemains, wipeRemains } from './privacy/erased-remains.ts';
import { recognise, refuseNewer } from './recognise.ts';
import { putSampleAside } from './sample-aside.ts';
import { openSeenQueue } from './seen.ts';
import { openSnapshots, type Snapshots } from './snapshots.ts';

export interface Register {
  readonly read: Reader;
  /** Long reading of one moment, on a connection of its own that is closed afterwards. */
  snapshot: Snapshots['take'];
  /** Runs `fn` in one immediate transaction on the one writing connection. `fn` is synchronous. */
  transact<T>(fn: (tx: Writer) => T): T;
  /** That somebody looked: journaled within a second, and in front of whatever is written next. */
  noteSeen(entry: JournalEntry): void;
  /** Journals now what was noted. */
  writeSeen(): void;
  /** Rows written since it was opened and entries that wait: whether anything changed since a backup. */
  changes(): number;
  /** One immediate transaction in small steps, between which the counter answers; all of it or nothing. Throws `cancelled`. */
  transactInChunks<T>(work: ChunkedWork<T>): Promise<T>;
  /** The work in chunks that runs now, during which `transact` throws `busy`; null when the register is free. */
  progress(): Progress | null;
  /** Ends the work in chunks as if it had never begun. */
  cancelChunks(): void;
  /** Resolves when no work in chunks runs: for what the counter itself must write, such as the state of a slip. */
  free(): Promise<void>;
  /** Does `act` in the moment in which nothing short runs, such as the merge of a file; after some time in any case. */
  afterShort: ChunkRunner['afterShort'];
  /** Too large to be checked before it was opened. */
  readonly isUnchecked: boolean;
  /** Gives no number until it is found sound: a command that asks for one waits, and is refused where it is not. */
  holdNumbers(isSound: Promise<boolean>): void;
  /** Takes off the disk what an erasure left there; what cannot be taken now goes at the closing or the next start. */
  wipeErased(): void;
  /** Checkpoints and closes; the folder is free for another copy afterwards. */
  close(): void;
  readonly folder: string;
  /** Its database, for whoever reads it aside (`openMoment`). */
  readonly file: string;
}

/** After this long without a write the log is folded into the register, so that little waits in it overnight. */
const quietMs = 30_000;
/** A check of this many bytes takes a fraction of a second; a bigger register is checked while its window opens. */
const checkedAtOnce = 20_000_000;
/** A register of this many bytes is written anew in about a second; a bigger one when the counter closes. */
const wipedAtOnce = 200_000_000;
const newestVersion = migrations.at(-1)?.version ?? 0;

/**
 * Opens the register of a folder, making it when there is none, and brings it to the newest version with a
 * verified backup before. Throws StartError, with nothing touched, when the folder cannot be used.
 * @param foldWorker entry file of the thread that folds a long log; without it the counter waits for that.
 * @param isDurable false lets a register that is still being made skip the flush at each commit.
 */
export function openRegister(folder: string, isDurable = true, foldWorker?: URL): Register {
  makeFolder(folder);
  const file = join(folder, 'register.db');
  // What is being put in its place may be between two names.
  if (!isTakeAsked(folder)) recognise(file, newestVersion);
  const lock = lockFolder(folder);
  try {
    takeRestored(folder);
    putSampleAside(folder);
    settleLock(folder);
    if (recognise(file, newestVersion) === 'none') makeRegister(file);
    const { read, write } = openSound(file);
    try {
      migrate(write, file);
      rememberRegister(file, read);
      dropLeftBeside(folder);
      dropGivenUp(folder);
      tellRefused(write, folder);
      if (!isDurable) write.pragma('synchronous = OFF');
      const fold = foldWorker && (() => foldAside(foldWorker, file));
      return registerOf(folder, write, read, lock.release, fold);
    } catch (error) {
      write.close();
      read.close();
      throw damaged(file, error);
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

function registerOf(
  folder: string,
  write: Writer,
  read: Reader,
  release: () => void,
  fold: (() => Promise<void>) | undefined,
): Register {
  let idle: NodeJS.Timeout | undefined;
  const file = join(folder, 'register.db');
  const snapshots = openSnapshots(file);
  /** Folding the log may fail on a full disk; the rows are safe in the log, and the next quiet moment tries again. */
  const foldLog = () => {
    try {
      // A whole fold waits for every reader, and the counter with it: it is given no time for that.
      write.pragma('busy_timeout = 0');
      if (write.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) foldLater();
    } catch (error) {
      process.stderr.write(`checkpoint: ${String(error)}\n`);
    } finally {
      write.pragma('busy_timeout = 5000');
    }
  };
  const foldLater = () => {
    clearTimeout(idle);
    idle = setTimeout(foldLog, quietMs).unref();
  };
  const wipe = (most: number) => {
    try {
      if (write.inTransaction || !hasRemains(write) || statSync(file).size > most) return;
      try {
        wipeRemains(write, folder);
      } finally {
        foldLog();
      }
    } catch (error) {
      process.stderr.write(`erased: ${String(error)}\n`);
    }
  };
  wipe(wipedAtOnce);
  const chunks = openChunkRunner(() => flushAside(`${file}-wal`));
  const transact = <T>(fn: (tx: Writer) => T): T => {
    chunks.refuseWhileBusy();
    const count = seen.size();
    const inOne = () => {
      seen.append(write, count);
      return fn(write);
    };
    const result = write.transaction(inOne).immediate();
    seen.drop(count);
    foldLater();
    return result;
  };
  const seen = openSeenQueue(
    () => transact(() => undefined),
    chunks.free,
    () => chunks.progress() !== null,
  );
  return {
    folder,
    file,
    read,
    snapshot: snapshots.take,
    transact,
    noteSeen: seen.note,
    writeSeen: seen.write,
    changes: () =>
      (prepared<{ n: number }>(write, 'SELECT total_changes() AS n').get()?.n ?? 0) + seen.size(),
    transactInChunks: async (work) => {
      // Refused here, before anything is set for a work that would not run.
      chunks.refuseWhileBusy();
      seen.write();
      clearTimeout(idle);
      // A commit of this size would fold its whole log at once, and the counter stand still for seconds.
      if (fold) write.pragma('wal_autocheckpoint = 0');
      try {
        return await chunks.run(write, work);
      } finally {
        await fold?.().catch((error: unknown) => process.stderr.write(`checkpoint: ${String(error)}\n`));
        // While this log was folded another work may have begun, with settings of its own.
        if (write.open && chunks.progress() === null) {
          write.pragma('wal_autocheckpoint = 1000');
          foldLater();
        }
      }
    },
    progress: chunks.progress,
    cancelChunks: chunks.cancel,
    free: chunks.free,
    afterShort: (act, waits) => onceNumbersAreGiven(() => chunks.afterShort(act, waits)),
    isUnchecked: statSync(file).size > checkedAtOnce,
    holdNumbers: (isSound) => holdNumbers(write, isSound),
    wipeErased: () => wipe(wipedAtOnce),
    // No `optimize`: figures taken while the register was small made the planner scan it when it was big.
    close: () => {
      try {
        seen.close();
        snapshots.close();
        read.close();
        wipe(Number.POSITIVE_INFINITY);
        foldLog();
        clearTimeout(idle);
        write.close();
      } finally {
        release();
      }
    },
  };
}

/** An empty register is made aside and takes its name whole, so a kill leaves nothing half made behind. */
export function makeRegister(file: string): void {
  const making = `${file}.new`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${making}${suffix}`, { force: true });
  const db = connect(making, 'write');
  try {
    // Each step would wait for the disk; the whole is flushed before it takes its name.
    db.pragma('synchronous = OFF');
    runMigrations(db, 0);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  flush(making);
  renameSync(making, file);
  flushFolder(dirname(file));
}

/**
 * Opens what is whole. Throws DamageError for a file that cannot be written, and for a damaged one, which stays byte for byte:
 * a writing connection that is the last to close would fold the log into it, and some damage is found by writers alone (a reader
 * does not compile what CHECK says).
 */
function openSound(file: string): { read: Reader; write: Writer } {
  try {
    accessSync(file, constants.W_OK);
  } catch {
    throw new DamageError({ kind: 'readOnly' }, file);
  }
  try {
    const finding = statSync(file).size <= checkedAtOnce ? foundIn(file) : null;
    if (finding) throw new DamageError(finding, file);
    const read = connect(file, 'read');
    try {
      return { read, write: connect(file, 'write') };
    } catch (error) {
      read.close();
      throw error;
    }
  } catch (error) {
    throw damaged(file, error);
  }
}

/** A cut while the file changed its kind of log leaves what only a writing connection can roll back. */
function foundIn(file: string): StartFinding | null {
  const finding = findUnsound(file);
  if (finding?.kind !== 'readOnly') return finding;
  connect(file, 'write').close();
  return findUnsound(file);
}

function damaged(file: string, error: unknown): StartError {
  return error instanceof StartError ? error : new DamageError(findingOf(error), file);
}

function migrate(db: Writer, file: string): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  refuseNewer(file, from, newestVersion);
  if (from === newestVersion) return;
  writeBackup(db, dirname(file));
  runMigrations(db, from);
}

function runMigrations(db: Writer, from: number): void {
  for (const { version, sql } of migrations.filter((one) => one.version > from)) {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}
