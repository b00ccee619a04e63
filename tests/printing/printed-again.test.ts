import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Platform } from '../../electron/platform.ts';
import { openDesk, reception } from '../desk.ts';
import { textOfPages } from './poppler.ts';

/** A printer that takes everything. */
const willing: Platform = { kind: 'electron', printers: async () => [], print: async () => {} };

/** Text of a stored slip, page by page. */
function pagesOf(folder: string, path: string | null | undefined): string[] {
  return textOfPages(readFileSync(join(folder, path?.slice(1) ?? '')));
}

test('what a printer may have taken comes out again with its mark', async () => {
  await using desk = await openDesk('2025-04-24T09:15', willing);
  const { jobIds } = await desk.clerk.cases.receive(reception({ slips: ['controlSlip'] }));
  const [id = 0] = jobIds;
  await desk.counter.printed();
  await desk.clerk.slips.mark({ id, state: 'failed', reason: 'notOut' });
  await desk.clerk.slips.mark({ id, state: 'retry' });
  await desk.counter.printed();
  const [again] = await desk.clerk.slips.jobs({ ids: [id] });
  expect([again?.state, again?.reprint]).toEqual(['sent', 1]);
  expect(pagesOf(desk.folder, again?.path)[0]).toContain('IN LẠI lần 1');
});

test('of two copies one came out: only the other is printed again, with its mark', async () => {
  await using desk = await openDesk('2025-04-24T09:15', willing);
  const { jobIds } = await desk.clerk.cases.receive(reception({ slips: ['acknowledgement'] }));
  const [id = 0] = jobIds;
  await desk.counter.printed();
  for (const copiesOut of [[1, 2], [3]]) {
    await expect(desk.clerk.slips.mark({ id, state: 'failed', copiesOut })).rejects.toThrow('invalidInput');
  }
  await desk.clerk.slips.mark({ id, state: 'failed', reason: 'notOut', copiesOut: [1] });
  await desk.clerk.slips.mark({ id, state: 'retry' });
  await desk.counter.printed();
  const [job] = await desk.clerk.slips.jobs({ ids: [id] });
  expect([job?.state, job?.reprint, job?.copiesOut]).toEqual(['sent', 1, [1]]);
  const pages = pagesOf(desk.folder, job?.path);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Liên 2');
  expect(pages[0]).toContain('IN LẠI lần 1');
  expect((await desk.clerk.slips.mark({ id, state: 'confirmed' })).copiesOut).toEqual([1, 2]);
});
