import {
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
import Database from 'better-sqlite3';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { connect, type Writer } from '../connection.ts';
import { setAside } from '../damage/set-aside.ts';
import { appendEntry, entriesOf } from '../journal.ts';
import { makeRegister, openRegister } from '../register.ts';
import { writeBackup } from './backup.ts';
import { backupsFolder, listBackups } from './backup-list.ts';
import { putTogether } from './restored.ts';
import { askToTake, takeRestored } from './taking.ts';

const base = mkdtempSync(join(tmpdir(), 'mot-cua-restored-'));
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A register with a copy, what was done to it in SQL, and a note in it of what was worked since. */
function office(sql = '') {
  const folder = mkdtempSync(join(base, 'office-'));
  const file = join(folder, 'register.db');
  makeRegister(file);
  const note = (text: string) => {
    const db = connect(file, 'write');
    const by = { at: '2025-03-31T01:00:00Z', personId: null, device: '', subject: 'note', kind: 'note' };
    db.transaction((tx: Writer) => appendEntry(tx, { ...by, data: { text } })).immediate(db);
    db.close();
  };
  note('the beginning');
  const db = connect(file, 'write');
  db.exec(sql);
  db.close();
  const open = connect(file, 'read');
  writeBackup(open, folder);
  open.close();
  const ask = (officeTime: string) => {
    const [copy] = listBackups(folder);
    if (!copy) throw new Error('no copy');
    putTogether(folder, copy, [readFileSync(join(backupsFolder(folder), copy.name))]);
    const taking = { at: '2025-03-31T03:10:00Z', today: '2025-03-31', officeTime, device: 'window' };
    askToTake(folder, { ...taking, by: 'Mai', approver: 'Hà' }, copy.head);
  };
  return { folder, file, note, ask };
}

/** The last note of a register that lies somewhere, and what the last restore says of where the one before it lies. */
function told(file: string, kind = 'note') {
  const db = connect(file, 'read');
  const row = db
    .prepare<[string], { data: string }>('SELECT data FROM journal WHERE kind = ? ORDER BY seq DESC LIMIT 1')
    .get(kind);
  db.close();
  return JSON.parse(row?.data ?? '{}');
}

const asides = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('so-cu-'));

test('restores of one minute, and of a clock that was put back to it, lay every register aside by itself', () => {
  const { folder, file, note, ask } = office();
  const laid = ['work of the morning', 'a little', 'the hour that came twice'].map((text) => {
    note(text);
    ask('2025-03-31T10:10');
    takeRestored(folder);
    return told(file, 'register.restored').aside;
  });
  expect(asides(folder).toSorted()).toEqual(laid.toSorted());
  expect(laid.map((name) => told(join(folder, name, 'register.db')).text)).toEqual([
    'work of the morning',
    'a little',
    'the hour that came twice',
  ]);
});

test('a folder that came in between is not gone over, and a taking that a kill cut short goes on in its own', () => {
  const { folder, file, note, ask } = office();
  note('work of the morning');
  ask('2025-03-31T10:10');
  const first = join(folder, 'so-cu-2025-03-31-1010');
  mkdirSync(first);
  writeFileSync(join(first, 'register.db'), 'of somebody else');
  takeRestored(folder);
  expect(readFileSync(join(first, 'register.db'), 'utf8').slice(0, 16)).toBe('of somebody else');
  const { aside } = told(file, 'register.restored');
  expect(told(join(folder, aside, 'register.db')).text).toBe('work of the morning');

  note('the afternoon');
  ask('2025-03-31T14:00');
  // Cut short between the log and the register itself.
  const second = join(folder, 'so-cu-2025-03-31-1400');
  mkdirSync(second);
  writeFileSync(join(second, 'register.db-shm'), '');
  takeRestored(folder);
  expect(told(join(second, 'register.db')).text).toBe('the afternoon');
  expect(existsSync(`${second}-2`)).toBe(false);
});

test('a damaged register is not moved over one whose move a kill cut short', () => {
  const { folder, file, note } = office();
  note('damaged first');
  const unfinished = join(folder, 'so-hong', 'dang-chuyen');
  mkdirSync(unfinished, { recursive: true });
  renameSync(file, join(unfinished, 'register.db'));
  makeRegister(file);
  note('damaged next');
  const place = setAside(folder, '2025-03-31T10:10');
  expect(told(join(place ?? '', 'register.db')).text).toBe('damaged next');
  const others = readdirSync(join(folder, 'so-hong')).map((name) => join(folder, 'so-hong', name));
  expect(others.map((one) => told(join(one, 'register.db')).text).toSorted()).toEqual([
    'damaged first',
    'damaged next',
  ]);
});

test('a full disk leaves both as they are, and the next start goes on', () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { folder, file, note, ask } = office();
  note('work of the morning');
  ask('2025-03-31T10:10');
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  vi.spyOn(Database.prototype, 'transaction').mockImplementationOnce(() => {
    throw full;
  });
  expect(() => takeRestored(folder)).toThrow(expect.objectContaining({ finding: { kind: 'diskFull' } }));
  expect([told(file).text, asides(folder)]).toEqual(['work of the morning', []]);
  takeRestored(folder);
  expect([told(file).text, asides(folder)]).toEqual(['the beginning', ['so-cu-2025-03-31-1010']]);
});

test('a copy that cannot be made ready is given up, and the journal of the register that stays says so', () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { folder, file, note, ask } = office(
    `CREATE TRIGGER takesNothing BEFORE INSERT ON journal WHEN NEW.kind = 'register.restored'
     BEGIN SELECT RAISE(ABORT, 'takes nothing'); END`,
  );
  note('work of the morning');
  ask('2025-03-31T10:10');
  takeRestored(folder);
  expect([told(file).text, asides(folder), existsSync(join(folder, 'khoi-phuc'))]).toEqual([
    'work of the morning',
    [],
    false,
  ]);
  // A kill came between the entry and the end of what waits to be told.
  const waits = join(folder, 'take-refused.json');
  const kept = readFileSync(waits);
  for (const _ of [1, 2]) {
    writeFileSync(waits, kept);
    openRegister(folder).close();
  }
  const db = connect(file, 'read');
  const entries = entriesOf(db, 'register').filter(({ kind }) => kind === 'register.restoreRefused');
  db.close();
  expect(entries.map(({ at, data }) => [at, data])).toEqual([
    ['2025-03-31T03:10:00Z', expect.objectContaining({ by: 'Mai', approver: 'Hà', why: 'failed' })],
  ]);
});
