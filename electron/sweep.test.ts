import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openDesk, optionsFor, reception } from '../tests/desk.ts';
import { handIn } from '../tests/import-table.ts';
import { lockAtOpening } from '../tests/locked.ts';
import { openCounter } from './counter.ts';
import { connect, type Writer } from './register/connection.ts';
import { keepKey } from './register/locking/keyring.ts';
import { sweepDaily } from './sweep.ts';

test('yesterday’s lists, files handed in and prints of an open book go at the start and once a day', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.clerk.cases.receive(reception());
  await handIn(desk, 'a;b');
  const [draft] = await desk.clerk.books.print({ year: 2025, volume: 1 });
  const list = await desk.clerk.books.export({ year: 2025, volume: 1 });
  const at = (path: string) => join(desk.folder, path);
  writeFileSync(at(`${list.path}.tmp`), 'half');
  const lying = () =>
    [draft?.path ?? '', list.path, `${list.path}.tmp`].filter((path) => existsSync(at(path))).length +
    readdirSync(at('incoming')).length;
  const read = connect(at('register.db'), 'read');
  const write = connect(at('register.db'), 'write');
  const transact = <T>(work: (tx: Writer) => T): T => write.transaction(work)(write);
  let now = Date.parse('2025-04-24T10:00:00+07:00');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const end = sweepDaily({ read, transact, folder: desk.folder }, () => now, expect.fail);
  expect(lying()).toBe(4);
  const yesterday = Date.now() / 1000 - 25 * 3600;
  for (const path of [
    list.path,
    `${list.path}.tmp`,
    ...readdirSync(at('incoming')).map((each) => `incoming/${each}`),
  ])
    utimesSync(at(path), yesterday, yesterday);
  now += 25 * 3600 * 1000;
  vi.advanceTimersByTime(24 * 3600 * 1000);
  expect(lying()).toBe(0);
  end();
  vi.useRealTimers();
  read.close();
  write.close();
});

test('a counter sweeps as it opens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
  mkdirSync(join(folder, 'incoming'));
  const left = join(folder, 'incoming', `${'0'.repeat(64)}.csv`);
  writeFileSync(left, 'a;b');
  utimesSync(left, 0, 0);
  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  expect(existsSync(left)).toBe(false);
  await counter.close();
  rmSync(folder, { recursive: true });
});

test('beside a locked register what was handed in goes as the counter closes, and after a kill as it opens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
  const left = join(folder, 'incoming', `${'0'.repeat(64)}.csv`);
  const handedIn = () => {
    mkdirSync(join(folder, 'incoming'), { recursive: true });
    writeFileSync(left, 'Họ tên;Số định danh');
  };
  const open = () => openCounter({ ...optionsFor(folder), log: expect.fail });
  await (await open()).close();
  handedIn();
  const plain = await open();
  await plain.close();
  expect(existsSync(left)).toBe(true);
  lockAtOpening(folder);
  const locked = await open();
  expect(existsSync(left)).toBe(false);
  handedIn();
  await locked.close();
  expect(existsSync(left)).toBe(false);
  keepKey(folder, null);
  rmSync(folder, { recursive: true });
});
