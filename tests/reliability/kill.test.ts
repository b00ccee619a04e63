import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../electron/counter.ts';
import { findUnfoldedCases } from '../../electron/register/cases/cases.ts';
import { connect, prepared } from '../../electron/register/connection.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import { optionsFor, sampleRun } from '../desk.ts';

const child = fileURLToPath(new URL('receiving-counter.ts', import.meta.url));

/** Quality T2: 1.000 kills at full scale, `MOT_CUA_FULL=1`. */
const kills = process.env.MOT_CUA_FULL ? 1000 : 6;

/** A kill cannot show what a power cut does; the settings behind that are held by register.test.ts. */
test(
  'a counter killed while receiving, again and again: nothing acknowledged is lost, no number twice, no gap',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-kill-'));
    const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
    await counter.caller({ kind: 'loopback', device: 'window' }).setup.complete(sampleRun());
    await counter.close();
    const acknowledged: string[] = [];
    for (let round = 0; round < kills; round += 1) {
      const running = fork(child, [folder]);
      running.on('message', (code) => acknowledged.push(String(code)));
      await once(running, 'message');
      await wait(20 + 37 * (round % 10));
      running.kill('SIGKILL');
      await once(running, 'exit');
    }
    const db = connect(join(folder, 'register.db'), 'read');
    const rows = prepared<{ caseCode: string; serial: number }>(
      db,
      'SELECT caseCode, serial FROM cases ORDER BY id',
    ).all();
    const codes = new Set(rows.map(({ caseCode }) => caseCode));
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((code) => !codes.has(code))).toEqual([]);
    expect(codes.size).toBe(rows.length);
    expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, index) => index + 1));
    expect(findBrokenLink(db)).toBeNull();
    expect(findUnfoldedCases(db)).toEqual([]);
    db.close();
    rmSync(folder, { recursive: true, force: true });
    console.log(
      `${kills} kills: ${acknowledged.length} cases acknowledged, 0 lost, 0 twice, no gap, chain whole`,
    );
  },
  kills * 12_000,
);
