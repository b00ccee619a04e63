import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../connection.ts';
import { makeRegister } from '../register.ts';
import { mergeRatings } from './merge-ratings.ts';

test('a code of a case that a salvage could not read stays behind, and the others come', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-codes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const open = (name: string) => {
    makeRegister(join(folder, name));
    const db = connect(join(folder, name), 'write');
    onTestFinished(() => void db.close());
    db.pragma('foreign_keys = OFF');
    return db;
  };
  const [source, tx] = [open('source.db'), open('register.db')];
  source.exec(`INSERT INTO ratingCodes (code, caseId, stage, issuedOn, used) VALUES
    ('AAAA', 7, 'reception', '2025-04-24', 0), ('BBBB', 8, 'reception', '2025-04-24', 0), ('CCCC', NULL, 'return', '2025-04-24', 1)`);
  const ids = { same: { ratings: new Set() }, case: new Map([[8, 108]]), person: new Map<number, number>() };
  Array.from(mergeRatings(tx, source, ids));
  const codes = tx.prepare('SELECT code, caseId, used FROM ratingCodes ORDER BY code').all();
  expect(codes).toEqual([
    { code: 'BBBB', caseId: 108, used: 0 },
    { code: 'CCCC', caseId: null, used: 1 },
  ]);
});
