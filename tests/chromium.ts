import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '../electron/launch/find-browser.ts';
import { installPackages, mayInstallPackages } from './debian.ts';

/** The Chromium of the tests: named in the environment, installed on the system, or Playwright's own. */
export function findChromium(): string | undefined {
  const installed = findBrowser();
  if (installed) return installed.path;
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** A Chromium without what draws a window: a page in it costs a third less. Debian has it as a package of its own. */
export function findHeadlessShell(): string | undefined {
  const path = '/usr/bin/chromium-headless-shell';
  return existsSync(path) ? path : undefined;
}

/** What shows pages to nobody. */
export function findHeadless(): string | undefined {
  return findHeadlessShell() ?? findChromium();
}

/** Finds a Chromium or gets one: from Debian as root, otherwise Playwright's. Throws when neither can be had. */
export function getChromium(say: (line: string) => void): string {
  const found = findHeadless();
  if (found) return found;
  say('no Chromium on this machine: getting one');
  if (mayInstallPackages()) installPackages('chromium');
  else spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  const got = findChromium();
  if (!got)
    throw new Error('no Chromium was found and none could be installed; name one in MOT_CUA_CHROMIUM');
  return got;
}
