import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { dumpDigest } from './dump.ts';
import { findMiscounts } from './figures/tallies.ts';
import { findBrokenLink } from './journal.ts';
import { migrations } from './migrations/index.ts';
import { openRegister } from './register.ts';

/**
 * Registers as released versions wrote them: the first with 24 cases in every state that it knew, the sixth and the tenth with
 * an ordinary day of all ten, a list, slips, the tenth with money and ratings, the fourteenth with the figures of a leader, sums
 * and keys; the fifteenth and the nineteenth small ones, of an office with passwords, the latter with two people erased, a shift
 * opened again, requests about one's own data, a breach and the local network; all with a full journal. No program was released
 * at 16, 17 and 18: they came in one piece.
 */
const released = [
  { version: 1, cases: 24 },
  { version: 6, cases: 445 },
  { version: 10, cases: 445 },
  { version: 14, cases: 445 },
  { version: 15, cases: 9 },
  { version: 19, cases: 10 },
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
    await comeIn(clerk);
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

// The small ones: between them they take every step, and more than one its rows.
test.each([1, 15])(
  'a register of version %i whose upgrade was cut off behind any step goes on to the same whole',
  (version) => {
    const file = join(folder, 'register.db');
    const register = gunzipSync(readFileSync(fixtureOf(version)));
    const steps = migrations.filter((step) => step.version > version);
    const upgraded = (done: typeof steps): string => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(file, register);
      const cut = connect(file, 'write');
      for (const step of done) cut.exec(`BEGIN; ${step.sql}; PRAGMA user_version = ${step.version}; COMMIT`);
      cut.close();
      openRegister(folder).close();
      const db = connect(file, 'read');
      try {
        return dumpDigest(db);
      } finally {
        db.close();
      }
    };
    const whole = upgraded([]);
    for (let count = 1; count <= steps.length; count += 1)
      expect([count, upgraded(steps.slice(0, count)) === whole]).toEqual([count, true]);
  },
);

/** A register from before passwords: its administrator sets the first one at the PC, once. A sample asks for none. */
async function comeIn(clerk: ReturnType<Counter['caller']>): Promise<void> {
  const { signsInBy, people, person } = await clerk.session.current();
  if (signsInBy === 'name') return;
  if (signsInBy === 'password') {
    await clerk.session.signIn({ personId: 1, password: passwordOfTests });
    return;
  }
  expect({ signsInBy, person }).toEqual({ signsInBy: 'first', person: null });
  const manager = people.find(({ roles }) => roles.includes('administrator'));
  const input = { personId: manager?.id ?? 0, newPassword: passwordOfTests };
  expect((await clerk.session.claim(input)).person?.id).toBe(manager?.id);
  await expect(clerk.session.claim(input)).rejects.toMatchObject({ message: 'notAllowed' });
}
