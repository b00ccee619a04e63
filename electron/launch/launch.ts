import { addressLine, counterOptions, type Headless, openHeadless } from '../headless.ts';
import { askCode } from '../locking/ask-code.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import { buildWhenStale, mainBuild, rendererBuild } from './build-when-stale.ts';
import { chooseWayIn, openInBrowser, type WayIn } from './choose-way-in.ts';
import { findElectron } from './electron-binary.ts';
import { findBrowser, hasDisplay } from './find-browser.ts';
import { dataFolderOf, helpText, readOptions, type StartOptions } from './options.ts';
import { runProgram, untilTold } from './program.ts';
import { rebuildFigures } from './rebuild-figures.ts';
import { runElectron } from './run-electron.ts';
import { openSampleCounter } from './sample.ts';
import { verifyFolder } from './verify.ts';

/** `npm start`: builds what is stale, opens the counter in the best way this machine has, ends with its exit code. */
export function launch(args: readonly string[]): Promise<void> {
  return runProgram(async () => {
    const options = readOptions(args);
    // Before anything listens for Ctrl+C: a check writes nothing, a sum all or nothing, and both may end at once.
    if ((options.verify || options.rebuildFigures) && !options.help) await askCode(dataFolderOf(options));
    if (options.verify && !options.help) return verifyFolder(dataFolderOf(options), say);
    if (options.rebuildFigures && !options.help) return rebuildFigures(dataFolderOf(options), say);
    const told = untilTold();
    const opening = await Promise.race([findWayIn(options), told]);
    // Told to end while building or downloading: there is nothing to close yet.
    return opening ? opening(told) : 0;
  });
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Opens the counter and keeps it open until it is told to end; gives the exit code. */
type Opening = (told: Promise<void>) => Promise<number>;

async function findWayIn(options: StartOptions): Promise<Opening> {
  if (options.help) {
    say(helpText);
    return async () => 0;
  }
  await buildWhenStale(rendererBuild, say);
  const wayIn = await chooseWayIn({
    open: options.open,
    portGiven: options.port !== undefined || options.displayPort !== undefined,
    display: hasDisplay(),
    electron: () => findElectron(say),
    browser: findBrowser,
  });
  if (wayIn.kind !== 'electron') return (told) => serve(options, wayIn, told);
  await buildWhenStale(mainBuild, say);
  return (told) => openElectron(options, wayIn, told);
}

async function openElectron(
  options: StartOptions,
  wayIn: WayIn & { kind: 'electron' },
  told: Promise<void>,
): Promise<number> {
  const dataFolder = dataFolderOf(options);
  if (options.sample !== undefined) {
    const made = await Promise.race([openSampleCounter(options.sample, counterOptions(dataFolder)), told]);
    if (!made) return 0;
    await made.close();
  }
  say(wayIn.line);
  const end = await runElectron(wayIn.program, dataFolder, told);
  if (end.kind === 'ended') return end.code;
  return serve(
    options,
    openInBrowser(findBrowser(), `vì Electron không chạy được trên máy này (${end.reason})`),
    told,
  );
}

async function serve(options: StartOptions, wayIn: WayIn, told: Promise<void>): Promise<number> {
  // Making a sample takes a while, and half of one is thrown away.
  const headless = await Promise.race([openHeadless(options), told]);
  if (!headless) return 0;
  process.stdout.write(`${wayIn.line}\n${addressLine(headless)}`);
  const window =
    wayIn.kind === 'window' ? openAppWindow(wayIn.browser, headless.url, headless.dataFolder) : undefined;
  await Promise.race([told, ...(window ? [untilClosed(window, headless)] : [])]);
  window?.close();
  await headless.close();
  return 0;
}

/** The person closes the counter by closing its window; a window that never came leaves the address to use. */
async function untilClosed(window: AppWindow, { url }: Headless): Promise<void> {
  if ((await window.ended).closedByPerson) return;
  say(`Cửa sổ không mở được, quầy vẫn phục vụ tại ${url}; đóng quầy bằng Ctrl+C.`);
  await new Promise(() => {});
}
