import { addressLine, counterOptions, type Headless, openHeadless } from '../headless.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import { buildWhenStale, mainBuild, rendererBuild } from './build-when-stale.ts';
import { chooseWayIn, openInBrowser, type WayIn } from './choose-way-in.ts';
import { findElectron } from './electron-binary.ts';
import { findBrowser, hasDisplay } from './find-browser.ts';
import { dataFolderOf, helpText, readOptions, type StartOptions } from './options.ts';
import { runProgram, untilTold } from './program.ts';
import { runElectron } from './run-electron.ts';
import { openSampleCounter } from './sample.ts';

/** `npm start`: builds what is stale, opens the counter in the best way this machine has, ends with its exit code. */
export function launch(args: readonly string[]): Promise<void> {
  return runProgram(() => start(readOptions(args)));
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function start(options: StartOptions): Promise<number> {
  if (options.help) {
    say(helpText);
    return 0;
  }
  const told = untilTold();
  await buildWhenStale(rendererBuild, say);
  const wayIn = await chooseWayIn({
    open: options.open,
    portGiven: options.port !== undefined,
    display: hasDisplay(),
    electron: () => findElectron(say),
    browser: findBrowser,
  });
  say(wayIn.line);
  if (wayIn.kind !== 'electron') return serve(options, wayIn, told);
  const failure = await openInElectron(wayIn.program, options, told);
  if (failure === undefined) return 0;
  if (typeof failure === 'number') return failure;
  const otherWay = openInBrowser(findBrowser(), `vì Electron không chạy được trên máy này (${failure})`);
  say(otherWay.line);
  return serve(options, otherWay, told);
}

/** Undefined after a good end, the exit code after a refusal that was already explained, else why it did not run. */
async function openInElectron(
  program: string,
  options: StartOptions,
  told: Promise<void>,
): Promise<number | string | undefined> {
  const dataFolder = dataFolderOf(options);
  if (options.sample !== undefined) {
    const made = await openSampleCounter(options.sample, counterOptions(dataFolder));
    await made.close();
  }
  await buildWhenStale(mainBuild, say);
  return runElectron(program, dataFolder, told);
}

async function serve(options: StartOptions, wayIn: WayIn, told: Promise<void>): Promise<number> {
  const headless = await openHeadless(options);
  process.stdout.write(addressLine(headless));
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
