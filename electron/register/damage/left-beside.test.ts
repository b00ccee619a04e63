import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepKey, keyFor } from '../locking/keyring.ts';
import { openRegister } from '../register.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-left-'));
  openRegister(folder, false).close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const left = ['cleaned', 'cleaned-wal', 'saved', 'saved-shm', 'saved.new', 'saved.new-journal'].map(
  (name) => `register.db.${name}`,
);

test('what a kill left of a salvage goes with the next start that opens the register', () => {
  for (const name of left) writeFileSync(join(folder, name), 'Lò Văn Pâng');
  openRegister(folder, false).close();
  expect(readdirSync(folder).filter((name) => left.includes(name))).toEqual([]);
});

test('a copy that was put together and not taken goes with the next start that opens the register', () => {
  const lies = join(folder, 'khoi-phuc');
  mkdirSync(lies);
  writeFileSync(join(lies, 'register.db'), 'Lò Văn Pâng');
  keepKey(lies, Buffer.alloc(32, 7));
  openRegister(folder, false).close();
  expect([existsSync(lies), keyFor(lies)]).toEqual([false, null]);
});

test('it stays where the register does not open, and what cannot be removed keeps nobody out', () => {
  const [name = ''] = left;
  writeFileSync(join(folder, name), '');
  const file = join(folder, 'register.db');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, 5000));
  expect(() => openRegister(folder, false)).toThrow();
  expect(existsSync(join(folder, name))).toBe(true);
  writeFileSync(file, bytes);
  rmSync(join(folder, name));
  mkdirSync(join(folder, name));
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  openRegister(folder, false).close();
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/^left: /));
  said.mockRestore();
});
