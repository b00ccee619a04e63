import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { type Counter, openCounter } from '../electron/counter.ts';
import { listenOnLoopback } from '../electron/loopback.ts';
import { openSample } from '../electron/samples/index.ts';
import { getChromium } from '../tests/chromium.ts';
import { optionsFor } from '../tests/desk.ts';
import build from '../tests/e2e/build.ts';

// Makes every picture of the manual: `node docs/make-pictures.ts`.
// The counter is real, its people are invented, its clock stands at the Thursday before a long holiday.
const clock = () => Date.parse('2025-04-24T09:15:00+07:00');
const door = { kind: 'loopback', device: 'window' } as const;
await build();
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-pictures-'));
const pictures = fileURLToPath(new URL('pictures/', import.meta.url));
const browser = await chromium.launch({
  executablePath: getChromium(() => {}),
  args: ['--disable-gpu', '--disable-background-networking', '--force-color-profile=srgb'],
  chromiumSandbox: false,
});

await withCounter(await openCounter({ ...optionsFor(join(folder, 'new')), clock }), async (url) => {
  const page = await openPage(url, 'light');
  await shoot(page, '01-lan-dau');
});

const sample = { ...optionsFor(join(folder, 'sample')), clock };
await withCounter(await openSample('mot-ngay', sample, () => {}), async (url, counter) => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await openPage(url, scheme);
    const suffix = scheme === 'dark' ? '-toi' : '';
    await page.waitForSelector('main h1');
    await shoot(page, `02-ban-lam-viec${suffix}`);
    await page.goto(`${url}/ho-so`);
    await page.waitForSelector('[role=row]');
    await shoot(page, `04-danh-sach${suffix}`);
    const { rows } = await counter.caller(door).cases.list({ view: 'open', sort: 'dueAt', direction: 'asc' });
    await page.goto(
      `${url}/ho-so/${rows.find(({ procedureShortName }) => /tình trạng/.test(procedureShortName))?.id ?? rows[0]?.id}`,
    );
    await page.waitForSelector('main h1');
    await shoot(page, `05-ho-so${suffix}`);
    await page.goto(`${url}/danh-muc`);
    await page.waitForSelector('main h1');
    await shoot(page, `06-danh-muc${suffix}`);
    await page.goto(`${url}/lich`);
    await page.waitForSelector('main h1');
    await shoot(page, `07-lich${suffix}`);
    await page.goto(`${url}/cai-dat`);
    await page.waitForSelector('main h1');
    await shoot(page, `08-cai-dat${suffix}`);
    await page.goto(`${url}/tiep-nhan`);
    await fillIntake(page);
    await shoot(page, `03-tiep-nhan${suffix}`);
    await page.close();
  }
});

await browser.close();
rmSync(folder, { recursive: true, force: true });

async function withCounter(
  counter: Counter,
  run: (url: string, counter: Counter) => Promise<void>,
): Promise<void> {
  const loopback = await listenOnLoopback((request) => counter.fetch(request, door), 0);
  try {
    await run(`http://127.0.0.1:${loopback.port}`, counter);
  } finally {
    await loopback.close();
    await counter.close();
  }
}

async function openPage(url: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    colorScheme,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** A reception half done, by the keyboard alone: a person who came before, and what he asks for. */
async function fillIntake(page: Page): Promise<void> {
  await page.getByLabel(/^Quét thẻ/).waitFor();
  await page.waitForTimeout(500);
  // The draft of the picture before.
  await page.keyboard.press('Escape');
  await page.getByLabel(/^Quét thẻ/).fill('luong thi');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('Tìm thủ tục').fill('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await page.getByText('Vì sao hẹn ngày này?').waitFor();
}
