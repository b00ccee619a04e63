import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { openDesk, reception } from '../../../tests/desk.ts';
import { connect, plansOf } from '../connection.ts';
import { appendEntry } from '../journal.ts';
import { migrations } from '../migrations/index.ts';
import { citizenDetail } from './citizen-detail.ts';
import { findDuplicatePairs } from './citizen-duplicates.ts';
import { findCitizens, listCitizens, recognise } from './citizen-search.ts';

const applicant = (name: string, idNumber: string | null): Applicant => ({
  kind: 'citizen',
  name,
  idNumber,
  birthOn: '1990-05-01',
  sex: 'male',
  phone: '0900000001',
  email: null,
  address: '',
});

test('a register of the version before gets the households its cases have told, and keeps its people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-households-'));
  const db = connect(join(folder, 'register.db'), 'write');
  const run = (from: number, to: number) => {
    for (const { version, sql } of migrations) if (version > from && version <= to) db.exec(sql);
  };
  run(0, 2);
  const insert = db.prepare('INSERT INTO citizens (details, lastCaseAt, caseCount) VALUES (?, ?, 1)');
  insert.run(JSON.stringify(applicant('Lò Văn Hùng', '014090000001')), '2025-04-24T09:15');
  insert.run(JSON.stringify(applicant('Lò Văn Hùng', null)), '2025-04-24T09:15');
  const entry = { at: '2025-04-24T02:15:00Z', personId: null, device: 'window', subject: 'case:1' };
  const told = {
    citizenId: 1,
    caseCode: 'H52-1',
    submitter: { name: 'Lò Thị Mai', idNumber: null, relation: 'mẹ' },
  };
  appendEntry(db, { ...entry, kind: 'case.received', data: told });
  appendEntry(db, { ...entry, kind: 'case.received', data: { ...told, submitter: null } });
  appendEntry(db, { ...entry, kind: 'case.handedOver', data: told });
  run(2, migrations.length);
  expect(citizenDetail(db, 1)).toMatchObject({ household: [{ kin: 'mother', caseCode: 'H52-1' }] });
  expect(findDuplicatePairs(db)).toMatchObject([{ why: 'phone', first: { id: 1 }, second: { id: 2 } }]);
  const again = db.prepare('INSERT INTO citizens (details, lastCaseAt) VALUES (?, ?)');
  const twice = () => again.run(JSON.stringify(applicant('Ai Đó', '014090000001')), '2025-04-24T09:15');
  expect(twice).toThrow(/UNIQUE/);
  db.close();
  rmSync(folder, { recursive: true });
});

test('people, households and cases of a person are read by indexes', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(
    reception({
      submitter: { name: 'Lò Thị Mai', idNumber: '014165000002', phone: '0900000002', relation: 'mẹ' },
    }),
  );
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const person = { idNumber: null, phone: '0900000214', name: 'luong thi thu hang', birthOn: '1996-09-12' };
  expect(recognise(db, person)).toHaveLength(1);
  recognise(db, { ...person, idNumber: '014196002187' });
  for (const text of ['014196002187', 'luong hang 1996']) findCitizens(db, text);
  listCitizens(db, 10);
  citizenDetail(db, 1);
  const plans = plansOf(db);
  expect(plans.length).toBeGreaterThan(8);
  for (const { sql, plan } of plans) {
    expect(plan, sql).not.toMatch(/SCAN (cases|journal|citizens|merges|relatives)(?! USING)/);
  }
  db.close();
});
