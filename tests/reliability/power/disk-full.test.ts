import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../../electron/counter.ts';
import { connect, prepared } from '../../../electron/register/connection.ts';
import { findBrokenLink } from '../../../electron/register/journal.ts';
import { optionsFor, sampleRun } from '../../desk.ts';
import { hasDisk, openDisk } from './disk.ts';

/** Quality T3: at full scale, `MOT_CUA_FULL=1`, the disk fills up at every single write. */
const timesFull = process.env.MOT_CUA_FULL ? Number.POSITIVE_INFINITY : 4;
const program = fileURLToPath(new URL('patient-counter.ts', import.meta.url));

test.runIf(hasDisk)(
  'the disk is full for a while: each case is refused by its cause or kept, and work goes on when there is room',
  async () => {
    const parent = mkdtempSync(join(tmpdir(), 'mot-cua-full-'));
    const [folder, fresh] = [join(parent, 'data'), join(parent, 'fresh')];
    await setUp(fresh);
    const disk = openDisk(folder);
    const run = async (full?: { at: number; writes: number }) => {
      rmSync(folder, { recursive: true, force: true });
      cpSync(fresh, folder, { recursive: true });
      const running = disk.start(program, { ...(full && { full }), isUncut: true });
      const [codes, refusals]: [string[], string[]] = [[], []];
      running.on('message', (said: { caseCode?: string; refusal?: string }) => {
        if (said.caseCode) codes.push(said.caseCode);
        if (said.refusal) refusals.push(said.refusal);
      });
      await once(running, 'exit');
      return { codes, refusals, exitCode: running.exitCode };
    };
    const room = await run();
    expect(room.codes).toHaveLength(30);
    const steps = disk.steps();
    const stride = Math.max(1, Math.floor(steps / timesFull));
    let [times, refused] = [0, 0];
    for (let at = 1; at <= steps; at += stride) {
      const { codes, refusals, exitCode } = await run({ at, writes: 12 });
      times += 1;
      refused += refusals.length;
      // Full while it opens: it says so and ends, and nothing was promised.
      if (codes.length === 0) expect(exitCode).not.toBe(0);
      else expect([codes.length + refusals.length, exitCode]).toEqual([30, 0]);
      expect(new Set(refusals)).toEqual(new Set(refusals.length > 0 ? ['diskFull'] : []));
      expect(codesIn(folder)).toEqual(codes);
    }
    expect(refused).toBeGreaterThan(0);
    disk.remove();
    rmSync(parent, { recursive: true });
    console.log(
      `disk full ${times} times in ${steps} steps: ${refused} cases refused by name, 0 lost, 0 half written`,
    );
  },
  process.env.MOT_CUA_FULL ? 10_800_000 : 90_000,
);

async function setUp(folder: string): Promise<void> {
  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  await counter.caller({ kind: 'loopback', device: 'window' }).setup.complete(sampleRun());
  await counter.close();
}

/** Codes in the order of their cases; serials without a gap, and the chain whole. */
function codesIn(folder: string): string[] {
  const db = connect(join(folder, 'register.db'), 'write');
  const rows = prepared<{ caseCode: string; serial: number }>(
    db,
    'SELECT caseCode, serial FROM cases ORDER BY id',
  ).all();
  expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, index) => index + 1));
  expect(findBrokenLink(db)).toBeNull();
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  return rows.map(({ caseCode }) => caseCode);
}
