import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counter, openCounter } from '../../electron/counter.ts';
import { connect } from '../../electron/register/connection.ts';
import { optionsFor, reception } from '../desk.ts';
import { lockAtOpening } from '../locked.ts';
import { passwordOfTests } from '../sign-in.ts';
import { bigRegister, lastDay } from './big-register.ts';
import { timed } from './lines.ts';

// What locking a register costs, as ratios of the same act on the same cases, open and locked by turns within one run. The number of
// cases can be given: `node tests/bench/locked.ts 100000`.
const [total = 100_000] = process.argv.slice(2).map(Number);
const door = { kind: 'loopback', device: 'window' } as const;
const home = mkdtempSync(join(tmpdir(), 'mot-cua-bench-locked-'));
const folders = [join(home, 'open'), join(home, 'locked')] as const;
const whole = await bigRegister(total);
for (const folder of folders) cpSync(whole, folder, { recursive: true });
lockAtOpening(folders[1]);
const convert = await timed(async () => (await open(folders[1])).close());

async function open(folder: string): Promise<Counter> {
  const counter = await openCounter({
    ...optionsFor(folder),
    clock: () => Date.parse(`${lastDay}T09:15:00+07:00`),
    log: () => {},
  });
  await counter.caller(door).session.signIn({ personId: 1, password: passwordOfTests });
  return counter;
}

const check = async (folder: string) => {
  const db = connect(join(folder, 'register.db'), 'read');
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('not sound');
  db.close();
};

const times = new Map<string, [number[], number[]]>();
const note = async (what: string, at: 0 | 1, act: () => Promise<unknown>) => {
  const both = times.get(what) ?? [[], []];
  times.set(what, both);
  both[at].push(await timed(act));
};

for (let round = 0; round < 5; round += 1)
  for (const at of [0, 1] as const) {
    await note('start', at, async () => (await open(folders[at])).close());
    await note('integrity check', at, () => check(folders[at]));
  }
const counters = [await open(folders[0]), await open(folders[1])] as const;
for (let round = 0; round < 100; round += 1)
  for (const at of [0, 1] as const) {
    const clerk = counters[at].caller(door);
    await note('receive', at, () => clerk.cases.receive(reception()));
    await note('list', at, () => clerk.cases.list({}));
    await note('board', at, () => clerk.cases.board());
  }
for (const counter of counters) await counter.close();
rmSync(home, { recursive: true });

const median = (all: readonly number[]) =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
console.log(`| ${total} cases, median | open | locked | ratio |`);
console.log('| --- | --- | --- | --- |');
for (const [what, [plain, locked]] of times) {
  const [a, b] = [median(plain), median(locked)];
  console.log(`| ${what} | ${a.toFixed(2)} ms | ${b.toFixed(2)} ms | ${(b / a).toFixed(2)} |`);
}
console.log(`locking it, with the start: ${(convert / 1000).toFixed(1)} s`);
