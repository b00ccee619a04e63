import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDesk, optionsFor, reception } from '../../tests/desk.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { openCounter } from '../counter.ts';
import { type Platform, PrintFault, type Sheet } from '../platform.ts';

/** A printer that keeps its sheets and answers as the test says. */
function printerThat(
  answer: (sheet: Sheet) => Promise<void>,
  patienceMs = 5_000,
): Platform & { sheets: Sheet[] } {
  const sheets: Sheet[] = [];
  return {
    kind: 'electron',
    sheets,
    patienceMs,
    printers: async () => ['LBP2900', 'HP-tang-2'].map((name) => ({ name, isDefault: false })),
    print: (sheet) => {
      sheets.push(sheet);
      return answer(sheet);
    },
  };
}

/** A printer that never answers. */
const silence = () => new Promise<void>(() => {});

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
  expect([failed?.state, failed?.fault]).toEqual(['failed', 'printerRefused']);
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
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.session.signIn({ personId: 1, password: passwordOfTests });
  const jobs = await clerk.slips.jobs({ ids: left.jobIds });
  expect(jobs.map(({ form, state, fault }) => [form, state, fault])).toEqual([
    ['acknowledgement', 'unknown', 'interrupted'],
    ['controlSlip', 'sent', null],
  ]);
  expect(printer.sheets).toHaveLength(1);
  await counter.close();
  rmSync(left.folder, { recursive: true, force: true });
});

test('a printer off, gone or misnamed never holds up intake, and each job ends failed with its reason', async () => {
  const answers = [
    () => silence(),
    () => Promise.reject(new Error('out of paper')),
    () => Promise.reject(new PrintFault('gone', 'not installed')),
  ];
  const printer = printerThat(() => (answers.shift() ?? silence)(), 150);
  await using desk = await openDesk('2025-04-24T09:15', printer);
  const jobIds: number[] = [];
  await desk.clerk.cases.receive(reception());
  for (let turn = 0; turn < 3; turn += 1) {
    const started = performance.now();
    jobIds.push(...(await desk.clerk.cases.receive(reception({ slips: ['acknowledgement'] }))).jobIds);
    expect(performance.now() - started).toBeLessThan(100);
  }
  await desk.counter.printed();
  const jobs = await desk.clerk.slips.jobs({ ids: jobIds });
  expect(jobs.map(({ state, fault, mayBeOut }) => [state, fault, mayBeOut])).toEqual([
    ['failed', 'printerSilent', true],
    ['failed', 'printerRefused', false],
    ['failed', 'printerGone', false],
  ]);
});

test('a dead printer holds up its own slips only; another printer takes over', async () => {
  const printer = printerThat(
    (sheet) => (sheet.printer === 'LBP2900' ? silence() : Promise.resolve()),
    4_000,
  );
  await using desk = await openDesk('2025-04-24T09:15', printer);
  desk.counter.startPrinting();
  await desk.counter.printed();
  const { jobIds } = await desk.clerk.cases.receive(reception({ slips: [...slips] }));
  const [first = 0, second = 0] = jobIds;
  await desk.clerk.slips.markMany({ ids: jobIds, state: 'retry', printer: 'LBP2900' });
  await expect.poll(() => printer.sheets.length, { timeout: 20_000 }).toBe(1);
  await desk.clerk.slips.mark({ id: second, state: 'retry', printer: 'HP-tang-2' });
  await expect
    .poll(async () => (await desk.clerk.slips.jobs({ ids: [second] }))[0]?.state, {
      timeout: 3_000,
      interval: 10,
    })
    .toBe('sent');
  await desk.counter.printed();
  expect((await desk.clerk.slips.jobs({ ids: [first] }))[0]?.state).toBe('failed');
});

test('a slip skipped while it is being made is not printed', async () => {
  const printer = printerThat(async () => {});
  await using desk = await openDesk('2025-04-24T09:15', printer);
  const { jobIds } = await desk.clerk.cases.receive(reception({ slips: ['acknowledgement'] }));
  const [id = 0] = jobIds;
  await expect(desk.clerk.slips.mark({ id, state: 'skipped' })).rejects.toThrow('required');
  await desk.clerk.slips.mark({ id, state: 'skipped', reason: 'notNeeded' });
  await desk.counter.printed();
  expect((await desk.clerk.slips.jobs({ ids: [id] }))[0]?.state).toBe('skipped');
  expect(printer.sheets).toEqual([]);
});
