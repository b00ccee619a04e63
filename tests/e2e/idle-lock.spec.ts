import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { openCounter } from '../../electron/counter.ts';
import { listenOnLoopback } from '../../electron/http/loopback.ts';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { officeOfTests, optionsFor } from '../desk.ts';
import { passwordOfTests, quickSignIns } from '../sign-in.ts';

const idleMs = 4000;

/** A counter where four seconds are what three minutes are in an office. */
const test = base.extend<{ url: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  url: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-idle-'));
    const signInLimits = { ...quickSignIns.signInLimits, idleMs };
    const counter = await openCounter({ ...optionsFor(folder), signInLimits, isDurable: false });
    const door = { kind: 'loopback', device: 'window' } as const;
    const loopback = await listenOnLoopback((request) => counter.fetch(request, door), 0);
    await counter.caller(door).setup.complete({
      office: officeOfTests,
      hours: defaultOpeningHours,
      people: [{ name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] }],
      password: passwordOfTests,
    });
    await use(`http://127.0.0.1:${loopback.port}`);
    await loopback.close();
    await counter.close();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ url }, use) => use(url),
});

test('a window that nobody touches locks by itself, with all that was typed behind it; one that somebody touches does not', async ({
  page,
}) => {
  await page.goto('/tiep-nhan');
  const name = page.getByLabel('Họ và tên', { exact: true });
  const lock = page.getByRole('dialog', { name: 'Màn hình đang khóa' });
  await name.waitFor();
  for (const letter of 'Lường Thị') {
    await name.press('End');
    await name.pressSequentially(letter);
    await page.waitForTimeout(idleMs / 6);
    await expect(lock).toBeHidden();
  }
  // The event stream and what the page asks by itself go on meanwhile.
  await expect(lock).toBeVisible({ timeout: 4 * idleMs });
  await expect(name).toBeHidden();
  await page.keyboard.type(passwordOfTests);
  await page.keyboard.press('Enter');
  await expect(lock).toBeHidden();
  await expect(name).toHaveValue('Lường Thị');
});
