import { randomUUID } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, optionsFor, reception } from '../../../tests/desk.ts';
import { lockAtOpening } from '../../../tests/locked.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { openCounter } from '../../counter.ts';
import { writeBackup } from '../backup/backup.ts';
import { listBackups } from '../backup/backup-list.ts';
import { findUnfoldedCases } from '../cases/cases.ts';
import { connect, prepared, type Reader } from '../connection.ts';
import { findMiscounts } from '../figures/tallies.ts';
import { findBrokenLink } from '../journal.ts';
import { addLanDevice, revokeLanDevice, saveLanDoor } from '../lan.ts';
import { keepKey, kindOfFile } from '../locking/keyring.ts';
import { findUnfoldedPayments } from '../money/payments.ts';
import { openRegister } from '../register.ts';
import { findUntoldBreaches, findUntoldLists, findUntoldNotices } from '../told-rows.ts';
import { carveJournal } from './carve.ts';
import { openEmergency } from './emergency.ts';
import { restoreBackup } from './restore.ts';
import { salvage } from './salvage.ts';

const base = mkdtempSync(join(tmpdir(), 'mot-cua-salvage-'));
const whole = join(base, 'whole');
const received: string[] = [];

beforeAll(async () => {
  await using desk = await openDesk();
  // The copy of before the first case: it knows none of the day's numbers.
  const early = connect(join(desk.folder, 'register.db'), 'read');
  writeBackup(early, desk.folder);
  early.close();
  for (let count = 0; count < 40; count += 1)
    received.push((await desk.clerk.cases.receive(reception())).caseCode);
  // As a kill leaves it: the log not folded.
  cpSync(desk.folder, whole, { recursive: true });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function copy(name: string): string {
  const folder = join(base, name);
  cpSync(whole, folder, { recursive: true });
  return folder;
}

const at = ['2025-04-24T03:00:00Z', '2025-04-24T10:00'] as const;

function codesOf(folder: string): string[] {
  const db = connect(join(folder, 'register.db'), 'read');
  try {
    expect([findBrokenLink(db), findUnfoldedCases(db), findUnfoldedPayments(db), findMiscounts(db)]).toEqual([
      null,
      [],
      [],
      [],
    ]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    return prepared<{ caseCode: string }>(db, 'SELECT caseCode FROM cases ORDER BY id')
      .all()
      .map(({ caseCode }) => caseCode);
  } finally {
    db.close();
  }
}

async function receivesIn(folder: string): Promise<{ caseCode: string; serial: number }> {
  const counter = await openCounter({
    ...optionsFor(folder),
    clock: () => Date.parse('2025-04-24T10:05:00+07:00'),
    log: () => {},
  });
  try {
    const clerk = counter.caller({ kind: 'loopback', device: 'window' });
    // Where the accounts are lost, the first password is set anew at the PC itself, as in a register from before.
    const mai = { personId: 1, password: passwordOfTests };
    await clerk.session
      .signIn(mai)
      .catch(() => clerk.session.claim({ personId: 1, newPassword: passwordOfTests }));
    return await clerk.cases.receive(reception());
  } finally {
    await counter.close();
  }
}

test('every entry of the journal is read off the pages and the log as it was written', () => {
  const found = carveJournal(join(whole, 'register.db'));
  const db = connect(join(whole, 'register.db'), 'read');
  const rows = prepared<{ seq: number; hash: Buffer }>(db, 'SELECT seq, hash FROM journal').all();
  db.close();
  expect(rows.filter(({ seq, hash }) => !found.get(seq)?.some((row) => row.hash.equals(hash)))).toEqual([]);
});

test('a register whose first page is gone comes back whole from its journal, and goes on counting', async () => {
  const folder = copy('headless');
  rmSync(join(folder, 'register.db-shm'), { force: true });
  const fold = connect(join(folder, 'register.db'), 'write');
  fold.close();
  const before = readFileSync(join(folder, 'register.db'));
  const file = openSync(join(folder, 'register.db'), 'r+');
  writeSync(file, Buffer.alloc(4096), 0, 4096, 0);
  closeSync(file);
  const { report, aside } = salvage(folder, ...at);
  expect(report).toMatchObject({ lostEntries: 0, cases: 40, lostCases: [] });
  expect(codesOf(folder)).toEqual(received);
  expect(readFileSync(join(aside ?? '', 'register.db')).subarray(4096)).toEqual(before.subarray(4096));
  expect((await receivesIn(folder)).serial).toBe(41);
});

test('what citizens were told, lists and breaches come back from the journal as they were written last; an older row does not stay', async () => {
  await using desk = await openDesk();
  const { clerk, folder } = desk;
  const { id: caseId } = await clerk.cases.receive(reception({ slips: [] }));
  const text = 'Hồ sơ đã nhận';
  const tell = () =>
    clerk.notices.sent({ formKey: randomUUID(), caseId, occasion: 'received', channel: 'phone', text });
  const breach = { foundAt: '2025-04-24T08:40', what: 'Mất USB chép danh sách', people: 12 };
  await tell();
  const { id, version } = await clerk.breaches.save({ breach, known: null });
  const open = connect(join(folder, 'register.db'), 'read');
  writeBackup(open, folder);
  await tell();
  await clerk.batches.handOver({
    cases: [{ id: caseId, version: 1 }],
    toPersonId: desk.officerId,
    notes: '',
  });
  await desk.officer.batches.handOverResults({ cases: [{ id: caseId, version: 2 }], notes: '' });
  await clerk.breaches.save({ breach: { ...breach, people: 120 }, known: { id, version } });
  const rowsOf = (db: Reader) => ({
    notices: prepared(db, 'SELECT * FROM notices ORDER BY id').all(),
    lists: prepared(db, 'SELECT * FROM batches').all(),
    breaches: prepared<{ id: number; version: number; content: string }>(db, 'SELECT * FROM breaches')
      .all()
      .map((row) => ({ ...row, content: JSON.parse(row.content) })),
  });
  const rows = rowsOf(open);
  open.close();
  const lost = join(base, 'told');
  cpSync(folder, lost, { recursive: true });
  const path = join(lost, 'register.db');
  connect(path, 'write').close();
  writeFileSync(path, readFileSync(path).fill(0, 0, 4096));
  const withoutCopy = join(base, 'told-alone');
  cpSync(lost, withoutCopy, { recursive: true });
  rmSync(join(withoutCopy, 'backups'), { recursive: true });
  for (const place of [lost, withoutCopy]) {
    salvage(place, ...at);
    const db = connect(join(place, 'register.db'), 'read');
    expect(rowsOf(db)).toEqual(rows);
    expect([findUntoldNotices(db), findUntoldLists(db), findUntoldBreaches(db)]).toEqual([[], [], []]);
    db.close();
  }
});

test('pages gone in the middle: what is lost is said, the rest is whole', async () => {
  const folder = copy('holes');
  connect(join(folder, 'register.db'), 'write').close();
  const path = join(folder, 'register.db');
  const pages = statSync(path).size / 4096;
  const file = openSync(path, 'r+');
  for (let page = 5; page < pages; page += 6) writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
  closeSync(file);
  const { report } = salvage(folder, ...at);
  const codes = codesOf(folder);
  expect(codes).toHaveLength(report.cases);
  expect(report.lostEntries + report.torn.length).toBeGreaterThan(0);
  expect(received).toEqual(expect.arrayContaining(codes));
  await receivesIn(folder);
});

test('the first page of a locked register gone: its entries are read page by page, and what is made of them is locked', () => {
  const folder = copy('locked');
  const key = lockAtOpening(folder);
  openRegister(folder).close();
  const file = openSync(join(folder, 'register.db'), 'r+');
  writeSync(file, Buffer.alloc(4096, 7), 0, 4096, 0);
  closeSync(file);
  expect(salvage(folder, ...at).report).toMatchObject({
    cases: received.length,
    lostEntries: 0,
    lostCases: [],
  });
  expect(codesOf(folder)).toEqual(received);
  expect(kindOfFile(join(folder, 'register.db'))).toBe('locked');
  keepKey(folder, null);
  expect(() => codesOf(folder)).toThrow('file is not a database');
  keepKey(folder, key);
});

test('an emergency register knows its people, has numbers of its own and nobody in it', async () => {
  const folder = copy('emergency');
  writeFileSync(join(folder, 'register.db'), readFileSync(join(folder, 'register.db')).fill(0, 0, 4096));
  const aside = openEmergency(folder, ...at);
  expect(readdirSync(aside ?? '')).toContain('register.db-wal');
  expect(codesOf(folder)).toEqual([]);
  const { serial, caseCode } = await receivesIn(folder);
  expect(serial).toBeGreaterThan(5000);
  expect(received).not.toContain(caseCode);
});

test.each([
  ['an emergency register', openEmergency],
  ['what a salvage puts together', salvage],
])('%s opens no door to the network, and no device that was revoked is paired again', (_, make) => {
  const folder = copy(make.name);
  const db = connect(join(folder, 'register.db'), 'write');
  const key = new Uint8Array(4);
  const keys = { authority: key, authorityKey: key, leaf: key, leafKey: key };
  const place = { address: '10.1.1.2', interfaceName: 'eth0', prefix: 24, hostName: 'mot-cua.local' };
  saveLanDoor(db, { isOn: true, ...place, ...keys });
  const device = { kind: 'counter', desk: null, roles: null, pairedBy: null, atMs: 1 } as const;
  const [stolen] = ['Quầy 2', 'Quầy 3'].map((name, n) =>
    addLanDevice(db, { ...device, name, tokenHash: Buffer.alloc(32, n) }),
  );
  writeBackup(db, folder);
  revokeLanDevice(db, stolen ?? 0, 1, 2);
  db.close();
  writeFileSync(join(folder, 'register.db'), readFileSync(join(folder, 'register.db')).fill(0, 0, 4096));
  make(folder, ...at);
  const made = connect(join(folder, 'register.db'), 'read');
  expect(made.prepare('SELECT isOn FROM lanDoor').all()).toEqual([{ isOn: 0 }]);
  expect(made.prepare('SELECT name FROM lanDevices WHERE revokedAt IS NULL').all()).toEqual([]);
  made.close();
});

test('a copy of before the day, put back, gives none of the numbers that are on paper', async () => {
  const folder = copy('restored');
  writeFileSync(join(folder, 'register.db'), readFileSync(join(folder, 'register.db')).fill(0, 0, 4096));
  const [backup] = listBackups(folder);
  if (!backup) throw new Error('no copy');
  restoreBackup(folder, backup.name, ...at);
  expect(codesOf(folder)).toEqual([]);
  // Nobody is in again who may have been signed out since.
  const made = connect(join(folder, 'register.db'), 'read');
  expect(made.prepare('SELECT count(*) AS n FROM signIns WHERE endedAt IS NULL').get()).toEqual({ n: 0 });
  made.close();
  const { serial, caseCode } = await receivesIn(folder);
  expect(received).not.toContain(caseCode);
  expect(serial).toBeGreaterThan(40);
});
