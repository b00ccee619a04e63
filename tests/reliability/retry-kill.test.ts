import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../electron/counter.ts';
import { connect, prepared } from '../../electron/register/connection.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import { optionsFor, sampleRun } from '../desk.ts';

const kills = process.env.MOT_CUA_FULL ? 300 : 5;
const child = fileURLToPath(new URL('retrying-counter.ts', import.meta.url));

test(
  'a form whose end nobody heard is sent again after the kill, and makes one case',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-retry-'));
    const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
    await counter.caller({ kind: 'loopback', device: 'window' }).setup.complete(sampleRun());
    await counter.close();
    const heard = new Map<string, string>();
    let [pending, retried] = ['', 0];
    for (let round = 0; round < kills; round += 1) {
      const running = fork(child, [folder, pending]);
      running.on('message', (said: { trying?: object; received?: string; caseCode?: string }) => {
        if (said.trying) pending = JSON.stringify(said.trying);
        if (said.received && said.caseCode) {
          heard.set(said.received, said.caseCode);
          pending = '';
        }
      });
      await once(running, 'message');
      await wait(15 + 23 * (round % 7));
      running.kill('SIGKILL');
      await once(running, 'exit');
      if (pending !== '') retried += 1;
    }
    const db = connect(join(folder, 'register.db'), 'read');
    const rows = prepared<{ formKey: string; caseCode: string }>(
      db,
      'SELECT formKey, caseCode FROM cases',
    ).all();
    const stored = new Map(rows.map(({ formKey, caseCode }) => [formKey, caseCode]));
    expect(stored.size).toBe(rows.length);
    expect([...heard].filter(([key, code]) => stored.get(key) !== code)).toEqual([]);
    expect(findBrokenLink(db)).toBeNull();
    db.close();
    rmSync(folder, { recursive: true, force: true });
    console.log(
      `${kills} kills, ${retried} forms sent again: ${heard.size} cases acknowledged, 0 lost, 0 twice, chain whole`,
    );
  },
  kills * 15_000,
);
