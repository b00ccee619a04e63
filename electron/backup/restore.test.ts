import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Counter, openCounter } from '../../electron/counter.ts';
import { firstRun, optionsFor, reception } from '../../tests/desk.ts';
import { passwordOfTests, signInAt } from '../../tests/sign-in.ts';
import { listBackups } from '../register/backup/backup-list.ts';
import { connect, prepared } from '../register/connection.ts';
import { dumpDigest } from '../register/dump.ts';
import { storeFile } from '../register/files.ts';
import { entriesOf, findBrokenLink } from '../register/journal.ts';

const register = (folder: string) => join(folder, 'register.db');
let home: string;
let folder: string;
let stick: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mot-cua-restore-'));
  [folder, stick] = [join(home, 'data'), join(home, 'stick')];
  mkdirSync(stick);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

let now = '2025-04-24T09:15';
const open = (at = folder) =>
  openCounter({
    ...optionsFor(at),
    backups: { everyMs: 0, atClosing: false },
    clock: () => Date.parse(`${now}:00+07:00`),
    log: () => {},
  });
const clerkOf = (counter: Counter) => counter.caller({ kind: 'loopback', device: 'window' });
/** Opened again, with the same clerk signed in. */
async function openAgain(at = folder): Promise<Counter> {
  const counter = await open(at);
  await clerkOf(counter).session.signIn({ personId: 1, password: passwordOfTests });
  return counter;
}
/** The leader types his password beside the clerk, both see what will be lost. */
async function approvalIn(counter: Counter) {
  await signInAt(clerkOf(counter), counter.caller({ kind: 'loopback', device: 'leader-desk' }), 2);
  const { lack = null, head = '' } = (await clerkOf(counter).backups.restored()) ?? {};
  return { at: '2025-04-24T09:15', head, lack, approval: { personId: 2, password: passwordOfTests } };
}

async function officeWith(cases: number): Promise<Counter> {
  now = '2025-04-24T09:15';
  const counter = await open();
  await clerkOf(counter).setup.complete(firstRun({ name: 'Cầm Văn Tuấn', roles: ['leader'] }));
  for (let index = 0; index < cases; index += 1) await clerkOf(counter).cases.receive(reception());
  await counter.printed();
  return counter;
}

function digestOf(file: string): string {
  const db = connect(file, 'read');
  try {
    return dumpDigest(db);
  } finally {
    db.close();
  }
}
const faultOf = (fault: string) => ({ cause: { code: 'backupFailed', data: { fault } } });

test('backup, go on, restore: what comes back is what went in, and no number is given twice', async () => {
  const counter = await officeWith(3);
  const clerk = clerkOf(counter);
  await clerk.backups.write();
  now = '2025-04-24T09:40';
  const lost = await clerk.cases.receive(reception());
  const { copies } = await clerk.backups.list();
  const name = copies.at(-1)?.name ?? '';
  const before = digestOf(join(folder, 'backups', name));
  expect(await clerk.backups.restore({ kind: 'here', name })).toEqual({ filesMissing: 0 });
  expect(digestOf(join(folder, 'khoi-phuc', 'register.db'))).toBe(before);
  expect(await clerk.backups.restored()).toMatchObject({ cases: 3, at: '2025-04-24T09:15' });
  // Nothing is touched until it is taken, and then at the next opening.
  expect((await clerk.cases.list({})).total).toBe(4);
  const approval = await approvalIn(counter);
  await expect(
    clerk.backups.take({ ...approval, approval: { personId: 1, password: passwordOfTests } }),
  ).rejects.toThrow();
  await clerk.backups.take(approval);
  await counter.close();
  const again = await openAgain();
  expect((await clerkOf(again).cases.list({})).total).toBe(3);
  const next = await clerkOf(again).cases.receive(reception());
  expect(Number(next.caseCode.slice(-4))).toBe(Number(lost.caseCode.slice(-4)) + 1);
  await again.close();
  const db = connect(register(folder), 'read');
  expect(findBrokenLink(db)).toBeNull();
  const [told] = entriesOf(db, 'register').filter(({ kind }) => kind === 'register.restored');
  expect(told?.data).toMatchObject({
    by: 'Lò Thị Mai',
    approver: 'Cầm Văn Tuấn',
    copyOf: '2025-04-24T02:15:00.000Z',
  });
  db.close();
  // What worked until then lies aside, whole.
  const aside = connect(register(join(folder, 'so-cu-2025-04-24-0940')), 'read');
  expect(prepared(aside, 'SELECT caseCode FROM cases WHERE caseCode = ?').get(lost.caseCode)).toBeDefined();
  aside.close();
  expect(existsSync(join(folder, 'khoi-phuc'))).toBe(false);
});

test('from the second place on a bare machine: code, slips and numbers', async () => {
  const counter = await officeWith(2);
  const clerk = clerkOf(counter);
  const slip = storeFile(folder, Buffer.from('a slip'));
  const db = connect(register(folder), 'write');
  db.pragma('foreign_keys = OFF');
  const closing = "INSERT INTO bookClosings VALUES (2024, '2025-04-24T09:15', 1, 1, 1, 1, 1, ?, ?, '[]')";
  prepared(db, closing).run('0'.repeat(64), slip);
  db.close();
  const { code } = await clerk.backups.choosePlace({ place: stick });
  await clerk.backups.write();
  expect(await clerk.backups.list()).toMatchObject({ place: stick, fault: null, carriedAt: now });
  // Nothing of anybody lies open on a stick that is lost.
  const bytes = readdirSync(stick, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('');
  for (const secret of ['014196002187', 'SQLite format', 'a slip', (code ?? '').replaceAll('-', '')])
    expect(bytes).not.toContain(secret);
  await counter.close();

  const bare = join(home, 'bare');
  now = '2025-04-25T08:00';
  const fresh = await open(bare);
  const nobody = clerkOf(fresh);
  const [row] = (await nobody.backups.lookAt({ place: stick })).rows;
  expect(row).toMatchObject({ cases: 2, unit: 'Thị trấn Ít Ong', needsCode: true });
  const source = { kind: 'place', place: stick, path: row?.path ?? '' } as const;
  const wrong = 'ABCDE-ABCDE-ABCDE-ABCDE';
  await expect(nobody.backups.restore({ ...source, code: wrong })).rejects.toMatchObject(
    faultOf('wrongCode'),
  );
  expect(await nobody.backups.restored()).toBeNull();
  const typed = (code ?? '').toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(await nobody.backups.restore({ ...source, code: typed })).toEqual({ filesMissing: 0 });
  await nobody.backups.takeFirst();
  await fresh.close();
  const again = await openAgain(bare);
  const other = clerkOf(again);
  expect((await other.cases.list({})).total).toBe(2);
  expect((await other.session.current()).restored).toMatchObject({ by: null, loss: null, aside: null });
  expect(readFileSync(join(bare, 'files', slip), 'utf8')).toBe('a slip');
  // Nobody knows how many were received after the copy: the numbers of the book go on well above.
  const received = await other.cases.receive(reception());
  const { register: place } = { register: connect(register(bare), 'read') };
  const serials = prepared<{ serial: number }>(place, 'SELECT serial FROM cases ORDER BY id').all();
  expect(serials.at(-1)?.serial).toBeGreaterThan(50);
  expect(received.caseCode).toMatch(/-250425-/);
  expect(findBrokenLink(place)).toBeNull();
  place.close();
  await again.close();
});

test('a copy with one changed byte is never restored, here or from a stick', async () => {
  const counter = await officeWith(1);
  const clerk = clerkOf(counter);
  await clerk.backups.choosePlace({ place: stick });
  await clerk.backups.write();
  const [copy] = listBackups(folder);
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  const { path = '' } = (await clerk.backups.lookAt({ place: stick })).rows[0] ?? {};
  const [hereBytes, placeBytes] = [copy?.bytes ?? 0, readFileSync(path).length];
  for (const share of [0.02, 0.5, 0.9]) {
    flip(join(folder, 'backups', copy?.name ?? ''), Math.floor(hereBytes * share));
    await expect(clerk.backups.restore({ kind: 'here', name: copy?.name ?? '' })).rejects.toMatchObject(
      faultOf('different'),
    );
    flip(join(folder, 'backups', copy?.name ?? ''), Math.floor(hereBytes * share));
    flip(path, Math.floor(placeBytes * Math.max(share, 0.1)));
    const source = { kind: 'place', place: stick, path, code: '' } as const;
    await expect(clerk.backups.restore(source)).rejects.toMatchObject(faultOf('different'));
    flip(path, Math.floor(placeBytes * Math.max(share, 0.1)));
  }
  expect(existsSync(join(folder, 'khoi-phuc'))).toBe(false);
  await counter.close();
});

test('a stick that is pulled out is told, costs nothing here, and is caught up with when it is back', async () => {
  const counter = await officeWith(1);
  const clerk = clerkOf(counter);
  await clerk.backups.choosePlace({ place: stick });
  await clerk.backups.write();
  renameSync(stick, join(home, 'pocket'));
  // What many machines leave behind: the empty folder where it was.
  mkdirSync(stick);
  await clerk.cases.receive(reception());
  await clerk.backups.write();
  expect((await clerk.session.current()).backup.fault).toBe('gone');
  // The first was carried when the place was chosen.
  expect(listBackups(folder)).toHaveLength(3);
  expect(readdirSync(stick)).toEqual([]);
  rmSync(stick, { recursive: true });
  renameSync(join(home, 'pocket'), stick);
  await clerk.cases.receive(reception());
  await clerk.backups.write();
  expect((await clerk.session.current()).backup.fault).toBeNull();
  const whole = expect.objectContaining({ cases: 3, needsCode: false });
  expect((await clerk.backups.lookAt({ place: stick })).rows).toContainEqual(whole);
  await counter.close();
});

test('the drill restores the newest copy from the stick and tells when it does not come back', async () => {
  const counter = await officeWith(2);
  const clerk = clerkOf(counter);
  expect(await clerk.backups.drill()).toBeNull();
  await clerk.backups.write();
  expect(await clerk.backups.drill()).toMatchObject({ fault: null, where: 'here', cases: 2 });
  await clerk.backups.choosePlace({ place: stick });
  await clerk.backups.write();
  expect(await clerk.backups.drill()).toMatchObject({
    fault: null,
    where: 'place',
    cases: 2,
    filesMissing: 0,
  });
  const { path = '' } = (await clerk.backups.lookAt({ place: stick })).rows[0] ?? {};
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length - 100));
  expect(await clerk.backups.drill()).toMatchObject({ fault: 'different' });
  expect((await clerk.backups.list()).drill).toMatchObject({ fault: 'different', where: 'place' });
  expect(readdirSync(folder)).not.toContain('dien-tap');
  await counter.close();
});

test('only an administrator chooses the place and restores, once there is one', async () => {
  const counter = await officeWith(0);
  const stranger = counter.caller({ kind: 'loopback', device: 'other' });
  await expect(stranger.backups.drives()).rejects.toThrow('notSeated');
  await expect(stranger.backups.lookAt({ place: stick })).rejects.toThrow('notSeated');
  await expect(stranger.backups.restore({ kind: 'here', name: 'x' })).rejects.toThrow('notSeated');
  await expect(
    stranger.backups.take({ at: '', head: '', lack: null, approval: { personId: 2, password: 'x' } }),
  ).rejects.toThrow('notSeated');
  await expect(stranger.backups.takeFirst()).rejects.toThrow('alreadySetUp');
  await expect(
    clerkOf(counter).backups.restore({ kind: 'here', name: '../register.db' }),
  ).rejects.toMatchObject(faultOf('different'));
  await counter.close();
});

test('a kill between two moves of the taking is gone on with', async () => {
  const counter = await officeWith(2);
  await clerkOf(counter).backups.write();
  const [copy] = listBackups(folder);
  await clerkOf(counter).backups.restore({ kind: 'here', name: copy?.name ?? '' });
  await clerkOf(counter).backups.take(await approvalIn(counter));
  await counter.close();
  const aside = join(folder, 'so-cu-2025-04-24-0915');
  const moves: (() => void)[] = [
    () => {},
    () => mkdirSync(aside),
    () => renameSync(register(folder), register(aside)),
    () => renameSync(join(folder, 'khoi-phuc', 'register.db'), register(folder)),
    () => rmSync(join(folder, 'khoi-phuc'), { recursive: true }),
  ];
  const start = join(home, 'start');
  renameSync(folder, start);
  for (let killed = 0; killed < moves.length; killed += 1) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(start, folder, { recursive: true });
    for (const move of moves.slice(0, killed + 1)) move();
    const again = await openAgain();
    expect((await clerkOf(again).cases.list({})).total).toBe(2);
    await again.close();
    expect(existsSync(join(folder, 'take-restored.json'))).toBe(false);
    expect(existsSync(register(aside))).toBe(true);
  }
});
