import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { type Counter, openCounter } from '../electron/counter.ts';
import { listenOnLoopback } from '../electron/http/loopback.ts';
import { openSample } from '../electron/samples/index.ts';
import { defaultOpeningHours } from '../shared/domain/opening-hours.ts';
import { getChromium } from '../tests/chromium.ts';
import { officeOfTests, optionsFor } from '../tests/desk.ts';
import build from '../tests/e2e/build.ts';
import { passwordOfTests } from '../tests/sign-in.ts';
import { type Picture, sceneShots, shots } from './picture-list.ts';

// Makes every picture of the manual: `node docs/make-pictures.ts`, and with names only those, `… tiep-nhan ho-so`.
// The counter is real, its people are invented, its clock stands at the Thursday before a long holiday.
const clock = () => Date.parse('2025-04-24T09:15:00+07:00');
const door = { kind: 'loopback', device: 'window' } as const;
const pictures = fileURLToPath(new URL('pictures/', import.meta.url));
const wanted = process.argv.slice(2);

await build();
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-pictures-'));
const browser = await chromium.launch({
  executablePath: getChromium(() => {}),
  args: ['--disable-gpu', '--disable-background-networking', '--force-color-profile=srgb'],
  chromiumSandbox: false,
});

if (wanted.length === 0) {
  for (const old of readdirSync(pictures)) rmSync(join(pictures, old));
  await withCounter(
    await openCounter({ ...optionsFor(join(folder, 'new')), clock }),
    async (url, counter) => {
      await take(url, counter, { name: 'lan-dau', at: '/' });
    },
  );
}
if (wanted.length === 0 || wanted.includes('dang-nhap')) {
  await withCounter(await openSignedOut(), (url, counter) =>
    take(url, counter, { name: 'dang-nhap', at: '/' }),
  );
}
for (const { scene, ...shot } of sceneShots) {
  if (wanted.length > 0 && !wanted.includes(shot.name)) continue;
  const opened = await openSample(scene, optionsFor(join(folder, scene)), () => {});
  const leader = (await opened.caller(door).session.current()).people.find(({ roles }) =>
    roles.includes('leader'),
  );
  await opened.caller(door).session.sit({ personId: leader?.id ?? 0 });
  await withCounter(opened, (url, counter) => take(url, counter, shot));
}
const sample = { ...optionsFor(join(folder, 'sample')), clock };
const ofDay = shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (ofDay.length > 0)
  await withCounter(await openSample('mot-ngay', sample, () => {}), async (url, counter) => {
    for (const shot of ofDay) await take(url, counter, shot);
  });

await browser.close();
rmSync(folder, { recursive: true, force: true });

/** A real register, where somebody has to sign in. */
async function openSignedOut(): Promise<Counter> {
  const counter = await openCounter({ ...optionsFor(join(folder, 'signed-out')), clock });
  const window = counter.caller(door);
  await window.setup.complete({
    office: officeOfTests,
    hours: defaultOpeningHours,
    people: [
      { name: 'Lò Thị Mai', title: 'Cán bộ tiếp nhận', roles: ['clerk', 'administrator'] },
      { name: 'Quàng Văn Hùng', title: 'Công chức Tư pháp – Hộ tịch', roles: ['officer'] },
      { name: 'Cầm Văn Tuấn', title: 'Chủ tịch UBND', roles: ['leader', 'administrator'] },
    ],
    password: passwordOfTests,
  });
  await window.session.signOut();
  return counter;
}

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

async function take(
  url: string,
  counter: Counter,
  { name, at, before, dialog, dark }: Picture,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(10_000);
  await page.goto(`${url}${typeof at === 'string' ? at : await at(counter)}`);
  await page.locator('h1, h2').first().waitFor();
  await settle(page);
  await before?.(page);
  await settle(page);
  const box = dialog ? await page.getByRole('dialog').last().boundingBox() : null;
  await shoot(page, name, box);
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await settle(page);
    await shoot(page, `${name}-toi`, box);
  }
  await page.close();
}

async function settle(page: Page): Promise<void> {
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
