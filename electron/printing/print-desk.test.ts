import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDesk, optionsFor, reception } from '../../tests/desk.ts';
import { openCounter } from '../counter.ts';
import type { Platform, Sheet } from '../platform.ts';

/** A printer that keeps its sheets and answers as the test says. */
function printerThat(answer: (sheet: Sheet) => Promise<void>): Platform & { sheets: Sheet[] } {
  const sheets: Sheet[] = [];
  return {
    kind: 'electron',
    sheets,
    printers: async () => [{ name: 'LBP2900', isDefault: true }],
    print: (sheet) => {
      sheets.push(sheet);
      return answer(sheet);
    },
  };
}

const slips = ['acknowledgement', 'controlSlip'] as const;

test('a slip that the printer took is sent; a person confirms the paper', async () => {
  const printer = printerThat(async () => {});
  await using desk = await openDesk('2025-04-24T09:15', printer);
  const { id, jobIds } = await desk.clerk.cases.receive(reception({ slips: [...slips] }));
  await desk.counter.printed();
  const jobs = await desk.clerk.slips.jobs({ ids: jobIds });
  expect(jobs.map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(printer.sheets.map(({ paper }) => paper.widthMicrons)).toEqual([148_000, 210_000]);
  const confirmed = await desk.clerk.slips.mark({ id: jobIds[0] ?? 0, state: 'confirmed' });
  expect(confirmed.state).toBe('confirmed');
  const again = await desk.clerk.slips.print({ caseId: id, forms: ['acknowledgement'] });
  expect(again[0]?.reprint).toBe(1);
});

test('a printer that refuses never touches the case; retry prints the same slip, not a reprint', async () => {
  let isBroken = true;
  const printer = printerThat(() =>
    isBroken ? Promise.reject(new Error('out of paper')) : Promise.resolve(),
  );
  await using desk = await openDesk('2025-04-24T09:15', printer);
  const { jobIds } = await desk.clerk.cases.receive(reception({ slips: ['acknowledgement'] }));
  await desk.counter.printed();
  expect((await desk.clerk.cases.board()).figures.unprinted.count).toBe(1);
  const [failed] = await desk.clerk.slips.jobs({ ids: jobIds });
  expect([failed?.state, failed?.fault]).toEqual(['failed', 'printerSilent']);
  isBroken = false;
  await desk.clerk.slips.mark({ id: jobIds[0] ?? 0, state: 'retry' });
  await desk.counter.printed();
  const [sent] = await desk.clerk.slips.jobs({ ids: jobIds });
  expect([sent?.state, sent?.reprint]).toEqual(['sent', 0]);
});

test('a counter killed while printing asks a person instead of printing twice', async () => {
  const child = fork(
    fileURLToPath(new URL('../../tests/reliability/counter-with-dead-printer.ts', import.meta.url)),
  );
  const [left] = (await once(child, 'message')) as [{ folder: string; jobIds: number[] }];
  child.kill('SIGKILL');
  await once(child, 'exit');
  const printer = printerThat(async () => {});
  const counter = await openCounter({ ...optionsFor(left.folder, printer), log: () => {} });
  counter.startPrinting();
  await counter.printed();
  const jobs = await counter.caller({ kind: 'loopback', device: 'window' }).slips.jobs({ ids: left.jobIds });
  expect(jobs.map(({ form, state, fault }) => [form, state, fault])).toEqual([
    ['acknowledgement', 'unknown', 'interrupted'],
    ['controlSlip', 'sent', null],
  ]);
  expect(printer.sheets).toHaveLength(1);
  await counter.close();
  rmSync(left.folder, { recursive: true, force: true });
});
