import { defineConfig } from '@playwright/test';
import { findHeadless } from './tests/chromium.ts';

const chromium = findHeadless();

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/build.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // The longest walk begins first, or the rest is done long before it.
  projects: [
    { name: 'day', testMatch: 'day.spec.ts' },
    { name: 'counter', testIgnore: 'day.spec.ts' },
  ],
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    contextOptions: { reducedMotion: 'reduce' },
    // A trace of every walk costs a sixth of the run; `playwright test --trace retain-on-failure` makes one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ['--disable-gpu', '--disable-background-networking'],
      // Chromium refuses to start as root with its sandbox, and most containers have no user namespaces for it.
      chromiumSandbox: false,
      // Under another locale Chromium cannot write the Vietnamese names of downloads.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  },
});
