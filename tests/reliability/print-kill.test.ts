import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../electron/counter.ts';
import { connect, prepared } from '../../electron/register/connection.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import type { PrintJobRow } from '../../shared/views.ts';
import { optionsFor, sampleRun } from '../desk.ts';

const child = fileURLToPath(new URL('printing-counter.ts', import.meta.url));
/** Three slips each; the whole is 67 and 8 kills, made by `MOT_CUA_FULL=1`. */
const cases = process.env.MOT_CUA_FULL ? 67 : 27;
const kills = process.env.MOT_CUA_FULL ? 8 : 6;

/**
 * Kills a printing counter at random moments, and once for certain between a sheet and the word of it. A sheet is named
 * after its PDF, a PDF is one job's n-th print: two sheets of a name are the same paper twice without a mark.
 */
test('a long print list and a counter killed again and again: none lost, none printed twice without its mark', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-print-kill-'));
  const spool = join(folder, 'spool');
  mkdirSync(spool);
  await setUp(folder);
  const acknowledged: number[] = [];
  const start = (received: number, ...how: string[]) => {
    const running = fork(child, [folder, spool, String(received), ...how]);
    running.on('message', (said: { jobIds?: number[] }) => acknowledged.push(...(said.jobIds ?? [])));
    return running;
  };

  const first = start(cases);
  while (acknowledged.length < cases * 3) await nextWord(first);
  await kill(first);
  const unheard = start(0, 'silent');
  expect(await nextWord(unheard)).toEqual({ isOut: true });
  await kill(unheard);
  for (let round = 2; round < kills; round += 1) {
    const running = start(0);
    await firstSheet(spool, running);
    await wait(Math.random() * 300);
    await kill(running);
  }
  // What was with the printer at the last kill still comes out.
  await wait(200);
  const sheetsBefore = sheetsOf(spool);

  const { jobs, answers } = await finish(folder, spool);
  expect(jobs.map(({ id }) => id)).toEqual(acknowledged.toSorted((a, b) => a - b));
  expect(acknowledged).toHaveLength(cases * 3);
  expect(new Set(jobs.map(({ state }) => state))).toEqual(new Set(['sent']));
  const sheets = sheetsOf(spool);
  expect(sheets.filter((name, index) => sheets.indexOf(name) !== index)).toEqual([]);
  // Every print that a printer took is on paper; what came out beside it was in question, and its successor is marked.
  const printed = new Set(jobs.map(nameOf));
  expect([...printed].filter((name) => !sheets.includes(name))).toEqual([]);
  const inQuestion = answers.map(nameOf);
  expect(sheets.filter((name) => !printed.has(name) && !inQuestion.includes(name))).toEqual([]);
  for (const { id } of answers) expect(jobs.find((job) => job.id === id)?.reprint).toBe(1);
  expect(jobs.filter(({ reprint }) => reprint > 0)).toHaveLength(answers.length);
  expect(sheetsBefore.length).toBeLessThan(sheets.length);
  expect(answers.length).toBeGreaterThan(0);

  const db = connect(join(folder, 'register.db'), 'read');
  expect(findBrokenLink(db)).toBeNull();
  db.close();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

async function setUp(folder: string): Promise<void> {
  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  await counter.caller({ kind: 'loopback', device: 'window' }).setup.complete(sampleRun());
  await counter.close();
}

/** The counter runs undisturbed; then a person asks again for each slip in question, and that is printed too. */
async function finish(
  folder: string,
  spool: string,
): Promise<{ jobs: PrintJobRow[]; answers: PrintJobRow[] }> {
  await undisturbed(folder, spool);
  const answers = await ask(folder, 'unknown');
  if (answers.length > 0) await undisturbed(folder, spool, 'again');
  return { jobs: await ask(folder), answers };
}

async function undisturbed(folder: string, spool: string, ...again: string[]): Promise<void> {
  const running = fork(child, [folder, spool, '0', ...again]);
  for (;;) {
    if ((await nextWord(running)).isDone) break;
  }
  await kill(running);
}

/** The jobs in a state, or all of them, as the register holds them. */
async function ask(folder: string, state?: PrintJobRow['state']): Promise<PrintJobRow[]> {
  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  const db = connect(join(folder, 'register.db'), 'read');
  const ids = prepared<{ id: number }>(db, 'SELECT id FROM printJobs ORDER BY id').all();
  db.close();
  const jobs: PrintJobRow[] = [];
  for (let from = 0; from < ids.length; from += 50) {
    jobs.push(...(await clerk.slips.jobs({ ids: ids.slice(from, from + 50).map(({ id }) => id) })));
  }
  await counter.close();
  return jobs.filter((job) => state === undefined || job.state === state);
}

const nameOf = ({ path }: PrintJobRow): string => path?.replace(/^.*\/|\.pdf$/g, '') ?? '';

const sheetsOf = (spool: string): string[] => readdirSync(spool).map((name) => name.split('.')[0] ?? '');

interface Word {
  isDone?: boolean;
  isOut?: boolean;
}

/** What the counter says next; throws when it ended by itself instead. */
async function nextWord(running: ChildProcess): Promise<Word> {
  const heard = new AbortController();
  const { signal } = heard;
  try {
    const died = once(running, 'exit', { signal }).then(([code, by]) => {
      throw new Error(`The counter ended by itself: ${by ?? code}`);
    });
    const [said] = (await Promise.race([once(running, 'message', { signal }), died])) as [Word];
    return said;
  } finally {
    heard.abort();
  }
}

/** Waits until one more sheet comes out of this counter. */
async function firstSheet(spool: string, running: ChildProcess): Promise<void> {
  const before = readdirSync(spool).length;
  for (let turn = 0; turn < 1000 && readdirSync(spool).length === before; turn += 1) {
    if (running.exitCode !== null) throw new Error(`The counter ended by itself: ${running.exitCode}`);
    await wait(5);
  }
}

async function kill(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null) throw new Error(`The counter ended by itself: ${running.exitCode}`);
  running.kill('SIGKILL');
  await once(running, 'exit');
}
