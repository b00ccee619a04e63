import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCounter } from '../../electron/counter.ts';
import { optionsFor } from '../../tests/desk.ts';
import { findUnfoldedCases } from './cases.ts';
import { connect } from './connection.ts';
import { findBrokenLink } from './journal.ts';

/** A register as the first version wrote it: 24 cases in every state that version knew, with slips and a full journal. */
const firstVersion = fileURLToPath(new URL('../../tests/fixtures/register-version-1.db.gz', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-migrate-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'register.db'), gunzipSync(readFileSync(firstVersion)));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a register of the first version opens with all it holds, every row as its events fold today', async () => {
  const before = connect(join(folder, 'register.db'), 'read');
  const kept = 'SELECT id, caseCode, status, dueAt, endedAt, timeliness, version FROM cases ORDER BY id';
  const slips = 'SELECT id, caseId, form, state, reprint FROM printJobs ORDER BY id';
  const [rows, jobs] = [before.prepare(kept).all(), before.prepare(slips).all()];
  before.close();
  expect(rows).toHaveLength(24);
  expect(jobs.length).toBeGreaterThan(5);

  const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  expect((await clerk.cases.list({})).total).toBe(24);
  const first = await clerk.cases.get({ id: 1 });
  expect(first.state).toMatchObject({ contentVersion: 1, registeredAt: '2026-03-02T08:10' });
  await counter.close();

  const after = connect(join(folder, 'register.db'), 'read');
  expect(after.prepare(kept).all()).toEqual(rows);
  expect(after.prepare(slips).all()).toEqual(jobs);
  expect(findUnfoldedCases(after)).toEqual([]);
  expect(findBrokenLink(after)).toBeNull();
  after.close();
  expect(readdirSync(join(folder, 'backups')).join()).toMatch(/before-version/);
});
