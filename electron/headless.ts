import { fileURLToPath } from 'node:url';
import type { CounterOptions } from './counter.ts';
import { type Loopback, listenOnLoopback } from './http/loopback.ts';
import { dataFolderOf, helpText, readOptions, type StartOptions } from './launch/options.ts';
import { runProgram, untilTold } from './launch/program.ts';
import { rebuildFigures } from './launch/rebuild-figures.ts';
import { openSampleCounter } from './launch/sample.ts';
import { type StartOptions as Started, type StartedCounter, startCounter } from './launch/start-counter.ts';
import { takeFolder } from './launch/take-folder.ts';
import { verifyFolder } from './launch/verify.ts';
import { askCode } from './locking/ask-code.ts';
import { browserPlatform } from './platform.ts';

export interface Headless {
  url: string;
  /** Where the screen for citizens has a listener of its own. */
  displayUrl: string | undefined;
  dataFolder: string;
  close(): Promise<void>;
}

/** What tests have cheaper or longer than an office does. */
export type Trial = Pick<CounterOptions, 'secretCost' | 'signInLimits' | 'backups' | 'lan' | 'renderer'>;

/** Where the parts of the counter lie when it runs from its sources. */
export function counterOptions(dataFolder: string): Started {
  return {
    dataFolder,
    platform: browserPlatform,
    rendererFolder: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    resourcesFolder: fileURLToPath(new URL('../resources', import.meta.url)),
    renderWorker: new URL('./printing/render-worker.ts', import.meta.url),
    excelWorker: new URL('./excel/excel-worker.ts', import.meta.url),
    readingWorker: new URL('./reading/reading-worker.ts', import.meta.url),
    foldWorker: new URL('./register/fold-worker.ts', import.meta.url),
    damageWorker: new URL('./register/damage/damage-worker.ts', import.meta.url),
    backupWorker: new URL('./backup/backup-worker.ts', import.meta.url),
  };
}

/**
 * Opens the counter at http://127.0.0.1. The port is taken before the register is touched, so that a port in use
 * leaves no trace in the data folder. Throws `StartError`.
 */
export async function openHeadless(options: StartOptions, trial: Trial = {}): Promise<Headless> {
  const counter = Promise.withResolvers<StartedCounter>();
  const loopback = await listenOnLoopback(
    async (request, jar) =>
      (await counter.promise).fetch(request, { kind: 'loopback', device: 'window', jar }),
    options.port,
  );
  const displays: Loopback[] = [];
  const dataFolder = dataFolderOf(options);
  try {
    if (options.displayPort !== undefined)
      displays.push(
        await listenOnLoopback(async (request) => {
          const door = { kind: 'display', device: 'display', desk: 'window' } as const;
          return (await counter.promise).fetch(request, door);
        }, options.displayPort),
      );
    const opened = await openRegister({ ...counterOptions(dataFolder), ...trial }, options.sample);
    counter.resolve(opened);
    opened.startPrinting();
  } catch (error) {
    for (const listener of [loopback, ...displays]) await listener.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${loopback.port}`,
    displayUrl: displays[0] && `http://127.0.0.1:${displays[0].port}/man-hinh`,
    dataFolder,
    close: async () => {
      for (const listener of [loopback, ...displays]) await listener.close();
      await (await counter.promise).close();
    },
  };
}

async function openRegister(options: Started, sample: string | undefined): Promise<StartedCounter> {
  if (sample !== undefined) return startCounter(options, (given) => openSampleCounter(sample, given));
  takeFolder(options.dataFolder);
  return startCounter(options);
}

/** The line that people and programs read the address from. */
export function addressLine({ url, displayUrl, dataFolder }: Headless): string {
  const display = displayUrl === undefined ? '' : `Màn hình người dân: ${displayUrl}\n`;
  return `Quầy Một Cửa: ${url}\n${display}Dữ liệu: ${dataFolder}\n`;
}

// A PC that is only a server, and the tests, run this file by itself: no build, no window.
if (import.meta.main) await runHeadless();

/** The program: says its address, and serves until it is told to stop. */
export function runHeadless(trial: Trial = {}): Promise<void> {
  return runProgram(async () => {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      process.stdout.write(helpText);
      return 0;
    }
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    if (options.verify || options.rebuildFigures) await askCode(dataFolderOf(options));
    if (options.verify) return verifyFolder(dataFolderOf(options), say);
    if (options.rebuildFigures) return rebuildFigures(dataFolderOf(options), say);
    const headless = await openHeadless(options, trial);
    process.stdout.write(addressLine(headless));
    await untilTold();
    await headless.close();
    return 0;
  });
}
