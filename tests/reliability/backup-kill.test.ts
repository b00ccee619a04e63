import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../electron/counter.ts';
import { hashOfFile } from '../../electron/register/backup/backup.ts';
import { listBackups } from '../../electron/register/backup/backup-list.ts';
import { requireSound } from '../../electron/register/backup/check-copy.ts';
import { connect } from '../../electron/register/connection.ts';
import { firstRun, optionsFor } from '../desk.ts';
import { passwordOfTests } from '../sign-in.ts';

const child = fileURLToPath(new URL('backing-up-counter.ts', import.meta.url));
const kills = process.env.MOT_CUA_FULL ? 200 : 3;

/** Milliseconds that a copy takes here: kills fall into one, on a busy machine too. */
async function setUp(folder: string, stick: string): Promise<number> {
  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.setup.complete(firstRun());
  await clerk.backups.choosePlace({ place: stick });
  const began = performance.now();
  await clerk.backups.write();
  const took = performance.now() - began;
  await counter.close();
  return took;
}

test('killed while it writes backups: what is offered is whole, what was told is there, nothing half is left', async () => {
  const home = mkdtempSync(join(tmpdir(), 'mot-cua-backup-kill-'));
  const [folder, stick] = [join(home, 'data'), join(home, 'stick')];
  mkdirSync(stick);
  const took = await setUp(folder, stick);
  let last: string | undefined;
  let told = 0;
  for (let round = 0; round < kills; round += 1) {
    const running = fork(child, [folder]);
    running.on('message', (said: { written?: string }) => {
      if (said.written === undefined) return;
      last = said.written;
      told += 1;
    });
    await once(running, 'message');
    // By turns in the first copy that it writes, and in one after a copy of which somebody was told.
    if (round % 2 === 1) await Promise.race([once(running, 'message'), wait(60_000)]);
    await wait(took * (0.1 + ((round * 331) % 700) / 500));
    running.kill('SIGKILL');
    await once(running, 'exit');
    const copies = listBackups(folder);
    for (const { name, sha256 } of copies)
      expect(hashOfFile(join(folder, 'backups', name)).sha256, name).toBe(sha256);
    // The rule of keeping may let it go for newer ones, of which nobody was told: each holds more.
    const newest =
      copies
        .map(({ name }) => name)
        .sort()
        .at(-1) ?? '';
    if (last !== undefined) expect(newest >= last, `${newest} instead of ${last}`).toBe(true);
  }
  expect(told).toBeGreaterThanOrEqual(Math.floor(kills / 2));
  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.session.signIn({ personId: 1, password: passwordOfTests });
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('.tmp'))).toEqual([]);
  await clerk.backups.write();
  const everything = readdirSync(stick, { recursive: true }).map(String);
  expect(everything.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  // The oldest first: each restore writes a copy, and the rule of keeping may let the oldest go for it.
  for (const { path } of (await clerk.backups.lookAt({ place: stick })).rows.slice(0, 3).reverse()) {
    await clerk.backups.restore({ kind: 'place', place: stick, path, code: '' });
    const db = connect(join(folder, 'khoi-phuc', 'register.db'), 'read');
    requireSound(db);
    db.close();
  }
  await counter.close();
  rmSync(home, { recursive: true, force: true });
  console.log(`killed ${kills} times while backing up: ${told} copies told, 0 missing, 0 damaged`);
}, 1_800_000);
