import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { writeBackup } from './backup/backup.ts';
import { listBackups } from './backup/backup-list.ts';
import { saveDraft } from './cases/drafts.ts';
import { connect } from './connection.ts';
import { openRegister } from './register.ts';
import { askToLeaveSample } from './sample-aside.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-register-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'register.db');
const digest = () => createHash('sha256').update(readFileSync(file())).digest('hex');

describe('opening a register', () => {
  test('WAL and synchronous=FULL on every connection, also of a reopened file', () => {
    openRegister(folder).close();
    const register = openRegister(folder);
    register.transact((tx) => {
      expect(tx.pragma('synchronous', { simple: true })).toBe(2);
      expect(tx.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(tx.pragma('foreign_keys', { simple: true })).toBe(1);
    });
    expect(register.read.pragma('synchronous', { simple: true })).toBe(2);
    expect(() => register.read.exec("INSERT INTO counters VALUES ('x', 1)")).toThrow(/readonly/);
    register.close();
  });

  test('all tables are STRICT', () => {
    const register = openRegister(folder);
    const loose = register.read
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    register.close();
  });

  test('a second copy on the same folder is refused with a sentence', () => {
    const register = openRegister(folder);
    expect(() => openRegister(folder)).toThrow(StartError);
    expect(() => openRegister(folder)).toThrow(/đang mở/);
    register.close();
    openRegister(folder).close();
  });

  test('a register from a newer version, a foreign file and an empty file stay byte for byte as they were', () => {
    openRegister(folder).close();
    const db = new Database(file());
    db.pragma('user_version = 99');
    db.pragma('journal_mode = DELETE');
    db.close();
    const newer = digest();
    const names = readdirSync(folder);
    expect(() => openRegister(folder)).toThrow(/mới hơn/);
    expect(digest()).toBe(newer);
    expect(readdirSync(folder)).toEqual(names);

    rmSync(file());
    const foreign = new Database(file());
    foreign.exec('CREATE TABLE theirs (id)');
    foreign.close();
    const before = digest();
    expect(() => openRegister(folder)).toThrow(/không phải sổ Một Cửa/);
    expect(digest()).toBe(before);

    for (const content of ['', 'not a database at all, but long enough to look like one'.repeat(50)]) {
      writeFileSync(file(), content);
      expect(() => openRegister(folder)).toThrow(StartError);
      expect(readFileSync(file(), 'utf8')).toBe(content);
    }
  });

  test('a backup is verified before it takes its name', () => {
    const register = openRegister(folder);
    const path = writeBackup(register.read, folder);
    const copy = connect(path, 'read');
    expect(copy.pragma('user_version', { simple: true })).toBe(
      register.read.pragma('user_version', { simple: true }),
    );
    copy.close();
    expect(listBackups(folder)).toMatchObject([{ name: basename(path), reason: 'version', cases: 0 }]);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(2);
    register.close();
  });

  test('an upgrade that is cut off again and again is backed up once, as long as that copy is whole and says the same', () => {
    const register = openRegister(folder);
    const path = writeBackup(register.read, folder);
    expect(writeBackup(register.read, folder)).toBe(path);
    expect(listBackups(folder)).toHaveLength(1);
    // No entry of the journal tells of a draft.
    register.transact((tx) => saveDraft(tx, 'window 1', { content: 1, savedAt: '2025-04-24T09:00' }));
    const second = writeBackup(register.read, folder);
    expect(second).not.toBe(path);
    const bytes = readFileSync(second);
    writeFileSync(second, bytes.fill(0, bytes.length - 8));
    expect(writeBackup(register.read, folder)).not.toBe(second);
    register.close();
  });

  test('a failing command leaves no trace, its number is given back', () => {
    const register = openRegister(folder);
    const insert = 'INSERT INTO counters (name, value) VALUES (?, 1)';
    expect(() =>
      register.transact((tx) => {
        tx.prepare(insert).run('a');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(register.read.prepare('SELECT count(*) AS n FROM counters').get()).toEqual({ n: 0 });
    register.close();
  });
});

test('a register that is gone is never replaced by an empty one unasked', () => {
  openRegister(folder).close();
  mkdirSync(join(folder, 'files'));
  rmSync(file());
  expect(() => openRegister(folder)).toThrow(/không còn sổ/);
  expect(readdirSync(folder)).not.toContain('register.db');
});

test('a start killed before the first register was whole leaves nothing in the way', () => {
  writeFileSync(`${file()}.new`, 'half a register');
  openRegister(folder).close();
  expect(readdirSync(folder)).not.toContain('register.db.new');
});

test('a sample put aside leaves an empty register and keeps its own files whole', () => {
  openRegister(folder).close();
  const before = digest();
  askToLeaveSample(folder);
  openRegister(folder).close();
  const aside = join(folder, 'so-minh-hoa', 'register.db');
  expect(createHash('sha256').update(readFileSync(aside)).digest('hex')).toBe(before);
  expect(readdirSync(folder)).not.toContain('leave-sample');
});

test('a second long work is refused without a trace in the one that runs', async () => {
  const register = openRegister(folder, true, new URL('fold-worker.ts', import.meta.url));
  const until = Promise.withResolvers<void>();
  const pages: unknown[] = [];
  const running = register.transactInChunks({
    what: 'import',
    total: 1,
    steps: function* (tx) {
      let isRefused = false;
      until.promise.then(() => {
        isRefused = true;
      });
      while (!isRefused) yield 0;
      pages.push(tx.pragma('wal_autocheckpoint', { simple: true }));
    },
  });
  await expect(
    register.transactInChunks({ what: 'book', total: 0, steps: function* () {} }),
  ).rejects.toMatchObject({ code: 'busy', data: { what: 'import' } });
  await new Promise((resolve) => setTimeout(resolve, 200));
  until.resolve();
  await running;
  expect(pages).toEqual([0]);
  expect(register.transact((tx) => tx.pragma('wal_autocheckpoint', { simple: true }))).toBe(1000);
  register.close();
});
