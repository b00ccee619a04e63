import { chromium } from '@playwright/test';
import type { Counter } from '../../electron/counter.ts';
import { listenOnLoopback } from '../../electron/http/loopback.ts';
import { buildWhenStale, rendererBuild } from '../../electron/launch/build-when-stale.ts';
import { findChromium } from '../chromium.ts';
import { passwordOfTests } from '../sign-in.ts';

/** How long whoever opens an address waits, in a browser that has nothing in its cache. Milliseconds, one for each visit. */
export interface Paints {
  /** Until something stands in the window. */
  first: number[];
  /** Until the figures do. */
  figures: number[];
  /** The same for a page of the program that asks for no case. */
  bare: number[];
}

/** @param path of the page; `mark` of an element that stands there once its figures do. */
export async function paintsOf(counter: Counter, path: string, mark: string): Promise<Paints> {
  await buildWhenStale(rendererBuild, () => {});
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium to open the page in: set MOT_CUA_CHROMIUM');
  const loopback = await listenOnLoopback(
    (request, jar) => counter.fetch(request, { kind: 'loopback', device: 'browser', jar }),
    0,
  );
  const url = `http://127.0.0.1:${loopback.port}`;
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ['--disable-gpu'] });
  const paints: Paints = { first: [], figures: [], bare: [] };
  try {
    const visit = async (to: string, ready: string, signsIn: boolean) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      const page = await context.newPage();
      if (signsIn)
        await page.request.post(`${url}/api/session.signIn`, {
          data: { personId: 1, password: passwordOfTests },
          headers: { origin: url },
        });
      await page.goto(url + to, { waitUntil: 'commit' });
      await page.locator(ready).first().waitFor();
      const times = await page.evaluate(() => ({
        first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        now: performance.now(),
      }));
      await context.close();
      return times;
    };
    for (let round = 0; round < 12; round += 1) {
      paints.bare.push((await visit('/', 'h1', false)).now);
      const { first, now } = await visit(path, mark, true);
      paints.first.push(first);
      paints.figures.push(now);
    }
  } finally {
    await browser.close();
    await loopback.close();
  }
  return paints;
}
