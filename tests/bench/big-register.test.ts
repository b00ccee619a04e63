import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findUnfoldedCases } from '../../electron/register/cases/cases.ts';
import { connect, prepared } from '../../electron/register/connection.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import { makeBigRegister } from './big-register.ts';

test('the register of the bench is the fold of its events, row by row, and its journal whole', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'mot-cua-bench-small-'));
  const folder = join(parent, 'register');
  await makeBigRegister(folder, 1000, () => {});
  const db = connect(join(folder, 'register.db'), 'read');
  expect(findUnfoldedCases(db)).toEqual([]);
  expect(findBrokenLink(db)).toBeNull();
  expect(
    prepared(db, 'SELECT status, count(*) AS n FROM cases GROUP BY status ORDER BY status').all(),
  ).toEqual([
    { status: 'awaitingSupplement', n: 50 },
    { status: 'processing', n: 50 },
    { status: 'received', n: 201 },
    { status: 'resolved', n: 400 },
    { status: 'returned', n: 299 },
  ]);
  db.close();
  rmSync(parent, { recursive: true });
});
