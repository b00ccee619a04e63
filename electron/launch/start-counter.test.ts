import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { DamageView, WayOutcome } from '../../shared/damage-view.ts';
import { openDesk, optionsFor, reception } from '../../tests/desk.ts';
import { openCounter } from '../counter.ts';
import type { Door } from '../door.ts';
import { writeBackup } from '../register/backup/backup.ts';
import { connect } from '../register/connection.ts';
import { nextValue } from '../register/counters.ts';
import { openEmergency } from '../register/damage/emergency.ts';
import { restoreBackup } from '../register/damage/restore.ts';
import { StartError } from '../start-error.ts';
import { type StartedCounter, startCounter } from './start-counter.ts';

const base = mkdtempSync(join(tmpdir(), 'mot-cua-start-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const window: Door = { kind: 'loopback', device: 'window' };

function start(folder: string): Promise<StartedCounter> {
  const damageWorker = new URL('../register/damage/damage-worker.ts', import.meta.url);
  return startCounter({ ...optionsFor(folder), damageWorker, log: () => {} });
}

async function ask(counter: StartedCounter, path: string, body?: unknown, door = window): Promise<Response> {
  const asked = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return counter.fetch(new Request(`http://counter${path}`, asked), door);
}

test('a damaged register is shown with its ways out; after a salvage the same address is the counter', async () => {
  const folder = join(base, 'damaged');
  {
    await using desk = await openDesk();
    for (let count = 0; count < 5; count += 1) await desk.clerk.cases.receive(reception());
    cpSync(desk.folder, folder, { recursive: true });
  }
  truncateSync(join(folder, 'register.db'), 300_000);
  const counter = await start(folder);
  expect((await ask(counter, '/healthz')).status).toBe(503);
  const refused = await ask(counter, '/api/session.current');
  expect([refused.status, (await refused.json()).error.data.app.code]).toEqual([503, 'registerDamaged']);
  const display = await ask(counter, '/so-hong/state', undefined, {
    kind: 'display',
    device: 'd',
    desk: 'w',
  });
  expect(display.status).toBe(503);
  const view: DamageView = await (await ask(counter, '/so-hong/state')).json();
  expect(view).toMatchObject({ finding: { kind: 'damaged' }, ways: ['again', 'salvage', 'emergency'] });
  expect((await ask(counter, '/so-hong/way', { way: 'goOn' })).status).toBe(400);
  const outcome: WayOutcome = await (await ask(counter, '/so-hong/way', { way: 'salvage' })).json();
  expect(outcome).toMatchObject({ opened: true, report: { lostEntries: 0, cases: 5 } });
  expect(counter.finding()).toBeNull();
  expect((await ask(counter, '/healthz')).status).toBe(200);
  await counter.close();
}, 60_000);

test('a counter that died three times within a minute waits for somebody; then it opens', async () => {
  const folder = join(base, 'dying');
  await (await start(folder)).close();
  writeFileSync(join(folder, 'starting'), [3000, 2000, 1000].map((ago) => Date.now() - ago).join('\n'));
  const counter = await start(folder);
  expect(counter.finding()).toEqual({ kind: 'deaths' });
  const opened: WayOutcome = await (await ask(counter, '/so-hong/way', { way: 'again' })).json();
  expect([opened.opened, counter.finding()]).toEqual([true, null]);
  await counter.close();
  await (await start(folder)).close();
}, 60_000);

test('a check that finds damage offers the copies there are', async () => {
  const folder = join(base, 'checked');
  {
    await using desk = await openDesk();
    await desk.clerk.cases.receive(reception());
    await desk.clerk.backups.write();
    cpSync(desk.folder, folder, { recursive: true });
  }
  truncateSync(join(folder, 'register.db'), 300_000);
  writeFileSync(join(folder, 'starting'), [3000, 2000, 1000].map((ago) => Date.now() - ago).join('\n'));
  const counter = await start(folder);
  expect(counter.finding()).toEqual({ kind: 'deaths' });
  await ask(counter, '/so-hong/way', { way: 'check' });
  const look = async (): Promise<DamageView> => (await ask(counter, '/so-hong/state')).json();
  await expect.poll(async () => (await look()).ways, { timeout: 20_000 }).toContain('restore');
  expect(await look()).toMatchObject({ finding: { kind: 'damaged' }, backups: [{ cases: 1 }] });
  await counter.close();
}, 60_000);

test('a reopening that fails shows the page of ways out, and opens once nothing is in the way', async () => {
  const damageWorker = new URL('../register/damage/damage-worker.ts', import.meta.url);
  const options = { ...optionsFor(join(base, 'reopened')), damageWorker, log: () => {} };
  const why = 'Một Cửa đang mở trên thư mục này.';
  let openings = 0;
  let reopen = () => {};
  const counter = await startCounter(options, async (given) => {
    openings += 1;
    if (openings === 2) throw new StartError(why);
    if (given.reopen) reopen = given.reopen;
    const opened = await openCounter(given);
    const close = async () => {
      await opened.close();
      if (openings === 1) throw new Error('did not close well');
    };
    return { ...opened, close };
  });
  reopen();
  await expect.poll(() => counter.finding()).toEqual({ kind: 'notReopened', why });
  const view: DamageView = await (await ask(counter, '/so-hong/state')).json();
  expect(view.ways).toEqual(['again']);
  const outcome: WayOutcome = await (await ask(counter, '/so-hong/way', { way: 'again' })).json();
  expect([outcome.opened, (await ask(counter, '/healthz')).status]).toEqual([true, 200]);
  await counter.close();
}, 60_000);

test('a register that takes nothing while it passes an emergency over is shown with its ways out', async () => {
  const folder = join(base, 'passing');
  {
    await using desk = await openDesk();
    cpSync(desk.folder, folder, { recursive: true });
  }
  const file = join(folder, 'register.db');
  const main = connect(file, 'read');
  const copy = basename(writeBackup(main, folder));
  main.close();
  openEmergency(folder, '2025-04-24T03:00:00Z', '2025-04-24T10:00');
  const emergency = connect(file, 'write');
  nextValue(emergency, 'book:2025');
  emergency.close();
  restoreBackup(folder, copy, '2025-04-24T05:00:00Z', '2025-04-24T12:00');
  const restored = connect(file, 'write');
  restored.exec(
    "CREATE TRIGGER takesNothing BEFORE INSERT ON counters BEGIN SELECT RAISE(ABORT, 'takes nothing'); END",
  );
  restored.close();
  const counter = await start(folder);
  expect(counter.finding()).toMatchObject({
    kind: 'damaged',
    detail: expect.stringContaining('takes nothing'),
  });
  await counter.close();
});

test('a counter that is closed while it opens anew is closed when it has come', async () => {
  const folder = join(base, 'closing');
  const options = { ...optionsFor(folder), log: () => {} };
  const held = Promise.withResolvers<void>();
  const isHeld = Promise.withResolvers<void>();
  let reopen = () => {};
  let opened = 0;
  const damageWorker = new URL('../register/damage/damage-worker.ts', import.meta.url);
  const counter = await startCounter({ ...options, damageWorker }, async (given) => {
    reopen = given.reopen ?? reopen;
    opened += 1;
    if (opened === 2) {
      isHeld.resolve();
      await held.promise;
    }
    return openCounter(given);
  });
  reopen();
  await isHeld.promise;
  const closed = counter.close();
  held.resolve();
  await closed;
  // Whoever holds a folder has locked it.
  await (await openCounter(options)).close();
});
