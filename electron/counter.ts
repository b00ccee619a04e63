import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import packageFile from '../package.json' with { type: 'json' };
import type { SignInLimits } from '../shared/domain/account.ts';
import { bankListSchema } from '../shared/domain/bank-list.ts';
import { calendarYearSchema } from '../shared/domain/calendar.ts';
import { allFormTextsSchema } from '../shared/domain/forms.ts';
import { questionSetSchema } from '../shared/domain/rating-settings.ts';
import type { StartFinding } from '../shared/start-finding.ts';
import { openSecrets } from './accounts/secrets.ts';
import { openChangeFeed } from './api/change-feed.ts';
import { createDisplayCaller } from './api/display/display.ts';
import { type ApiContext, requireSettings } from './api/door.ts';
import { createCaller } from './api/index.ts';
import { type BackupTimes, openBackupDesk, usualTimes } from './backup/backup-desk.ts';
import { watchSoundness } from './damage/soundness.ts';
import { openDisplayHub } from './display/display-hub.ts';
import type { Door, TokenJar } from './door.ts';
import { openExcelRoom } from './excel/excel-room.ts';
import { openAttempts } from './http/attempts.ts';
import { openBurstCounter } from './http/burst-counter.ts';
import { openGuessLimit } from './http/guess-limit.ts';
import { handlerOf } from './http/handler.ts';
import { openWindowFiles } from './http/window-files.ts';
import { type LanTrial, openLanDoor } from './lan/lan-door.ts';
import { openLockDesk } from './locking/lock-desk.ts';
import { seedNationalData } from './national-data.ts';
import { nowAt } from './now.ts';
import type { Platform } from './platform.ts';
import { openPreviews } from './printing/previews.ts';
import { openPrintDesk } from './printing/print-desk.ts';
import { openBookPress } from './printing/register-book-press.ts';
import { openSlipRenderer, type SlipRenderer } from './printing/slip-renderer.ts';
import { openReadingRoom } from './reading/reading-room.ts';
import { openRegister } from './register/register.ts';
import { findSettings } from './register/settings.ts';
import { seedSigningKey } from './seed-signing-key.ts';
import { dropReadable, sweepDaily } from './sweep.ts';

export interface CounterOptions {
  /** Folder of the register; made when missing. */
  dataFolder: string;
  platform: Platform;
  /** Built renderer: index.html and hashed assets. */
  rendererFolder: string;
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
  /** Where the door for the local network opens, when it is switched on; its own port by default. */
  lan?: LanTrial;
  /** log2 N of scrypt: what a guess costs, and a sign-in. */
  secretCost?: number;
  /** How long a sign-in lasts; as the settings and the law of the house say by default. */
  signInLimits?: Partial<SignInLimits>;
  /** The entry file of the worker that checks a large register; without it such a one opens unchecked. */
  damageWorker?: URL;
  /** Closes this counter and opens the register anew, as whoever holds it can; without it that waits for the next start. */
  reopen?: () => void;
  /** The only clock of the counter; tests pass their own. Epoch milliseconds. */
  clock?: () => number;
  /** Makes the slips; one of its own by default. Whoever opens many counters in one process keeps one thread for all. */
  renderer?: SlipRenderer;
  /** False only while a sample is made aside: a register that holds nobody's case need not survive a power cut. */
  isDurable?: boolean;
  /** Where incidents go; standard error by default. Never personal data. */
  log?: (line: string) => void;
}

export interface Counter {
  fetch(request: Request, door: Door): Promise<Response>;
  /** The same procedures without HTTP, as the person seated at a device; `clock` may tell another time (samples). */
  caller(door: Door, clock?: () => number): ReturnType<typeof createCaller>;
  /** What a screen for citizens of a desk is answered, without HTTP. */
  displayCaller(desk: string): ReturnType<typeof createDisplayCaller>;
  /** Begins to print what is on the list, once the platform can, and readies the worker for the first slip. */
  startPrinting(): void;
  /** Opens the door for the local network where it is switched on, and keeps it as it should be; what fails is told on its screen. */
  startLan(): Promise<void>;
  /** What a check of a large register finds; null when it is sound. */
  sound: Promise<StartFinding | null>;
  registerFile: string;
  /** Resolves when every slip handed over so far has its state. */
  printed(): Promise<void>;
  close(): Promise<void>;
}

const holidayFileSchema = z.object({ years: z.array(calendarYearSchema) });

/** Opens register, api and files. Throws `StartError` (start-error.ts) with one sentence for the person at the PC. */
export async function openCounter(options: CounterOptions): Promise<Counter> {
  const clock = options.clock ?? Date.now;
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(options.resourcesFolder, name), 'utf8'));
  /** Closed the other way round, and each whatever becomes of the others. */
  const opened = new AsyncDisposableStack();
  try {
    // Their threads are closed behind the register: one may still be reading its fonts, and nothing waits for that.
    const threads = opened.use(new AsyncDisposableStack());
    const owned = <T extends { close(): void | Promise<void> }>(part: T, by = opened): T =>
      by.adopt(part, (each) => each.close());
    const register = owned(openRegister(options.dataFolder, options.isDurable ?? true, options.foldWorker));
    const nationalYears = holidayFileSchema.parse(read('holidays.json')).years;
    seedNationalData(register, read, nationalYears, clock);
    seedSigningKey(register, clock);
    const drawing = { worker: options.renderWorker, fontsFolder: join(options.resourcesFolder, 'fonts') };
    const bookPress = owned(openBookPress(drawing), threads);
    threads.defer(() => dropReadable(register, log));
    const excel = owned(openExcelRoom(options.excelWorker), threads);
    const renderer = owned(options.renderer ?? openSlipRenderer(drawing), threads);
    const changes = openChangeFeed();
    const displays = openDisplayHub();
    const guesses = openGuessLimit();
    const bursts = openBurstCounter();
    const attempts = openAttempts();
    changes.listen((area) => {
      // The settings of the queue belong to the session.
      if (area === 'queue' || area === 'session') displays.turnQueue();
    });
    const formTexts = allFormTextsSchema.parse(read('form-texts.json'));
    const questionSets = z.array(questionSetSchema).parse(read('question-sets.json'));
    const { banks } = bankListSchema.parse(read('banks.json'));
    const previews = openPreviews(renderer);
    const backups = owned(
      openBackupDesk({
        register,
        worker: options.backupWorker,
        times:
          options.isDurable === false ? { everyMs: 0, atClosing: false } : (options.backups ?? usualTimes),
        clock,
        settings: () => findSettings(register.read, nowAt(clock()).today)?.backup,
        isWorth: () => findSettings(register.read, nowAt(clock()).today)?.isSample === false,
        announce: () => changes.announce(['backups']),
        log,
      }),
    );
    // Before the register, which then is alone with its file and folds its log.
    const reading = owned(openReadingRoom(options.readingWorker, register.file));
    const printDesk = owned(
      openPrintDesk({
        register,
        renderer,
        platform: options.platform,
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
    const lockDesk = openLockDesk(register.folder, backups.room);
    const secrets = openSecrets(options.secretCost);
    const files = openWindowFiles(options.rendererFolder);
    const app = handlerOf(options.dataFolder, files, (door) => context(door, clock));
    const answer = async (request: Request, door: Door) => app.fetch(request, door);
    const announce = () => changes.announce(['session']);
    const lan = owned(openLanDoor({ ...options.lan, register, files, answer, announce, clock, log }));
    const jars = new Map<string, TokenJar>();
    const context = (door: Door, at: () => number): ApiContext => ({
      door: door.kind === 'display' || door.jar ? door : { ...door, jar: jarOf(jars, door.device) },
      register,
      platform: options.platform,
      printDesk,
      previews,
      formTexts,
      questionSets,
      banks,
      excel,
      bookPress,
      reading,
      backups,
      lockDesk,
      reopen: options.reopen,
      nationalYears,
      changes,
      displays,
      guesses,
      attempts,
      lan,
      secrets,
      signInLimits: options.signInLimits ?? {},
      bursts,
      clock: at,
      version: packageFile.version,
      log,
      fillSample: async () => {
        const { playOrdinaryDay } = await import('./samples/index.ts');
        await playOrdinaryDay((device, time) => createCaller(context({ ...door, device }, time)), clock());
      },
    });
    dropReadable(register, log);
    opened.defer(sweepDaily(register, clock, log));
    return {
      fetch: answer,
      caller: (door, at = clock) => createCaller(context(door, at)),
      displayCaller: (desk) =>
        createDisplayCaller(context({ kind: 'display', device: 'display', desk }, clock)),
      startPrinting: () => {
        printDesk.start();
        renderer.warm().catch((error: unknown) => log(`render worker: ${String(error)}`));
      },
      startLan: lan.start,
      sound: soundness.verdict,
      registerFile: register.file,
      printed: () => printDesk.idle(),
      close: () => opened.disposeAsync(),
    };
  } catch (error) {
    await opened.disposeAsync().catch((fault: unknown) => log(`close: ${String(fault)}`));
    throw error;
  }
}

/** For callers in this process, such as samples and tests: every door that is open to others brings its own. */
function jarOf(jars: Map<string, TokenJar>, device: string): TokenJar {
  const known = jars.get(device) ?? { token: null };
  jars.set(device, known);
  return known;
}
