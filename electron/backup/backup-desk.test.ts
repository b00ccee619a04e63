import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Counter, openCounter } from '../../electron/counter.ts';
import { firstRun, optionsFor, reception } from '../../tests/desk.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { listBackups } from '../register/backup/backup-list.ts';
import { connect, prepared } from '../register/connection.ts';
import { usualTimes } from './backup-desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let now = '2025-04-24T09:15';
const open = (backups = { everyMs: 0, atClosing: true }) =>
  openCounter({ ...optionsFor(folder), backups, clock: () => Date.parse(`${now}:00+07:00`), log: () => {} });
const clerkOf = (counter: Counter) => counter.caller({ kind: 'loopback', device: 'window' });
const setUp = (counter: Counter) =>
  clerkOf(counter).setup.complete(firstRun({ name: 'Cầm Văn Tuấn', roles: ['leader'] }));
const kinds = () => {
  const db = connect(join(folder, 'register.db'), 'read');
  const rows = prepared<{ kind: string; data: string }>(
    db,
    "SELECT kind, data FROM journal WHERE subject = 'backup' ORDER BY seq",
  ).all();
  db.close();
  return rows.map(({ kind, data }) => ({ kind, data: JSON.parse(data) }));
};

test('an office loses a quarter of an hour at most, and nothing at closing', () => {
  expect(usualTimes).toEqual({ everyMs: 900_000, atClosing: true });
});

test('closing writes a verified copy when something changed, and only then', async () => {
  const unused = await open();
  await unused.close();
  expect(listBackups(folder)).toEqual([]);
  const counter = await open();
  await setUp(counter);
  await clerkOf(counter).cases.receive(reception());
  await counter.close();
  const [copy, ...rest] = listBackups(folder);
  expect(rest).toEqual([]);
  expect(copy).toMatchObject({ reason: 'closing', cases: 1, unit: 'Thị trấn Ít Ong' });
  expect(kinds()).toMatchObject([{ kind: 'backup.written', data: { head: copy?.head, seq: copy?.seq } }]);
  // Its own entry is no change.
  await (await open()).close();
  expect(listBackups(folder)).toHaveLength(1);
  expect(readdirSync(join(folder, 'backups')).sort()).toEqual(
    [copy?.name.replace('.db', '.json'), copy?.name].sort(),
  );
});

test('each copy says what it lacks of the register as it is now', async () => {
  const counter = await open();
  await setUp(counter);
  const clerk = clerkOf(counter);
  await clerk.backups.write();
  expect((await clerk.backups.list()).copies[0]?.lack).toMatchObject({ minutes: 0, cases: 0, entries: 0 });
  now = '2025-04-24T09:52';
  const codes = [];
  for (const name of ['Lò Văn A', 'Lò Văn B', 'Lò Văn C'])
    codes.push((await clerk.cases.receive(reception({ name }))).caseCode);
  const { copies, isChanged } = await clerk.backups.list();
  expect(isChanged).toBe(true);
  expect(copies[0]?.lack).toMatchObject({
    minutes: 37,
    cases: 3,
    firstCode: codes[0],
    lastCode: codes[2],
    touched: 0,
  });
  expect((await clerk.session.current()).backup).toMatchObject({
    lastAt: '2025-04-24T02:15:00.000Z',
    fault: null,
  });
  await counter.close();
});

test('while something changes it is written by the clock', async () => {
  const counter = await open({ everyMs: 30, atClosing: false });
  await setUp(counter);
  await expect.poll(() => listBackups(folder).length, { timeout: 10_000 }).toBe(1);
  await clerkOf(counter).cases.receive(reception());
  await expect.poll(() => listBackups(folder).length, { timeout: 10_000 }).toBe(2);
  expect(listBackups(folder).every(({ reason }) => reason === 'interval')).toBe(true);
  await counter.close();
});

test('a copy that fails says why until one succeeds, also after a restart, and leaves nothing behind', async () => {
  const first = await open({ everyMs: 0, atClosing: false });
  await setUp(first);
  // A file where the folder should be.
  writeFileSync(join(folder, 'backups'), '');
  await expect(clerkOf(first).backups.write()).rejects.toMatchObject({
    cause: { code: 'backupFailed', data: { fault: 'unwritable' } },
  });
  await expect(clerkOf(first).backups.write()).rejects.toThrow();
  await first.close();
  expect(kinds()).toMatchObject([{ kind: 'backup.failed', data: { fault: 'unwritable' } }]);
  const second = await open({ everyMs: 0, atClosing: false });
  await clerkOf(second).session.signIn({ personId: 1, password: passwordOfTests });
  expect((await clerkOf(second).session.current()).backup.fault).toBe('unwritable');
  rmSync(join(folder, 'backups'));
  await clerkOf(second).backups.write();
  expect((await clerkOf(second).session.current()).backup.fault).toBeNull();
  await second.close();
});

test('what a kill left unfinished is swept and never offered', async () => {
  const counter = await open();
  await setUp(counter);
  await counter.close();
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  writeFileSync(join(backups, 'register-20250424T080000Z.db.tmp'), 'half');
  writeFileSync(join(backups, 'register-20250424T080000Z.db'), 'without what it holds');
  // What another program holds open cannot be removed; a folder neither.
  mkdirSync(join(backups, 'register-20250424T080001Z.db.tmp'));
  expect(listBackups(folder)).toHaveLength(1);
  await (await open()).close();
  expect(readdirSync(backups)).toHaveLength(3);
});

test('a folder of copies that was pulled within one takes the next, also in the same second', async () => {
  const counter = await open({ everyMs: 0, atClosing: false });
  await setUp(counter);
  const stamp = new Date(Date.parse(`${now}:00+07:00`)).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  mkdirSync(join(folder, 'backups'), { recursive: true });
  writeFileSync(join(folder, 'backups', `register-${stamp}Z.db.tmp`), 'half');
  const { name } = await clerkOf(counter).backups.write();
  expect(name).toBe(`register-${stamp}Z.db`);
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(2);
  await counter.close();
});

test('a register with a fault makes no copy that counts', async () => {
  const counter = await open({ everyMs: 0, atClosing: false });
  await setUp(counter);
  await clerkOf(counter).cases.receive(reception());
  const other = connect(join(folder, 'register.db'), 'write');
  for (const { name } of prepared<{ name: string }>(
    other,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'",
  ).all())
    other.exec(`DROP TRIGGER "${name}"`);
  other.exec("UPDATE journal SET data = '{}' WHERE seq = (SELECT max(seq) FROM journal)");
  other.close();
  await expect(clerkOf(counter).backups.write()).rejects.toMatchObject({
    cause: { code: 'backupFailed', data: { fault: 'unsound' } },
  });
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  await counter.close();
});
