import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../../electron/counter.ts';
import { requireSound } from '../../../electron/register/backup/check-copy.ts';
import { findUnfoldedCases } from '../../../electron/register/cases/cases.ts';
import { connect } from '../../../electron/register/connection.ts';
import { firstRun, optionsFor } from '../../desk.ts';
import { hasDisk, openDisk } from './disk.ts';
import type { Tried } from './saving-counter.ts';

const program = fileURLToPath(new URL('saving-counter.ts', import.meta.url));

/** Why a trouble may be told: at some steps it meets the register's own writes, or the other of the two folders. */
const causes: Record<string, readonly string[]> = {
  'copy, full': ['space', 'placeSpace', 'diskFull'],
  'copy, backups pulled': ['unwritable', 'gone'],
  'copy, stick pulled': ['gone'],
  'copy, backups read-only': ['unwritable'],
  'copy, stick read-only': ['placeUnwritable'],
  'list, full': ['diskFull'],
  'slip, full': ['diskFull'],
};

/** Quality T3: at full scale, `MOT_CUA_FULL=1`, all through each act. */
test.runIf(hasDisk)(
  'a disk that is full, pulled or read-only while copies, lists and slips are written: each is whole or refused by its cause',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'mot-cua-saving-'));
    const [folder, stick] = [join(home, 'data'), join(home, 'stick')];
    mkdirSync(stick);
    await setUp(folder, stick);
    const disk = openDisk(home);
    const running = disk.start(program, { isUncut: true });
    const tried: Tried[] = [];
    running.on('message', (said: Tried) => tried.push(said));
    const [code] = await once(running, 'exit');
    disk.remove();
    expect(code).toBe(0);
    expect(tried.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(tried.filter(({ refusalAfter }) => refusalAfter !== null)).toEqual([]);
    const figures = Object.entries(causes).map(([name, known]) => {
      const these = tried.filter(({ act, trouble }) => `${act}, ${trouble}` === name);
      const refusals = these.flatMap(({ refusal }) => refusal ?? []);
      expect(refusals.length, name).toBeGreaterThan(0);
      expect(
        refusals.filter((refusal) => !known.includes(refusal)),
        name,
      ).toEqual([]);
      return `${name} ${these.length} times (${refusals.length} refused by name)`;
    });
    // What a start sweeps is gone; no file of the register is torn.
    const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
    await counter.close();
    const left = readdirSync(home, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => /\.(?:tmp|gone)$/.test(name))).toEqual([]);
    const db = connect(join(folder, 'register.db'), 'read');
    requireSound(db);
    expect(findUnfoldedCases(db)).toEqual([]);
    db.close();
    rmSync(home, { recursive: true, force: true });
    console.log(`${figures.join('; ')}: nothing lost, nothing half, done again afterwards`);
  },
  process.env.MOT_CUA_FULL ? 3_600_000 : 90_000,
);

async function setUp(folder: string, stick: string): Promise<void> {
  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.setup.complete(firstRun());
  await clerk.backups.choosePlace({ place: stick });
  await clerk.backups.write();
  await counter.close();
}
