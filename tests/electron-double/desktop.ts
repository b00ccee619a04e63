import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type Page } from '@playwright/test';
import type * as Electron from 'electron';
import { root } from '../../electron/launch/build-when-stale.ts';
import { installedElectron } from '../../electron/launch/electron-binary.ts';
import { hasDisplay } from '../../electron/launch/find-browser.ts';
import { openDouble } from './open-double.ts';

/** The counter on a desktop: in Electron where its binary is, else the same built main on the stand-in. */
export interface Desktop {
  kind: 'electron' | 'double';
  dataFolder: string;
  window(): Promise<Page>;
  /** Runs a function in the main process; it sees the module, its argument and nothing else of the spec. */
  evaluate<R>(
    work: (electron: typeof Electron, argument: string) => R | Promise<R>,
    argument?: string,
  ): Promise<R>;
  close(): Promise<void>;
}

/** Undefined when the specs run in Electron, else the reason why not. */
export function whyNoElectron(): string | undefined {
  if (!installedElectron()) return 'its binary is not installed here (npx install-electron)';
  return hasDisplay() ? undefined : 'there is no display here (xvfb-run npm test)';
}

async function openElectron(appFolder: string, dataFolder: string): Promise<Desktop> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: installedElectron() ?? '',
    args: [...sandbox, appFolder, `--data=${dataFolder}`],
  });
  return {
    kind: 'electron',
    dataFolder,
    window: () => app.firstWindow(),
    evaluate: (work, argument = '') => app.evaluate(work, argument),
    close: () => app.close(),
  };
}

interface DesktopFixtures {
  /** The folder that holds dist/main/main.js; the repository, or what a package was unpacked to. */
  appFolder: string;
  desktop: Desktop;
}

async function useDesktop(appFolder: string, use: (desktop: Desktop) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mot-cua-desktop-'));
  const open = whyNoElectron() === undefined ? openElectron : openDouble;
  const desktop = await open(appFolder, dataFolder);
  await use(desktop);
  await desktop.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Each test has a desktop and a register of its own. */
export const test = base.extend<DesktopFixtures>({
  appFolder: [root, { option: true }],
  desktop: ({ appFolder }, use) => useDesktop(appFolder, use),
});

/** For tests that only look: they share a desktop, which the next one finds as it was. */
export const lookingTest = base.extend<object, Pick<DesktopFixtures, 'desktop'>>({
  desktop: [({ browserName: _ }, use) => useDesktop(root, use), { scope: 'worker' }],
});

export { expect } from '@playwright/test';
