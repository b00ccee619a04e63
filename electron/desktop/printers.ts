import { setTimeout as wait } from 'node:timers/promises';
import { BrowserWindow, type WebContents, type WebContentsPrintOptions } from 'electron';
import { type Platform, type PrinterInfo, PrintFault, type Sheet } from '../platform.ts';
import { origin } from './address.ts';
import { systemSecrets } from './secret-store.ts';
import { pagePreferences } from './windows.ts';

/** Assumed: what the PDF viewer needs after its page has loaded until it can print. */
const viewerReadyMs = 500;
const timeoutMs = 60_000;

/** Lists the system's printers and prints on them without a dialog, through a hidden window each time. */
export const desktopPlatform: Platform = {
  kind: 'electron',
  printers: () => withHiddenWindow(listPrinters),
  print: (sheet) => withHiddenWindow((contents) => printSheet(contents, sheet)),
  secrets: systemSecrets,
};

async function listPrinters(contents: WebContents): Promise<PrinterInfo[]> {
  const printers = await contents.getPrintersAsync();
  // Electron no longer tells which one is the system's default; printing without a name goes there.
  return printers.map(({ name }) => ({ name, isDefault: false }));
}

async function printSheet(contents: WebContents, sheet: Sheet): Promise<void> {
  // A name that is not listed prints nothing and reports no error.
  const listed = (await listPrinters(contents)).some(({ name }) => name === sheet.printer);
  if (sheet.printer !== undefined && !listed) {
    throw new PrintFault('gone', `printer "${sheet.printer}" is not installed`);
  }
  await withinTime(contents.loadURL(`${origin}${sheet.path}`));
  await wait(viewerReadyMs);
  await withinTime(
    new Promise<void>((resolve, reject) => {
      contents.print(printOptions(sheet), (success, reason) =>
        success ? resolve() : reject(new PrintFault('refused', reason)),
      );
    }),
  );
}

/** The paper in microns, because drivers guess wrong when they are not told, and nothing scaled to fit. */
function printOptions(sheet: Sheet): WebContentsPrintOptions {
  return {
    silent: true,
    ...(sheet.printer === undefined ? {} : { deviceName: sheet.printer }),
    copies: sheet.copies,
    pageSize: { width: sheet.paper.widthMicrons, height: sheet.paper.heightMicrons },
    margins: { marginType: 'none' },
    scaleFactor: 100,
    printBackground: true,
  };
}

async function withHiddenWindow<T>(use: (contents: WebContents) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({ show: false, webPreferences: pagePreferences });
  try {
    return await use(window.webContents);
  } finally {
    window.destroy();
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const late = wait(timeoutMs, undefined, { signal: ended.signal }).then(() => {
    throw new PrintFault('silent', `the printer did not answer in ${timeoutMs / 1000} s`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
    late.catch(() => {});
  }
}
