import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './counter.ts';

/**
 * Nothing that axe finds, in the light by every rule, then in the dark by contrast, which is all that colours change; and
 * nothing wider than the window. `within` keeps it to one part of the page, `what` names it in a failure.
 */
export async function expectAccessible(page: Page, what = page.url(), within = 'html'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    // Legacy only in opening no second page for its sum: no frame of a foreign origin is looked at, and it takes half the time.
    const axe = new AxeBuilder({ page }).setLegacyMode().include(within);
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => [what, colorScheme, id, nodes[0]?.html]);
    expect(found, what).toEqual([]);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, what).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** A colour on its way to another one has the contrast of neither. A shade that waits for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    const moving = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}
