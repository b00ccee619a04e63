import { fileURLToPath } from 'node:url';
import { type Counter, type CounterOptions, openCounter } from './counter.ts';
import { dataFolderOf, helpText, readOptions, type StartOptions } from './launch/options.ts';
import { runProgram, untilTold } from './launch/program.ts';
import { openSampleCounter } from './launch/sample.ts';
import { takeFolder } from './launch/take-folder.ts';
import { listenOnLoopback } from './loopback.ts';
import { browserPlatform } from './platform.ts';

export interface Headless {
  url: string;
  dataFolder: string;
  close(): Promise<void>;
}

/** Where the parts of the counter lie when it runs from its sources. */
export function counterOptions(dataFolder: string): CounterOptions {
  return {
    dataFolder,
    platform: browserPlatform,
    rendererFolder: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    resourcesFolder: fileURLToPath(new URL('../resources', import.meta.url)),
    renderWorker: new URL('./printing/render-worker.ts', import.meta.url),
    excelWorker: new URL('./excel/excel-worker.ts', import.meta.url),
    foldWorker: new URL('./register/fold-worker.ts', import.meta.url),
  };
}

/**
 * Opens the counter at http://127.0.0.1. The port is taken before the register is touched, so that a port in use
 * leaves no trace in the data folder. Throws `StartError`.
 */
export async function openHeadless(options: StartOptions): Promise<Headless> {
  const counter = Promise.withResolvers<Counter>();
  const loopback = await listenOnLoopback(
    async (request) => (await counter.promise).fetch(request, { kind: 'loopback', device: 'window' }),
    options.port,
  );
  const dataFolder = dataFolderOf(options);
  try {
    const opened = await openRegister(counterOptions(dataFolder), options.sample);
    counter.resolve(opened);
    opened.startPrinting();
  } catch (error) {
    await loopback.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${loopback.port}`,
    dataFolder,
    close: async () => {
      await loopback.close();
      await (await counter.promise).close();
    },
  };
}

async function openRegister(options: CounterOptions, sample: string | undefined): Promise<Counter> {
  if (sample !== undefined) return openSampleCounter(sample, options);
  takeFolder(options.dataFolder);
  return openCounter(options);
}

/** The line that people and programs read the address from. */
export function addressLine({ url, dataFolder }: Headless): string {
  return `Quầy Một Cửa: ${url}\nDữ liệu: ${dataFolder}\n`;
}

// A PC that is only a server, and the tests, run this file by itself: no build, no window.
if (import.meta.main) {
  await runProgram(async () => {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      process.stdout.write(helpText);
      return 0;
    }
    const headless = await openHeadless(options);
    process.stdout.write(addressLine(headless));
    await untilTold();
    await headless.close();
    return 0;
  });
}
