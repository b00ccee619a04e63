import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../../electron/counter.ts';
import { findUnfoldedCases } from '../../../electron/register/cases/cases.ts';
import { connect, prepared } from '../../../electron/register/connection.ts';
import { findMiscounts } from '../../../electron/register/figures/tallies.ts';
import { findBrokenLink } from '../../../electron/register/journal.ts';
import { kindOfFile } from '../../../electron/register/locking/keyring.ts';
import { openRegister } from '../../../electron/register/register.ts';
import { optionsFor, sampleRun } from '../../desk.ts';
import { keyVariable, lockAtOpening } from '../../locked.ts';
import { hasDisk, openDisk } from './disk.ts';

/** Quality T1: 1.000 cuts at full scale, `MOT_CUA_FULL=1`. */
const cuts = process.env.MOT_CUA_FULL ? 1000 : 5;
const receiving = fileURLToPath(new URL('../receiving-counter.ts', import.meta.url));
const careless = fileURLToPath(new URL('careless-writer.ts', import.meta.url));

test.runIf(hasDisk).each([
  ['open', cuts],
  ['locked', Math.ceil(cuts / 4)],
] as const)(
  'a counter whose power goes while it receives, its register %s: nothing acknowledged is lost, no number twice, no gap',
  async (kind, cuts) => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-power-'));
    const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
    await counter.caller({ kind: 'loopback', device: 'window' }).setup.complete(sampleRun());
    await counter.close();
    if (kind === 'locked') {
      process.env[keyVariable] = lockAtOpening(folder).toString('hex');
      openRegister(folder).close();
    }
    expect(kindOfFile(join(folder, 'register.db'))).toBe(kind);
    const acknowledged = await heardThrough(folder, receiving, cuts);

    const db = connect(join(folder, 'register.db'), 'read');
    const rows = prepared<{ caseCode: string; serial: number }>(
      db,
      'SELECT caseCode, serial FROM cases ORDER BY id',
    ).all();
    const codes = new Set(rows.map(({ caseCode }) => caseCode));
    expect(acknowledged.length).toBeGreaterThan(cuts);
    expect(acknowledged.filter((code) => !codes.has(code))).toEqual([]);
    expect(codes.size).toBe(rows.length);
    expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, index) => index + 1));
    expect(findBrokenLink(db)).toBeNull();
    expect(findUnfoldedCases(db)).toEqual([]);
    expect(findMiscounts(db)).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    delete process.env[keyVariable];
    rmSync(folder, { recursive: true });
    console.log(
      `${cuts} power cuts, register ${kind}: ${acknowledged.length} cases acknowledged, 0 lost, 0 twice, chain whole`,
    );
  },
  cuts * 10_000,
);

test.runIf(hasDisk)(
  'the same disk loses what a register with less careful settings acknowledged',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-careless-'));
    const acknowledged = await heardThrough(folder, careless, 2);
    const db = connect(join(folder, 'careless.db'), 'read');
    const kept = new Set(
      prepared<{ id: string }>(db, 'SELECT id FROM acknowledged')
        .all()
        .map(({ id }) => id),
    );
    db.close();
    expect(acknowledged.filter((id) => !kept.has(id)).length).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
  },
  60_000,
);

/** What a program acknowledged until its power went, so many times. */
async function heardThrough(folder: string, program: string, times: number): Promise<string[]> {
  const disk = openDisk(folder);
  const heard: string[] = [];
  for (let round = 0; round < times; round += 1) {
    const running = disk.start(program);
    running.on('message', (said) => heard.push(String(said)));
    await once(running, 'message');
    await wait(Math.random() * 250);
    await disk.cut(running);
  }
  disk.remove();
  return heard;
}
