import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { lockAtOpening, makeLock } from '../../../tests/locked.ts';
import { backUp, writeBackup } from '../backup/backup.ts';
import { backupsFolder, dropUnfinished, listBackups } from '../backup/backup-list.ts';
import { connect } from '../connection.ts';
import { appendEntry, entriesOf } from '../journal.ts';
import { openRegister } from '../register.ts';
import { keyFilePath, wantsKey, writeKeyFile } from './key-file.ts';
import { keepKey, kindOfFile } from './keyring.ts';
import { isRestLeft, lockRest, markRest, openCopies } from './lock-rest.ts';
import { askToLock, findLockFault, lockedAside } from './locking.ts';

const made = mkdtempSync(join(tmpdir(), 'mot-cua-locking-'));
let folder: string;
beforeAll(() => {
  const register = openRegister(made);
  register.transact((tx) => appendEntry(tx, { ...entry, data: 'Lường Thị Thu Hằng' }));
  writeBackup(register.read, made);
  register.close();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-locking-'));
  cpSync(made, folder, { recursive: true });
});
afterEach(() => {
  keepKey(folder, null);
  rmSync(folder, { recursive: true, force: true });
});

const at = '2025-04-24T02:15:00.000Z';
const entry = { at, personId: null, device: '', kind: 'office.noted', subject: 'office' };
const asked = { at, by: 'Lò Thị Mai', approver: 'Cầm Văn Tuấn', device: 'window' };
const file = () => join(folder, 'register.db');

function lockAgain(): void {
  lockAtOpening(folder);
  openRegister(folder).close();
  lockRest(folder);
}
function unlockAgain(): void {
  askToLock(folder, { way: 'unlock', lock: null, ...asked });
  openRegister(folder).close();
}
const readable = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.db/.test(name))
    .filter((name) => readFileSync(join(folder, name)).includes('Lường Thị Thu Hằng'));
const kinds = () => listBackups(folder).map(({ name }) => kindOfFile(join(backupsFolder(folder), name)));

test('locked, opened and locked again, the copies from before are locked as well', () => {
  lockAgain();
  expect([isRestLeft(folder), readable(), kinds()]).toEqual([false, [], ['locked']]);
  unlockAgain();
  expect([wantsKey(folder), kinds()]).toEqual([false, ['open']]);
  // A copy of an earlier version says of itself that it has a log.
  const copy = join(backupsFolder(folder), listBackups(folder)[0]?.name ?? '');
  const bytes = readFileSync(copy);
  expect([bytes[18], bytes[19]]).toEqual([1, 1]);
  connect(copy, 'write').close();
  rewriteManifest(copy);
  lockAgain();
  expect([isRestLeft(folder), readable(), kinds()]).toEqual([false, [], ['locked']]);
  expect(readdirSync(backupsFolder(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
});

test('what a kill left of a copy goes with its log', () => {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    writeFileSync(join(backupsFolder(folder), `register-20250424T021500Z.db.tmp${suffix}`), '');
  dropUnfinished(folder);
  expect(readdirSync(backupsFolder(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
});

test('a copy that cannot be locked is told, and leaves no other as it is', () => {
  const register = openRegister(folder);
  for (const hour of [8, 9])
    backUp(register.read, folder, { at: Date.UTC(2025, 3, 24, hour), reason: 'asked' });
  register.close();
  const [first, damaged] = listBackups(folder).map(({ name }) => join(backupsFolder(folder), name));
  if (first === undefined || damaged === undefined) throw new Error('no copies');
  // Sound, but not of the register that its line tells of.
  rewriteManifest(first, { head: 'other' });
  const bytes = readFileSync(damaged);
  writeFileSync(damaged, Buffer.concat([bytes.subarray(0, -1), Buffer.from([1])]));
  expect(() => lockAgain()).toThrow('different');
  expect(isRestLeft(folder)).toBe(true);
  expect(kinds().filter((kind) => kind === 'locked').length).toBe(1);
  expect(openCopies(folder).sort()).toEqual(
    [first, damaged].map((each) => each.slice(folder.length + 1)).sort(),
  );
});

test('a kill before the new key was used is told, and leaves no key file beside an open register', () => {
  const lock = makeLock();
  lockAtOpening(folder, lock);
  keepKey(lockedAside(folder), null);
  writeKeyFile(folder, { format: 'mot-cua-key', ...lock.lock, madeAt: at });
  markRest(folder);
  const register = openRegister(folder);
  expect(findLockFault(register.read)).toBe('cut');
  register.close();
  expect([existsSync(keyFilePath(folder)), isRestLeft(folder)]).toEqual([false, false]);
  rmSync(file());
  expect(wantsKey(folder)).toBe(false);
});

test('a kill at the end of opening for good leaves no key file either', () => {
  lockAgain();
  const kept = readFileSync(keyFilePath(folder));
  unlockAgain();
  writeFileSync(keyFilePath(folder), kept);
  markRest(folder);
  unlockAgain();
  expect([existsSync(keyFilePath(folder)), isRestLeft(folder), wantsKey(folder)]).toEqual([
    false,
    false,
    false,
  ]);
  const register = openRegister(folder);
  expect(entriesOf(register.read, 'register').map(({ kind }) => kind)).toEqual([
    'register.locked',
    'register.unlocked',
  ]);
  register.close();
});

/** Tells of a copy as it is now. */
function rewriteManifest(copy: string, changed: object = {}): void {
  const path = copy.replace(/\.db$/, '.json');
  const told = JSON.parse(readFileSync(path, 'utf8'));
  const bytes = readFileSync(copy);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(path, JSON.stringify({ ...told, sha256, bytes: bytes.length, ...changed }));
}
