import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { type Counter, openCounter } from '../electron/counter.ts';
import { listenOnLoopback } from '../electron/http/loopback.ts';
import { openSample } from '../electron/launch/open-sample.ts';
import { defaultOpeningHours } from '../shared/domain/opening-hours.ts';
import { getChromium } from '../tests/chromium.ts';
import { officeOfTests, optionsFor } from '../tests/desk.ts';
import build from '../tests/e2e/build.ts';
import { passwordOfTests } from '../tests/sign-in.ts';
import { photograph, pictures, settle, windowOptions } from './camera.ts';
import { damagedShot, keepingShots } from './keeping-list.ts';
import { lanShots } from './lan-list.ts';
import { liveInOffice, officeShots } from './office-list.ts';
import { type Picture, shots } from './picture-list.ts';
import { type OfficePicture, openOffice } from './picture-office.ts';
import { sceneShots } from './scene-list.ts';

// Makes every picture of the manual: `node docs/make-pictures.ts`, and with names only those, `… tiep-nhan ho-so`.
// The counter is real, its people are invented, its clock stands at the Thursday before a long holiday.
const clock = () => Date.parse('2025-04-24T09:15:00+07:00');
const door = { kind: 'loopback', device: 'window' } as const;
const wanted = process.argv.slice(2);
const begun = Date.now();

await build();
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-pictures-'));
const browser = await chromium.launch({
  executablePath: getChromium(() => {}),
  args: ['--disable-gpu', '--disable-background-networking', '--force-color-profile=srgb'],
  chromiumSandbox: false,
});

if (isWanted('lan-dau')) {
  await withCounter(
    await openCounter({ ...optionsFor(join(folder, 'new')), clock }),
    async (url, counter) => {
      await take(url, counter, { name: 'lan-dau', at: '/' });
    },
  );
}
if (isWanted('dang-nhap')) {
  await withCounter(await openSignedOut(), (url, counter) =>
    take(url, counter, { name: 'dang-nhap', at: '/', part: 'form' }),
  );
}
for (const { scene, ...shot } of sceneShots) {
  if (!isWanted(shot.name)) continue;
  const opened = await openSample(scene, optionsFor(join(folder, scene)), () => {});
  const leader = (await opened.caller(door).session.current()).people.find(({ roles }) =>
    roles.includes('leader'),
  );
  await opened.caller(door).session.sit({ personId: leader?.id ?? 0 });
  await withCounter(opened, (url, counter) => take(url, counter, shot));
}
const sample = { ...optionsFor(join(folder, 'sample')), clock };
const ofDay = shots.filter(({ name }) => isWanted(name));
if (ofDay.length > 0)
  await withCounter(await openSample('mot-ngay', sample, () => {}), async (url, counter) => {
    for (const shot of ofDay) await take(url, counter, shot);
  });

await takeOffice(join(folder, 'office'), [...officeShots, ...lanShots, ...keepingShots]);
await takeOffice(join(folder, 'damaged'), [damagedShot]);

await browser.close();
rmSync(folder, { recursive: true, force: true });
// Only now: what fails half way leaves the pictures as they were.
if (wanted.length === 0) dropOlder();

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

async function take(url: string, counter: Counter, { at, before, ...frame }: Picture): Promise<void> {
  const page = await browser.newPage(windowOptions);
  page.setDefaultTimeout(10_000);
  await page.goto(`${url}${typeof at === 'string' ? at : await at(counter)}`);
  await page.locator('h1, h2').first().waitFor();
  await settle(page);
  await before?.(page);
  await photograph(page, frame);
  await page.close();
}

/** The pictures of an office, those of them that are wished: what one writes the next may need, so all are done. */
async function takeOffice(folder: string, shotsOfOffice: readonly OfficePicture[]): Promise<void> {
  const last = shotsOfOffice.findLastIndex(({ name }) => isWanted(name));
  if (last < 0) return;
  const office = await openOffice(folder, browser);
  try {
    await liveInOffice(office);
    for (const { of, ...frame } of shotsOfOffice.slice(0, last + 1)) {
      const page = await of(office);
      if (isWanted(frame.name)) await photograph(page, frame);
      await page.close();
    }
  } finally {
    await office.close();
  }
}

/** Pictures of screens that nobody shows any more. */
function dropOlder(): void {
  for (const name of readdirSync(pictures)) {
    const file = join(pictures, name);
    if (statSync(file).mtimeMs < begun) rmSync(file);
  }
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}
