import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiRouter } from '../../electron/api/index.ts';
import { openCounter } from '../../electron/counter.ts';
import { connect } from '../../electron/register/connection.ts';
import { entriesOf } from '../../electron/register/journal.ts';
import { type Desk, openDesk, optionsFor, reception } from '../desk.ts';
import { passwordOfTests, signInAt } from '../sign-in.ts';

/** ASVS 5.0 at every door of the counter, and of its sign-ins. The table is in SECURITY.md. */
let desk: Desk;
const logged: string[] = [];
beforeAll(async () => {
  desk = await openDesk('2025-04-24T08:00', undefined, false, { log: (line) => logged.push(line) });
});
afterAll(() => desk[Symbol.asyncDispose]());

const at = (device: string) => desk.counter.caller({ kind: 'loopback', device });
const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );
const ask = (path: string, init: RequestInit = {}) =>
  desk.counter.fetch(new Request(`http://counter${path}`, init), { kind: 'loopback', device: 'window' });

/** Somebody new who has a password, signed in at a desk of his own. */
async function colleague(name: string, device: string) {
  const { people } = await desk.clerk.people.add({ name, roles: ['officer'] });
  const id = people.at(-1)?.id ?? 0;
  await signInAt(desk.clerk, at(device), id);
  return id;
}

test('a command whose last write fails leaves nothing; the caller is told a number, the log the same and nobody (ASVS 2.3.3, 16.2.5, 16.3.4, 16.5.1)', async () => {
  const db = connect(join(desk.folder, 'register.db'), 'write');
  const counts = () =>
    ['cases', 'citizens', 'journal', 'printJobs'].map((table) =>
      db.prepare(`SELECT count(*) AS n FROM ${table}`).get(),
    );
  db.exec(`CREATE TRIGGER fault BEFORE INSERT ON journal WHEN NEW.kind LIKE 'case.%'
    BEGIN SELECT RAISE(ABORT, 'the disk burns'); END`);
  const before = counts();
  const reply = await desk.post('/api/cases.receive', reception());
  const text = await reply.text();
  db.exec('DROP TRIGGER fault');
  expect(counts()).toEqual(before);
  db.close();
  expect(reply.status).toBe(500);
  expect(text).not.toMatch(/disk burns|SELECT|journal|\.ts|node_modules/);
  const { incident } = JSON.parse(text).error.data.app;
  const lines = logged.filter((line) => line.includes(incident));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('the disk burns');
  expect(logged.join()).not.toMatch(/Lường|014196002187|0900000214/);
  expect((await desk.clerk.cases.receive(reception())).serial).toBe(1);
});

test('no command runs by a safe method (ASVS 3.5.3)', async () => {
  const procedures = Object.entries(
    apiRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
  );
  const commands = procedures.filter(([, { _def }]) => _def.type === 'mutation').map(([path]) => path);
  expect(commands.length).toBeGreaterThan(100);
  const replies = await Promise.all(commands.map(async (path) => [path, (await ask(`/api/${path}`)).status]));
  expect(replies.filter(([, status]) => status !== 405)).toEqual([]);
});

test('a question with an input is refused where it stands in the address (ASVS 14.2.1)', async () => {
  const input = encodeURIComponent(JSON.stringify({ text: '014196002187' }));
  const question = (path: string, init?: RequestInit) => ask(`${path}?input=${input}`, init);
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  for (const path of ['/api/citizens.find', '/api/citizens.find,cases.list', '/man-hinh/api/lookup.find'])
    for (const init of [{ method: 'GET' }, { method: 'HEAD' }, json]) {
      const reply = await question(path, init);
      expect(reply.status, path).toBe(400);
      if (init.method !== 'HEAD')
        expect(await reply.json(), path).toMatchObject({
          error: { message: 'invalidInput', data: { app: { code: 'invalidInput', fields: {} } } },
        });
    }
  // However its name is written.
  expect((await ask(`/api/citizens.find?%69nput=${input}`)).status).toBe(400);
  expect((await ask('/api/session.current')).status).toBe(200);
  const asked = await desk.post('/api/citizens.find', { text: '014196002187' });
  expect(asked.status).toBe(200);
});

test('no address reaches a file beside the pages and papers (ASVS 5.3.2)', async () => {
  const ways = ['..%2fregister.db', '%2e%2e/register.db', '..%5cregister.db', '..%252fregister.db'];
  const roots = ['/files/', '/assets/', '/', '/files/a/../../'];
  const found = await Promise.all(
    roots.flatMap((root) => ways.map(async (way) => [root + way, (await ask(root + way)).status])),
  );
  expect(found.filter(([, status]) => status !== 404)).toEqual([]);
});

test('a password changes with the one before, and ends every other sign-in (ASVS 6.2.2, 6.2.3, 7.4.3)', async () => {
  const id = await colleague('Vàng Thị Sua', 'one');
  await at('two').session.signIn({ personId: id, password: passwordOfTests });
  const change = (password: string) =>
    refused(at('one').accounts.setPassword({ password, newPassword: 'con trâu đi trước' }));
  expect(await change('đoán thử xem')).toBe('wrongPassword');
  await at('two').cases.list({});
  desk.setTime('2025-04-24T08:10');
  expect(await change(passwordOfTests)).toBe('done');
  await at('one').cases.list({});
  expect(await refused(at('two').cases.list({}))).toBe('notSeated');
  expect(await refused(at('two').session.signIn({ personId: id, password: passwordOfTests }))).toBe(
    'wrongPassword',
  );
});

test('a new register has no account, no password and no code (ASVS 6.3.2)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-asvs-'));
  const counter = await openCounter({ ...optionsFor(folder), isDurable: false, log: () => {} });
  const caller = counter.caller({ kind: 'loopback', device: 'window' });
  expect((await caller.session.current()).people).toEqual([]);
  for (const personId of [1, 2, 3])
    for (const password of ['admin', 'password', passwordOfTests])
      expect(await refused(caller.session.signIn({ personId, password }))).toBe('notFound');
  const recover = { personId: 1, code: '00000-00000-00000-00000', newPassword: 'con trâu đi trước' };
  expect(await refused(caller.session.recover(recover))).toBe('notAllowed');
  await counter.close();
  rmSync(folder, { recursive: true, force: true });
});

test('who left is signed out everywhere and never comes in again, and a manager ends whomever he must (ASVS 7.4.2, 7.4.5)', async () => {
  const id = await colleague('Hờ A Dơ', 'four');
  await at('five').session.signIn({ personId: id, password: passwordOfTests });
  await desk.clerk.accounts.startCode({ personId: id });
  for (const device of ['four', 'five']) expect(await refused(at(device).cases.list({}))).toBe('notSeated');
  await signInAt(desk.clerk, at('four'), id);
  await desk.clerk.people.setActive({ id, active: false });
  expect(await refused(at('four').cases.list({}))).toBe('notSeated');
  expect(await refused(at('four').session.signIn({ personId: id, password: passwordOfTests }))).toBe(
    'notFound',
  );
  expect(await refused(desk.clerk.accounts.startCode({ personId: id }))).toBe('notFound');
});

test('signing in, failing, locking, a new password and leaving stand in the journal, without any secret (ASVS 16.3.1)', async () => {
  const id = await colleague('Mùa Thị Chư', 'six');
  await refused(at('seven').session.signIn({ personId: id, password: 'đoán thử xem' }));
  await at('six').session.lock();
  await at('six').session.unlock({ password: passwordOfTests });
  await at('six').accounts.setPassword({ password: passwordOfTests, newPassword: 'con trâu đi trước' });
  await at('six').session.signOut();
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const entries = entriesOf(db, `person:${id}`);
  db.close();
  expect(entries.map(({ kind }) => kind)).toEqual([
    'person.added',
    'account.startCode',
    'account.passwordSet',
    'session.signedIn',
    'signIn.failed',
    'session.locked',
    'session.unlocked',
    'account.passwordSet',
    'session.signedOut',
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/hàng cau|con trâu|đoán thử/);
});

test('a password of a hundred characters counts to its last, and is good after years (ASVS 6.2.9, 6.2.10)', async () => {
  const id = await colleague('Giàng A Chống', 'long');
  const long = 'đường lên bản xa, '.repeat(6);
  expect(long.length).toBeGreaterThan(100);
  await at('long').accounts.setPassword({ password: passwordOfTests, newPassword: long });
  const signIn = (password: string) => refused(at('other').session.signIn({ personId: id, password }));
  expect(await signIn(long.slice(0, -1))).toBe('wrongPassword');
  desk.setTime('2031-04-24T08:10');
  expect(await signIn(long)).toBe('done');
});
