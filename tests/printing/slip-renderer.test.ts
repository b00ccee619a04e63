import { afterEach, beforeEach, expect, it } from 'vitest';
import { shapeOfPdf } from '../../electron/printing/page-sizes.ts';
import { openSlipRenderer, type SlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { controlSample } from './sample-slip.ts';

let renderer: SlipRenderer;
beforeEach(() => {
  const worker = new URL('./failing-worker.ts', import.meta.url);
  renderer = openSlipRenderer({ worker, fontsFolder: '', timeout: 2000 });
});
afterEach(() => renderer.close());

const render = (version: number) =>
  renderer.render({ ...controlSample, codes: controlSample.codes && { ...controlSample.codes, version } });

it.each([
  [2, 'failed'],
  [3, 'died'],
  [4, 'timeout'],
  [5, 'failed'],
] as const)('says why there is no slip (%i: %s) and makes the next one', async (version, reason) => {
  await renderer.warm();
  await expect(render(version)).rejects.toMatchObject({ name: 'SlipRenderError', reason });
  expect(shapeOfPdf(await render(1)).pages).toBe(1);
});

it('makes slips one after the other, whatever befalls one of them', async () => {
  const results = await Promise.allSettled([render(1), render(3), render(1), render(1)]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
});
