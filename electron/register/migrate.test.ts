import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Counter, openCounter } from '../../electron/counter.ts';
import { optionsFor } from '../../tests/desk.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { listBackups } from './backup/backup-list.ts';
import { findUnfoldedCases } from './cases/cases.ts';
import { connect } from './connection.ts';
import { findMiscounts } from './figures/tallies.ts';
import { findBrokenLink } from './journal.ts';
import { migrations } from './migrations/index.ts';

/**
 * Registers as released versions wrote them: the first with 24 cases in every state that it knew, the sixth and the tenth with
 * an ordinary day of all ten, a list, slips, the tenth with money and ratings, the fourteenth with the figures of a leader, sums
 * and keys; all with a full journal.
 */
const released = [
  { version: 1, cases: 24 },
  { version: 6, cases: 445 },
  { version: 10, cases: 445 },
  { version: 14, cases: 445 },
];
const fixtureOf = (version: number) =>
  fileURLToPath(new URL(`../../tests/fixtures/register-version-${version}.db.gz`, import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(released)(
  'a register of version $version opens with all it holds, every row as its events fold today',
  async ({ version, cases }) => {
    writeFileSync(join(folder, 'register.db'), gunzipSync(readFileSync(fixtureOf(version))));
    const before = connect(join(folder, 'register.db'), 'read');
    const kept = 'SELECT id, caseCode, status, dueAt, endedAt, timeliness, version FROM cases ORDER BY id';
    const slips = 'SELECT id, caseId, form, state, reprint FROM printJobs ORDER BY id';
    const [rows, jobs] = [before.prepare(kept).all(), before.prepare(slips).all()];
    before.close();
    expect(rows).toHaveLength(cases);
    expect(jobs.length).toBeGreaterThan(2);

    const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
    const clerk = counter.caller({ kind: 'loopback', device: 'window' });
    await setFirstPassword(clerk);
    expect((await clerk.cases.list({})).total).toBe(cases);
    const first = await clerk.cases.get({ id: 1 });
    expect(first.state.contentVersion).toBe(1);
    expect(first.state.registeredAt).toMatch(/^202\d-\d\d-\d\dT/);
    await counter.close();

    const after = connect(join(folder, 'register.db'), 'read');
    expect(after.prepare(kept).all()).toEqual(rows);
    expect(after.prepare(slips).all()).toEqual(jobs);
    expect(findUnfoldedCases(after)).toEqual([]);
    expect(findMiscounts(after)).toEqual([]);
    expect(findBrokenLink(after)).toBeNull();
    after.close();
    const isOld = version < (migrations.at(-1)?.version ?? 0);
    expect(listBackups(folder)).toMatchObject(isOld ? [{ reason: 'version', version, cases }] : []);
  },
);

/** A register from before passwords: its administrator sets the first one at the PC, once. A sample asks for none. */
async function setFirstPassword(clerk: ReturnType<Counter['caller']>): Promise<void> {
  const { signsInBy, people, person } = await clerk.session.current();
  if (signsInBy === 'name') return;
  expect({ signsInBy, person }).toEqual({ signsInBy: 'first', person: null });
  const manager = people.find(({ roles }) => roles.includes('administrator'));
  const input = { personId: manager?.id ?? 0, newPassword: passwordOfTests };
  expect((await clerk.session.claim(input)).person?.id).toBe(manager?.id);
  await expect(clerk.session.claim(input)).rejects.toMatchObject({ message: 'notAllowed' });
}
