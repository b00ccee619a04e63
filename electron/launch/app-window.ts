import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from './find-browser.ts';

export interface AppWindow {
  /** How the window came to its end; `false` when it never opened, or an already open one took the address over. */
  ended: Promise<{ closedByPerson: boolean }>;
  close(): void;
}

/** A browser that ends sooner than this did not show the counter. */
const soonestCloseMs = 3000;

/** Shows the address in a window without tabs, with a browser profile of its own beside the register. */
export function openAppWindow(browser: Browser, url: string, dataFolder: string): AppWindow {
  const child = spawn(browser.path, appWindowArguments(url, dataFolder, process.getuid?.() === 0), {
    stdio: 'ignore',
  });
  const opened = Date.now();
  return {
    ended: new Promise((resolve) => {
      child.once('error', () => resolve({ closedByPerson: false }));
      child.once('exit', (code) =>
        resolve({ closedByPerson: code === 0 && Date.now() - opened >= soonestCloseMs }),
      );
    }),
    close: () => child.kill(),
  };
}

export function appWindowArguments(url: string, dataFolder: string, isRoot: boolean): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${join(dataFolder, 'browser-profile')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-features=Translate',
    '--password-store=basic',
    '--window-size=1366,820',
    // Chromium refuses to start as root with its sandbox; this profile only ever shows the counter's own pages.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}
