import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startCounter } from '../../../electron/launch/start-counter.ts';
import { listBackups } from '../../../electron/register/backup/backup-list.ts';
import type { DamageView, WayOut, WayOutcome } from '../../../shared/damage-view.ts';
import { optionsFor } from '../../desk.ts';
import { type Disk, hasDisk, openDisk } from './disk.ts';

const program = fileURLToPath(new URL('dying-counter.ts', import.meta.url));
const damageWorker = new URL('../../../electron/register/damage/damage-worker.ts', import.meta.url);
const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
/** Quality T9: at full scale, `MOT_CUA_FULL=1`, at forty places of a start. */
const stages = 40;
const isFull = process.env.MOT_CUA_FULL !== undefined;

/** The start goes through everything: lock, copy before the upgrade, every migration, national data, signing key. */
test.runIf(hasDisk)(
  'a counter that dies three times at the same place of its start waits for somebody: it checks, copies, opens when told',
  async () => {
    const [oldest = ''] = readdirSync(fixtures)
      .filter((name) => name.endsWith('.db.gz'))
      .sort();
    const released = gunzipSync(readFileSync(join(fixtures, oldest)));
    const parent = mkdtempSync(join(tmpdir(), 'mot-cua-dying-'));
    const folder = join(parent, 'data');
    const begin = () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      writeFileSync(join(folder, 'register.db'), released);
    };
    begin();
    const disk = openDisk(folder);
    const steps = isFull ? await stepsOfStart(disk) : 600;
    const stride = isFull ? Math.max(1, Math.floor(steps / stages)) : steps;
    let tried = 0;
    // The very first step is the note that a start begins.
    for (let at = Math.max(2, Math.floor(stride / 2)); at <= steps; at += stride) {
      begin();
      for (let death = 0; death < 3; death += 1) {
        const running = disk.start(program, { killAt: at, isUncut: true });
        // Later starts have less to do than the first: those die when they have opened.
        running.once('message', () => running.kill('SIGKILL'));
        await once(running, 'exit');
      }
      await mendIn(folder);
      tried += 1;
    }
    disk.remove();
    rmSync(parent, { recursive: true });
    console.log(`died three times each at ${tried} places of a start: asked each time, opened each time`);
  },
  isFull ? 3_600_000 : 90_000,
);

async function stepsOfStart(disk: Disk): Promise<number> {
  const running = disk.start(program, { isUncut: true });
  const [said] = await once(running, 'message');
  expect(said).toEqual({ finding: null });
  running.send('end');
  await once(running, 'exit');
  return disk.steps();
}

/** The fourth start does nothing by itself; what it offers works, and then the counter opens. */
async function mendIn(folder: string): Promise<void> {
  const before = listBackups(folder);
  const counter = await startCounter({ ...optionsFor(folder), damageWorker, log: () => {} });
  const ask = (path: string, body?: object) =>
    counter.fetch(
      new Request(`http://counter${path}`, body && { method: 'POST', body: JSON.stringify(body) }),
      { kind: 'loopback', device: 'window' },
    );
  const go = async (way: WayOut): Promise<WayOutcome> => (await ask('/so-hong/way', { way })).json();
  try {
    expect(counter.finding()).toEqual({ kind: 'deaths' });
    expect(listBackups(folder)).toEqual(before);
    const view: DamageView = await (await ask('/so-hong/state')).json();
    expect(view.ways).toEqual(['check', 'copy', 'again']);
    expect(await (await ask('/so-hong/chan-doan')).text()).toContain('register.db');
    expect(await go('check')).toMatchObject({ opened: false });
    expect(counter.finding()).toEqual({ kind: 'deaths' });
    const { opened, copy } = await go('copy');
    if (copy === undefined || 'fault' in copy) throw new Error(`No copy: ${JSON.stringify(copy)}`);
    expect(opened).toBe(false);
    expect(listBackups(folder)[0]?.name).toBe(copy.name);
    expect(await go('again')).toMatchObject({ opened: true });
    expect(counter.finding()).toBeNull();
  } finally {
    await counter.close();
  }
}
