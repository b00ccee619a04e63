import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { prepared, type Reader } from './connection.ts';
import { openRegister } from './register.ts';

const count = (db: Reader) => prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM counters').get()?.n;
const add = (register: ReturnType<typeof openRegister>, name: string) =>
  register.transact((tx) => prepared(tx, 'INSERT INTO counters (name, value) VALUES (?, 1)').run(name));

test('long reading sees one moment, while the counter goes on writing and reading', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
  const register = openRegister(folder);
  let used: Reader | undefined;
  await register.snapshot(async (db) => {
    used = db;
    const before = count(db);
    add(register, 'meanwhile');
    await breathe();
    expect(count(db)).toBe(before);
    expect(count(register.read)).toBe((before ?? 0) + 1);
  });
  expect(used?.open).toBe(false);
  await expect(register.snapshot(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  // Closing waits for nobody: what still reads is ended.
  const reading = register.snapshot(async (db) => {
    await breathe();
    return count(db);
  });
  const before = performance.now();
  register.close();
  expect(performance.now() - before).toBeLessThan(3000);
  await expect(reading).rejects.toThrow('not open');
  openRegister(folder).close();
  rmSync(folder, { recursive: true });
});
