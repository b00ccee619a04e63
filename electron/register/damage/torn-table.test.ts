import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { connect } from '../connection.ts';
import { readTorn } from './torn-table.ts';

const pageBytes = 4096;
const tableLeaf = 0x0d;
const rows = 3000;

/** Numbers of the leaves that hold the table's rows, as they lie in the file. */
function leavesOf(bytes: Buffer): number[] {
  const pages = Array.from({ length: bytes.length / pageBytes }, (_, index) => index);
  return pages.slice(1).filter((page) => bytes[page * pageBytes] === tableLeaf);
}

test('a row that comes out of its order before a page that is gone is taken once, and the reading ends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-torn-'));
  const file = join(folder, 'torn.db');
  const made = new Database(file);
  made.exec('CREATE TABLE things (id INTEGER PRIMARY KEY, words TEXT NOT NULL)');
  const insert = made.prepare('INSERT INTO things VALUES (?, ?)');
  made.transaction(() => {
    for (let id = 1; id <= rows; id += 1) insert.run(id, `việc số ${id}`);
  })();
  made.close();
  const bytes = readFileSync(file);
  const leaves = leavesOf(bytes);
  expect(leaves.length).toBeGreaterThan(5);
  const [leaf = 0, gone = 0] = leaves.slice(3);
  const start = leaf * pageBytes;
  const cells = bytes.readUInt16BE(start + 3);
  // The last cell: the length of what it holds in one byte, then its rowid, here in two: 0x80 0x00 is nought.
  const cell = start + bytes.readUInt16BE(start + 8 + 2 * (cells - 1));
  bytes.writeUInt16BE(0x80_00, cell + 1);
  bytes.fill(0, gone * pageBytes, (gone + 1) * pageBytes);
  writeFileSync(file, bytes);

  const db = connect(file, 'read');
  const torn = readTorn(db, 'things', true);
  db.close();
  rmSync(folder, { recursive: true });
  expect(torn.isTorn).toBe(true);
  const read = torn.rows.map(({ words }) => words);
  expect(new Set(read).size).toBe(read.length);
  // All but those of one page.
  expect(read.length).toBeGreaterThan(rows * 0.8);
  expect(read.length).toBeLessThan(rows);
  expect(read).toContain(`việc số ${rows}`);
}, 10_000);
