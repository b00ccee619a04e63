import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { connect, prepared } from '../../../electron/register/connection.ts';
import { type Disk, hasDisk, openDisk } from './disk.ts';

/** Quality T5: at full scale, `MOT_CUA_FULL=1`, the power goes before every single step, or at as many as `MOT_CUA_CUTS` says. */
const cutsEach = process.env.MOT_CUA_FULL ? Number(process.env.MOT_CUA_CUTS ?? Number.POSITIVE_INFINITY) : 2;
const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const program = fileURLToPath(new URL('opening-register.ts', import.meta.url));

test.runIf(hasDisk).each(readdirSync(fixtures).filter((name) => name.endsWith('.db.gz')))(
  'the power goes while %s is brought to the newest version: it is as it was or as it should be',
  async (fixture) => {
    const released = gunzipSync(readFileSync(join(fixtures, fixture)));
    const parent = mkdtempSync(join(tmpdir(), 'mot-cua-migration-'));
    const folder = join(parent, 'data');
    const disk = openDisk(folder);
    const begin = () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      writeFileSync(join(folder, 'register.db'), released);
    };
    begin();
    const before = dumpOf(folder);
    expect(await endOf(disk)).toBe(0);
    const [steps, whole] = [disk.steps(), dumpOf(folder)];
    const stride = Math.max(1, Math.floor(steps / cutsEach));
    let cuts = 0;
    for (let at = steps; at > 0; at -= stride) {
      begin();
      const running = disk.start(program, { killAt: at });
      await once(running, 'exit');
      expect(running.signalCode).toBe('SIGKILL');
      await disk.cut(running);
      // A copy under its final name is a whole one.
      for (const name of copiesIn(folder)) expect(dumpOf(folder, name)).toBe(before);
      expect(await endOf(disk)).toBe(0);
      expect(dumpOf(folder)).toBe(whole);
      cuts += 1;
    }
    disk.remove();
    rmSync(parent, { recursive: true });
    console.log(`${fixture}: ${cuts} cuts in ${steps} steps, each brought to the newest version afterwards`);
  },
  process.env.MOT_CUA_FULL ? 10_800_000 : 60_000,
);

async function endOf(disk: Disk): Promise<number | null> {
  const running = disk.start(program);
  await once(running, 'exit');
  return running.exitCode;
}

/** Verified copies of the register in a folder. */
function copiesIn(folder: string): string[] {
  const backups = join(folder, 'backups');
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join('backups', name));
}

/** Tables and all their rows in a fixed order, as one hash. */
function dumpOf(folder: string, name = 'register.db'): string {
  const db = connect(join(folder, name), 'read');
  const hash = createHash('sha256');
  const tables = prepared<{ name: string; sql: string }>(
    db,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  ).all();
  for (const table of tables) {
    hash.update(table.sql);
    const rows = prepared(db, `SELECT * FROM "${table.name}"`).raw().all();
    for (const row of rows.map((one) => JSON.stringify(one)).sort()) hash.update(row);
  }
  db.close();
  return hash.digest('hex');
}
