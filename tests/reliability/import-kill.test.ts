import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../electron/counter.ts';
import { findUnfoldedCases } from '../../electron/register/cases/cases.ts';
import { connect, prepared } from '../../electron/register/connection.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import { openDesk, optionsFor, reception, sampleRun } from '../desk.ts';

const child = fileURLToPath(new URL('importing-counter.ts', import.meta.url));
const heads = 'STT;Mã hồ sơ;Tên thủ tục;Họ tên chủ hồ sơ;Ngày nhận;Hẹn trả;Ngày trả';
const linesOf = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `${index + 1};H52-${index};Chứng thực lạ;Nguyễn Văn An;0${1 + (index % 9)}/03/2024;20/03/2024;15/03/2024`,
  );

test('a counter killed in the middle of an import has the register as it was, and takes the file afterwards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-import-kill-'));
  const file = join(folder, 'so.csv');
  writeFileSync(file, [heads, ...linesOf(3000)].join('\n'));
  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.setup.complete(sampleRun());
  await clerk.cases.receive(reception());
  await counter.close();
  const count = () => {
    const db = connect(join(folder, 'register.db'), 'read');
    try {
      expect(findBrokenLink(db)).toBeNull();
      return prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM cases').get()?.n;
    } finally {
      db.close();
    }
  };
  const killed = fork(child, [folder, file]);
  const [done] = await once(killed, 'message');
  expect(Number(done)).toBeGreaterThan(700);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(count()).toBe(1);

  const again = fork(child, [folder, file]);
  await new Promise((resolve) => again.on('message', (word) => word === 'finished' && resolve(word)));
  again.kill('SIGKILL');
  await once(again, 'exit');
  expect(count()).toBe(3001);
  const db = connect(join(folder, 'register.db'), 'read');
  expect(findUnfoldedCases(db)).toEqual([]);
  db.close();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

test('while an import runs reading goes on, a command is refused with how far it is, and cancelling leaves nothing', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const reply = await desk.counter.fetch(
    new Request('http://counter/incoming', { method: 'PUT', body: [heads, ...linesOf(4000)].join('\n') }),
    { kind: 'loopback', device: 'window' },
  );
  const { file } = (await reply.json()) as { file: string };
  const { shape } = await desk.clerk.imports.open({ file, name: 'so.csv' });
  const { firstRow, heads: found, columns } = shape;
  const table = { file, name: 'so.csv', firstRow, heads: found, columns, decisions: { 'chung thuc la': '' } };
  const { digest } = await desk.clerk.imports.check(table);
  const running = desk.clerk.imports.run({ ...table, digest }).catch((error: unknown) => error);
  let progress = await desk.clerk.imports.progress();
  while (progress === null || progress.done < 100) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    progress = await desk.clerk.imports.progress();
  }
  expect(progress).toMatchObject({ what: 'import', total: 4000 });
  expect((await desk.clerk.cases.list({ view: 'all' })).total).toBe(1);
  await expect(desk.clerk.cases.receive(reception())).rejects.toMatchObject({
    message: 'busy',
    cause: { data: { what: 'import', total: 4000 } },
  });
  await desk.clerk.imports.cancel();
  expect(await running).toMatchObject({ message: 'cancelled' });
  expect((await desk.clerk.cases.list({ view: 'all' })).total).toBe(1);
  expect((await desk.clerk.cases.receive(reception({ name: 'Tòng Văn Năm' }))).serial).toBe(2);
});
