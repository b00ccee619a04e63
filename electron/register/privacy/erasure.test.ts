import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { optionsFor } from '../../../tests/desk.ts';
import { randomRegister, registerEndsOn } from '../../../tests/random-cases.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { openCounter } from '../../counter.ts';
import { seededRandom } from '../../samples/random.ts';
import { findUnfoldedCases } from '../cases/cases.ts';
import { carveJournal } from '../damage/carve.ts';
import { findMiscounts } from '../figures/tallies.ts';
import { findBrokenLink } from '../journal.ts';
import { openRegister } from '../register.ts';
import { noteRemains } from './erased-remains.ts';
import { eraseCase } from './erasure.ts';
import { knownPapers } from './redacted-entries.ts';

const total = process.env.MOT_CUA_FULL === '1' ? 5000 : 150;
const seed = 20_261_122;

/** Every figure that a screen or a report counts, without the lists that name people. */
async function everyFigure(folder: string) {
  const clock = () => Date.parse(`${registerEndsOn}T09:15:00+07:00`);
  const counter = await openCounter({ ...optionsFor(folder), clock, log: () => {} });
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.session.signIn({ personId: 1, password: passwordOfTests });
  const periods = [
    { from: '2023-08-01', to: registerEndsOn },
    { from: '2025-03-01', to: '2025-03-31' },
    { from: '2024-10-12', to: '2025-01-09' },
  ];
  const figures: unknown[] = [await clerk.cases.board()];
  for (const period of periods)
    for (const name of ['official', 'centre', 'summary', 'area'] as const)
      figures.push(await clerk.reports.view({ name, period }));
  await counter.close();
  return figures;
}

test('random cases erased at random: every figure, the fold, the sums and the chain stay', async () => {
  const folder = await randomRegister(seed, total);
  const before = await everyFigure(folder);
  const register = openRegister(folder, false);
  const random = seededRandom(seed);
  const ended = register.read
    .prepare<[], { id: number; phone: string }>('SELECT id, phone FROM cases WHERE endedAt IS NOT NULL')
    .all()
    .filter(() => random.next() < 0.6);
  expect(ended.length).toBeGreaterThan(total / 4);
  const entry = { at: `${registerEndsOn}T02:00:00Z`, personId: 1, device: 'window' };
  const onDisk = () => {
    const bytes = readFileSync(join(folder, 'register.db'), 'latin1');
    return ended.filter(({ phone }) => bytes.includes(phone)).length;
  };
  expect(onDisk()).toBe(ended.length);
  register.transact((tx) => {
    const erasing = {
      entry,
      about: { ground: 'Thời hạn' },
      papers: knownPapers(tx),
      rareAreas: new Set<string>(),
    };
    for (const { id } of ended) eraseCase(tx, id, erasing);
    noteRemains(tx);
  });
  const { read } = register;
  expect([findBrokenLink(read), findUnfoldedCases(read), findMiscounts(read)]).toEqual([null, [], []]);
  // What is left of the journal is read off the pages as well: a salvage loses nothing of it.
  register.wipeErased();
  const carved = carveJournal(join(folder, 'register.db'));
  expect(carved.size).toBe(read.prepare('SELECT count(*) FROM journal').pluck().get());
  register.close();
  expect(onDisk()).toBe(0);
  expect(await everyFigure(folder)).toEqual(before);
  rmSync(folder, { recursive: true, force: true });
});

test('an erased payload that is written over is named, and so is one that nobody erased', async () => {
  const folder = await randomRegister(seed, 3);
  const register = openRegister(folder, false);
  const entry = { at: `${registerEndsOn}T02:00:00Z`, personId: 1, device: 'window' };
  const change = (sql: string) => register.transact((tx) => tx.exec(sql));
  register.transact((tx) => eraseCase(tx, 3, { entry, about: {}, papers: new Set(), rareAreas: new Set() }));
  const { seq } = register.read
    .prepare<[], { seq: number }>("SELECT seq FROM journal WHERE subject = 'case:3' ORDER BY seq")
    .get() ?? { seq: 0 };
  // The newest entry allows these payloads and nothing else of them, and no others.
  expect(() => change(`UPDATE journal SET kind = 'x' WHERE seq = ${seq}`)).toThrow(/append-only/);
  expect(() => change("UPDATE journal SET data = '{}' WHERE subject = 'case:2'")).toThrow(/append-only/);
  expect(() => change("UPDATE journal SET data = '{}' WHERE kind = 'data.erased'")).toThrow(/append-only/);
  expect(findBrokenLink(register.read)).toBeNull();
  change(`UPDATE journal SET data = json_set(data, '$.sets', 9) WHERE seq = ${seq}`);
  expect(findBrokenLink(register.read)).toEqual({ seq, why: 'data' });
  register.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a kill right after an erasure leaves nothing of it once the counter starts again', async () => {
  const folder = await randomRegister(seed, 20);
  const register = openRegister(folder, false);
  const entry = { at: `${registerEndsOn}T02:00:00Z`, personId: 1, device: 'window' };
  const [one] = register.read
    .prepare<[], { id: number; phone: string }>('SELECT id, phone FROM cases WHERE endedAt IS NOT NULL')
    .all();
  if (!one) throw new Error('Nothing has ended');
  register.transact((tx) => {
    eraseCase(tx, one.id, { entry, about: {}, papers: new Set(), rareAreas: new Set() });
    noteRemains(tx);
  });
  // What a kill leaves: the file and its log as they are in this moment.
  const killed = mkdtempSync(join(tmpdir(), 'mot-cua-killed-'));
  for (const name of ['register.db', 'register.db-wal']) copyFileSync(join(folder, name), join(killed, name));
  register.close();
  const bytes = () =>
    ['register.db', 'register.db-wal']
      .map((name) => join(killed, name))
      .filter(existsSync)
      .map((path) => readFileSync(path, 'latin1'))
      .join();
  expect(bytes()).toContain(one.phone);
  openRegister(killed, false).close();
  expect(bytes()).not.toContain(one.phone);
  for (const each of [folder, killed]) rmSync(each, { recursive: true, force: true });
});
