import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { findHeadless } from '../chromium.ts';

const profile = mkdtempSync(join(tmpdir(), 'mot-cua-double-'));
let context: Promise<BrowserContext> | undefined;

/** One Chromium for all windows; the test looks into it through the port it opens. */
export function openChromium(): Promise<BrowserContext> {
  context ??= launch();
  return context;
}

async function launch(): Promise<BrowserContext> {
  const executablePath = findHeadless();
  if (!executablePath) throw new Error('no Chromium for the windows of the stand-in');
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--remote-debugging-port=0', '--disable-gpu', '--disable-background-networking'],
    chromiumSandbox: false,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
}

/** Tells the test where to look in. Only once there is a window: a main that refuses to start has none to show. */
export function showToTest(): void {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  process.send?.({ kind: 'chromium', port: Number(port) });
}

export async function closeChromium(): Promise<void> {
  await (await context)?.close();
  rmSync(profile, { recursive: true, force: true });
}
