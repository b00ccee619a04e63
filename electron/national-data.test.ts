import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { optionsFor } from '../tests/desk.ts';
import { openCounter } from './counter.ts';
import { connect } from './register/connection.ts';
import { findBrokenLink } from './register/journal.ts';

const today = '2026-03-10';
const certified = '2.000815';
const released = new URL('../tests/fixtures/register-version-6.db.gz', import.meta.url);

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-national-'));
  file = join(folder, 'register.db');
  writeFileSync(file, gunzipSync(readFileSync(released)));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async (day = today) => {
  const clock = () => Date.parse(`${day}T09:00:00+07:00`);
  const counter = await openCounter({ ...optionsFor(folder), clock, log: () => {} });
  return Object.assign(counter, { clerk: counter.caller({ kind: 'loopback', device: 'window' }) });
};

function rows(sql: string): unknown[] {
  const db = connect(file, 'read');
  const found = db.prepare(sql).all();
  db.close();
  return found;
}

test('a register from before fees had rules gets them once, from today, where the ward changed nothing', async () => {
  const raised = '2.000635';
  const before = connect(file, 'write');
  before.exec(`INSERT INTO procedures (code, version, effectiveFrom, position, definition)
    SELECT code, 90, '2020-01-01', position, json_set(definition, '$.fee.amountVnd', 9000)
    FROM procedures WHERE code = '${raised}' ORDER BY version DESC LIMIT 1`);
  // Its limit changes tomorrow; its fee is still the nation's.
  before.exec(`INSERT INTO procedures (code, version, effectiveFrom, position, definition)
    SELECT code, 91, '2026-03-11', position, definition FROM procedures WHERE code = '${certified}'
    ORDER BY version DESC LIMIT 1`);
  before.close();

  const counter = await open();
  const { procedure, effectiveFrom } = await counter.clerk.catalogue.get({ code: certified });
  expect(procedure.fee.rule?.items).toMatchObject([{ per: 'page' }]);
  expect(effectiveFrom).toBe(today);
  const kept = await counter.clerk.catalogue.get({ code: raised });
  expect(kept.procedure.fee).toMatchObject({ amountVnd: 9000 });
  expect(kept.procedure.fee.rule).toBeUndefined();
  await counter.close();

  const told = rows("SELECT subject FROM journal WHERE kind = 'procedure.changed'");
  expect(told).toContainEqual({ subject: `procedure:${certified}` });
  expect(told).not.toContainEqual({ subject: `procedure:${raised}` });
  const versions = rows('SELECT * FROM procedures');
  const tomorrow = await open('2026-03-11');
  const later = await tomorrow.clerk.catalogue.get({ code: certified });
  expect(later.procedure.fee.rule?.items).toMatchObject([{ per: 'page' }]);
  await tomorrow.close();
  expect(rows('SELECT * FROM procedures')).toEqual(versions);
  const db = connect(file, 'read');
  expect(findBrokenLink(db)).toBeNull();
  db.close();
});

test('nothing is given while the clock of the PC stands in another age', async () => {
  const versions = rows('SELECT * FROM procedures');
  await (await open('2000-01-01')).close();
  expect(rows('SELECT * FROM procedures')).toEqual(versions);
  const counter = await open();
  expect((await counter.clerk.catalogue.get({ code: certified })).procedure.fee.rule).toBeDefined();
  await counter.close();
});

test('a case from before money was written down owes nothing', async () => {
  const counter = await open();
  const { rows: cases } = await counter.clerk.cases.list({});
  expect(cases.length).toBeGreaterThan(10);
  for (const { id } of cases.slice(0, 60)) {
    const money = await counter.clerk.payments.ofCase({ caseId: id });
    expect(money).toMatchObject({ missingVnd: 0, overVnd: 0, toReturnVnd: 0 });
  }
  await counter.close();
});
