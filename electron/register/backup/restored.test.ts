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
import { afterAll, expect, test } from 'vitest';
import { connect, type Writer } from '../connection.ts';
import { setAside } from '../damage/set-aside.ts';
import { appendEntry } from '../journal.ts';
import { makeRegister } from '../register.ts';
import { writeBackup } from './backup.ts';
import { backupsFolder, listBackups } from './backup-list.ts';
import { askToTake, putTogether, takeRestored } from './restored.ts';

const base = mkdtempSync(join(tmpdir(), 'mot-cua-restored-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A register with a copy, and a note in it of what was worked since. */
function office() {
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
  const open = connect(file, 'read');
  writeBackup(open, folder);
  open.close();
  const ask = (officeTime: string) => {
    const [copy] = listBackups(folder);
    if (!copy) throw new Error('no copy');
    putTogether(folder, copy, [readFileSync(join(backupsFolder(folder), copy.name))]);
    const taking = { at: '2025-03-31T03:10:00Z', today: '2025-03-31', officeTime, device: 'window' };
    askToTake(folder, { ...taking, by: 'Mai', approver: 'Hà' });
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
