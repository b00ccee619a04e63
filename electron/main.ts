import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { app, type BrowserWindow, dialog, Menu, protocol } from 'electron';
import { counterScheme, displayPartition, partitionName } from './desktop/address.ts';
import { openPartition } from './desktop/partition.ts';
import { desktopPlatform } from './desktop/printers.ts';
import { openSecondScreen, type SecondScreen } from './desktop/second-screen.ts';
import { keepPagesAtHome, openCounterWindow } from './desktop/windows.ts';
import type { TokenJar } from './door.ts';
import { dataFolderFromArguments } from './launch/data-folder.ts';
import { type StartedCounter, type StartOptions, startCounter } from './launch/start-counter.ts';
import { takeFolder } from './launch/take-folder.ts';
import { StartError } from './start-error.ts';

// Electron's entry, built to dist/main/main.js. All of this happens before `ready` and waits for nothing.
protocol.registerSchemesAsPrivileged([counterScheme]);
// Chromium does not run as root with its sandbox; for everybody else no command line can turn it off.
if (process.getuid?.() !== 0) app.enableSandbox();
Menu.setApplicationMenu(null);
keepPagesAtHome(app);
start(dataFolderFromArguments(process.argv)).catch(refuse);

async function start(dataFolder: string): Promise<void> {
  takeProfile(dataFolder);
  await app.whenReady();
  const secondScreen = openSecondScreen();
  const counter = await startCounter(counterOptions(dataFolder, secondScreen));
  // The token of whoever signs in stays in this process: no page ever holds it.
  const jar: TokenJar = { token: null };
  openPartition(partitionName, (request) =>
    counter.fetch(request, { kind: 'window', device: 'window', jar }),
  );
  openPartition(displayPartition, (request) =>
    counter.fetch(request, { kind: 'display', device: 'display', desk: 'window' }),
  );
  const window = openCounterWindow();
  secondScreen.begin();
  window.once('closed', () => secondScreen.close());
  // Now that a hidden window can show a slip: printers, and what yesterday left unprinted.
  counter.startPrinting();
  app.on('second-instance', () => show(window));
  closeWithApp(counter);
}

/** The profile lies beside the register, and with it Electron's lock: a sample may be open beside the real one. */
function takeProfile(dataFolder: string): void {
  const profile = join(dataFolder, 'electron-profile');
  takeFolder(profile);
  app.setPath('userData', profile);
  if (app.requestSingleInstanceLock()) return;
  throw new StartError(`Một Cửa đang mở trên thư mục ${dataFolder}. Dùng cửa sổ đang mở hoặc đóng nó trước.`);
}

/** Where the parts lie beside dist/main/main.js, in the repository as in the packaged app. */
function counterOptions(dataFolder: string, secondScreen: SecondScreen): StartOptions {
  return {
    dataFolder,
    platform: { ...desktopPlatform, showSecondScreen: () => secondScreen.show() },
    rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
    resourcesFolder: fileURLToPath(new URL('../../resources', import.meta.url)),
    renderWorker: new URL('./render-worker.js', import.meta.url),
    excelWorker: new URL('./excel-worker.js', import.meta.url),
    readingWorker: new URL('./reading-worker.js', import.meta.url),
    foldWorker: new URL('./fold-worker.js', import.meta.url),
    damageWorker: new URL('./damage-worker.js', import.meta.url),
    backupWorker: new URL('./backup-worker.js', import.meta.url),
  };
}

/** After the windows are gone, and before the process is: `before-quit` would leave a page without its counter. */
function closeWithApp(counter: StartedCounter): void {
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void counter.close().finally(() => app.quit());
  });
}

function show(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** One sentence for the person, exit code 1. */
function refuse(error: unknown): void {
  const expected = error instanceof StartError;
  process.stderr.write(`${expected ? error.message : inspect(error)}\n`);
  dialog.showErrorBox('Một Cửa', expected ? error.message : 'Quầy gặp lỗi ngoài dự kiến khi mở.');
  app.exit(1);
}
