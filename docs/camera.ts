import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

export const pictures = fileURLToPath(new URL('pictures/', import.meta.url));

/** How each page of a picture is opened: the usual screen of a counter, without movement. */
export const windowOptions = {
  viewport: { width: 1366, height: 768 },
  locale: 'vi-VN',
  reducedMotion: 'reduce',
  // The counter of the pictures has an authority that nobody trusts.
  ignoreHTTPSErrors: true,
} as const;

/** What of a page is shown. */
export interface Frame {
  name: string;
  /** Only the dialog, with a little of what lies under it. */
  dialog?: true;
  /** Only what this selector finds, in the same way: the page around it is empty. */
  part?: string;
  dark?: true;
}

/** Takes the picture of a page as it stands, and a dark one where that is asked. */
export async function photograph(page: Page, frame: Frame): Promise<void> {
  await settle(page);
  const { name, dialog, part, dark } = frame;
  const shown = dialog ? page.getByRole('dialog') : part === undefined ? null : page.locator(part);
  const box = (await shown?.last().boundingBox()) ?? null;
  await shoot(page, name, box);
  if (!dark) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await settle(page);
  await shoot(page, `${name}-toi`, box);
}

export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
}

/** WebP, which Playwright's own screenshot does not write, is a fifth of the PNG. */
async function shoot(
  page: Page,
  name: string,
  box: { x: number; y: number; width: number; height: number } | null,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const margin = 24;
  const clip = box && {
    x: Math.max(0, box.x - margin),
    y: Math.max(0, box.y - margin),
    width: box.width + 2 * margin,
    height: Math.min(768, box.height + 2 * margin),
    scale: 1,
  };
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 88,
    ...(clip && { clip }),
  });
  writeFileSync(join(pictures, `${name}.webp`), Buffer.from(data, 'base64'));
}
