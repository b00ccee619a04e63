import { join } from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import type { SignInLimits } from '../shared/domain/account.ts';
import { openSecrets } from './accounts/secrets.ts';
import { openChangeFeed } from './api/change-feed.ts';
import type { ApiContext } from './api/context.ts';
import { requireSettings } from './api/door.ts';
import { type BackupTimes, openBackupDesk, usualTimes } from './backup/backup-desk.ts';
import { type Soundness, watchSoundness } from './damage/soundness.ts';
import { openDisplayHub } from './display/display-hub.ts';
import { openExcelRoom } from './excel/excel-room.ts';
import { openAttempts } from './http/attempts.ts';
import { openBurstCounter } from './http/burst-counter.ts';
import { openGuessLimit } from './http/guess-limit.ts';
import { openLockDesk } from './locking/lock-desk.ts';
import { seedNationalData } from './national-data.ts';
import { nowAt } from './now.ts';
import type { Platform } from './platform.ts';
import { openPreviews } from './printing/previews.ts';
import { openPrintDesk } from './printing/print-desk.ts';
import { openBookPress } from './printing/register-book-press.ts';
import { openSlipRenderer, type SlipRenderer } from './printing/slip-renderer.ts';
import { openReadingRoom } from './reading/reading-room.ts';
import { passEmergencies } from './register/damage/pass-emergencies.ts';
import { openRegister } from './register/register.ts';
import { findSettings } from './register/settings.ts';
import { readResources } from './resources.ts';
import { seedSigningKey } from './seed-signing-key.ts';
import { DamageError, findingOf } from './start-error.ts';
import { dropReadable } from './sweep.ts';

/** What stands behind the doors: the register, and the rooms that work on it. */
export interface Rooms {
  /** As every procedure finds them. */
  parts: Omit<ApiContext, 'door' | 'attempt' | 'lan' | 'clock' | 'fillSample'>;
  renderer: SlipRenderer;
  soundness: Soundness;
}

export interface RoomOptions {
  /** Folder of the register; made when missing. */
  dataFolder: string;
  platform: Platform;
  /** Fonts, procedures.json, holidays.json. */
  resourcesFolder: string;
  /** The PDF worker's entry file. */
  renderWorker: URL;
  /** The entry file of the worker that makes and reads workbooks. */
  excelWorker: URL;
  /** The entry file of the worker that folds a long log into the register. */
  foldWorker: URL;
  /** The entry file of the worker that reads through many cases. */
  readingWorker: URL;
  /** The entry file of the worker that writes and restores backups. */
  backupWorker: URL;
  /** When backups are written by themselves; as an office needs it by default. */
  backups?: BackupTimes;
  /** log2 N of scrypt: what a guess costs, and a sign-in. */
  secretCost?: number;
  /** How long a sign-in lasts; as the settings and the law of the house say by default. */
  signInLimits?: Partial<SignInLimits>;
  /** The entry file of the worker that checks a large register; without it such a one opens unchecked. */
  damageWorker?: URL;
  /** Closes this counter and opens the register anew, as whoever holds it can; without it that waits for the next start. */
  reopen?: () => void;
  /** Makes the slips; one of its own by default. Whoever opens many counters in one process keeps one thread for all. */
  renderer?: SlipRenderer;
  /** False only while a sample is made aside: a register that holds nobody's case need not survive a power cut. */
  isDurable?: boolean;
  /** Epoch milliseconds. */
  clock: () => number;
  log: (line: string) => void;
}

/** Opens the rooms, each on the ones before; `closing` closes them the other way round. */
export function openRooms(options: RoomOptions, closing: AsyncDisposableStack): Rooms {
  const { clock, log, platform, isDurable = true } = options;
  const owned = ownedBy(closing);
  // Their threads are closed behind the register: one may still be reading its fonts, and nothing waits for that.
  const behind = closing.use(new AsyncDisposableStack());
  const register = owned(openRegister(options.dataFolder, isDurable, options.foldWorker));
  const resources = readResources(options.resourcesFolder);
  tellingOfDisk(register.file, () => {
    seedNationalData(register, resources, clock);
    seedSigningKey(register, clock);
    passEmergencies(register, nowAt(clock()).instant);
  });

  const { bookPress, excel, renderer } = openThreads(options, () => dropReadable(register, log), behind);

  const changes = openChangeFeed();
  const displays = openDisplayHub();
  changes.listen((area) => {
    // The settings of the queue belong to the session.
    if (area === 'queue' || area === 'session') displays.turnQueue();
  });
  const settings = () => findSettings(register.read, nowAt(clock()).today);
  const backups = owned(
    openBackupDesk({
      register,
      worker: options.backupWorker,
      times: isDurable ? (options.backups ?? usualTimes) : { everyMs: 0, atClosing: false },
      clock,
      settings: () => settings()?.backup,
      isWorth: () => settings()?.isSample === false,
      announce: () => changes.announce(['backups']),
      log,
    }),
  );
  // Before the register, which then is alone with its file and folds its log.
  const reading = owned(openReadingRoom(options.readingWorker, register.file));
  const { nationalYears, formTexts, questionSets, banks } = resources;
  const printDesk = owned(
    openPrintDesk({
      register,
      renderer,
      platform,
      formTexts,
      questionSets,
      settingsOn: (today) => requireSettings(register.read, { today }),
      now: () => nowAt(clock()),
      announce: () => changes.announce(['slips']),
      log,
    }),
  );
  const soundness = owned(watchSoundness(register, options.damageWorker, log));
  owned(changes);
  owned(displays);
  return {
    parts: {
      attempts: openAttempts(),
      register,
      platform,
      printDesk,
      previews: openPreviews(renderer),
      formTexts,
      questionSets,
      banks,
      excel,
      bookPress,
      reading,
      backups,
      lockDesk: openLockDesk(register.folder, backups.room),
      reopen: options.reopen,
      nationalYears,
      changes,
      displays,
      guesses: openGuessLimit(),
      secrets: openSecrets(options.secretCost),
      signInLimits: options.signInLimits ?? {},
      bursts: openBurstCounter(),
      version: packageFile.version,
      log,
    },
    renderer,
    soundness,
  };
}

/** What an opening itself writes: a disk or a file that takes it not is told as everywhere at a start. Throws DamageError. */
function tellingOfDisk(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const isTold =
      error instanceof Error && 'code' in error && /^(?:SQLITE_|E[A-Z]+$)/.test(String(error.code));
    throw isTold ? new DamageError(findingOf(error), file) : error;
  }
}

/** Takes a part in: it is closed with the stack. */
const ownedBy =
  (stack: AsyncDisposableStack) =>
  <T extends { close(): void | Promise<void> }>(part: T): T =>
    stack.adopt(part, (each) => each.close());

/** The threads that draw papers, and make and read workbooks. `drop` removes what the latter leave, once they have ended. */
function openThreads(
  { renderWorker, resourcesFolder, excelWorker, renderer }: RoomOptions,
  drop: () => void,
  closing: AsyncDisposableStack,
) {
  const owned = ownedBy(closing);
  const drawing = { worker: renderWorker, fontsFolder: join(resourcesFolder, 'fonts') };
  const bookPress = owned(openBookPress(drawing));
  closing.defer(drop);
  return {
    bookPress,
    excel: owned(openExcelRoom(excelWorker)),
    renderer: owned(renderer ?? openSlipRenderer(drawing)),
  };
}
