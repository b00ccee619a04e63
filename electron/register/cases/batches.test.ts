import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applicationId, plansOf, type Writer } from '../connection.ts';
import { appendEntry } from '../journal.ts';
import { sql as firstRegister } from '../migrations/0001-register.ts';
import { addPrintJob, getPrintJob, readOutbox } from '../print-jobs.ts';
import { openRegister } from '../register.ts';
import { getBatch, insertBatch } from './batches.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-batches-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A register as the first version left it, with one case and a print job in each state. */
function leaveVersionOne(): void {
  const db = new Database(join(folder, 'register.db'));
  db.exec(firstRegister);
  db.pragma(`application_id = ${applicationId}`);
  db.pragma('user_version = 1');
  db.exec(`
    INSERT INTO people (name, roles) VALUES ('Lò Thị Mai', '["clerk"]');
    INSERT INTO cases (formKey, formHash, caseCode, codeTail, slipCode, year, serial, status, channel, receivedAt,
      limitKind, procedureCode, procedureShortName, field, applicantName, nameSortKey, holderId, holderName, version)
    VALUES ('k', zeroblob(32), 'H52.09.01-250424-0001', '0001', '250424-0001-31', 2025, 1, 'processing', 'direct',
      '2025-04-24T09:15', 'workingDays', '1.004873', 'Xác nhận', 'Hộ tịch', 'Lường Thị Thu Hằng', 'hang', 1,
      'Lò Thị Mai', 1);
    INSERT INTO printJobs (id, caseId, form, state, reprint, copies, createdAt, changedAt, fileName, printer, fault)
    VALUES
      (3, 1, 'acknowledgement', 'confirmed', 0, 2, '2025-04-24T09:15', '2025-04-24T09:16', 'a.pdf', 'LBP2900', NULL),
      (4, 1, 'acknowledgement', 'queued', 1, 2, '2025-04-24T09:20', '2025-04-24T09:20', NULL, NULL, NULL),
      (5, 1, 'controlSlip', 'failed', 0, 1, '2025-04-24T09:15', '2025-04-24T09:17', 'b.pdf', NULL, 'printerSilent'),
      (9, 1, 'trackingSlip', 'failed', 0, 1, '2025-04-24T09:15', '2025-04-24T09:17', NULL, NULL, 'rendering');
  `);
  appendEntry(db as Writer, {
    at: '2025-04-24T02:15:00.000Z',
    personId: 1,
    device: 'window',
    kind: 'case.received',
    subject: 'case:1',
    data: { appointment: {}, channel: 'direct', papers: [] },
  });
  db.close();
}

test('print jobs of the first register keep their rows, and say what may be on paper', () => {
  leaveVersionOne();
  const register = openRegister(folder);
  const rows = [3, 4, 5, 9].map((id) => getPrintJob(register.read, id));
  expect(
    rows.map(({ id, title, form, state, reprint, fault }) => [id, title, form, state, reprint, fault]),
  ).toEqual([
    [3, 'H52.09.01-250424-0001', 'acknowledgement', 'confirmed', 0, null],
    [4, 'H52.09.01-250424-0001', 'acknowledgement', 'queued', 1, null],
    [5, 'H52.09.01-250424-0001', 'controlSlip', 'failed', 0, 'printerSilent'],
    [9, 'H52.09.01-250424-0001', 'trackingSlip', 'failed', 0, 'rendering'],
  ]);
  expect(rows.map(({ copiesOut, mayBeOut }) => [copiesOut, mayBeOut])).toEqual([
    [[1, 2], true],
    [[], false],
    [[], true],
    [[], false],
  ]);
  expect(rows[0]).toMatchObject({ path: '/files/a.pdf', printer: 'LBP2900', changedAt: '2025-04-24T09:16' });
  const next = register.transact((tx) =>
    addPrintJob(tx, { caseId: 1, form: 'acknowledgement', copies: 2, printer: null, at: '2025-04-25T08:00' }),
  );
  expect(getPrintJob(register.read, next)).toMatchObject({ id: 10, reprint: 2 });
  expect(register.read.pragma('foreign_key_check')).toEqual([]);
  register.close();
});

test('a job is of one case or of one list, never of both or none, and never the same print twice', () => {
  leaveVersionOne();
  const register = openRegister(folder);
  const insert = (caseId: number | null, batchId: number | null) =>
    register.transact((tx) =>
      tx
        .prepare(
          `INSERT INTO printJobs (caseId, batchId, form, state, reprint, copies, createdAt, changedAt)
           VALUES (?, ?, 'bulkMinutes', 'queued', 0, 2, '', '')`,
        )
        .run(caseId, batchId),
    );
  register.transact((tx) =>
    insertBatch(tx, { kind: 'handover', at: '2025-04-24T10:00', personId: 1 }, () => ({
      title: 'Giấy bàn giao',
      caseIds: [1],
      notes: '',
    })),
  );
  expect(() => insert(null, null)).toThrow(/CHECK/);
  expect(() => insert(1, 1)).toThrow(/CHECK/);
  insert(null, 1);
  expect(() => insert(null, 1)).toThrow(/UNIQUE/);
  expect(() => insert(null, 2)).toThrow(/FOREIGN KEY/);
  register.close();
});

test('lists are counted by kind and year, and keep what they held', () => {
  leaveVersionOne();
  const register = openRegister(folder);
  const make = (kind: 'handover' | 'bulkReception', at: string) =>
    register.transact((tx) =>
      insertBatch(tx, { kind, at, personId: 1 }, (number) => ({
        title: `Danh sách số ${number}/${at.slice(0, 4)}`,
        caseIds: [1],
        notes: 'kèm 1 phong bì',
      })),
    );
  make('handover', '2025-04-24T10:00');
  const second = make('handover', '2025-12-31T16:59');
  expect(second).toMatchObject({ number: 2, title: 'Danh sách số 2/2025' });
  expect(make('bulkReception', '2025-12-31T16:59').number).toBe(1);
  expect(make('handover', '2026-01-01T08:00').number).toBe(1);
  expect(getBatch(register.read, second.id)).toEqual(second);
  expect(() => getBatch(register.read, 99)).toThrow('notFound');
  const job = register.transact((tx) =>
    addPrintJob(tx, {
      batchId: second.id,
      form: 'handoverMinutes',
      copies: 2,
      printer: null,
      at: '2026-01-02T08:00',
    }),
  );
  expect(getPrintJob(register.read, job)).toMatchObject({
    caseId: null,
    batchId: second.id,
    title: 'Danh sách số 2/2025',
    applicantName: null,
    caseCount: 1,
    reprint: 0,
  });
  const outbox = readOutbox(register.read, '2025-04-24', 2);
  expect(outbox.attention.rows.map(({ id }) => id)).toEqual([5, 9]);
  expect(outbox.waiting.rows.map(({ id }) => id)).toEqual([4, job]);
  expect(outbox.recent.rows.map(({ id }) => id)).toEqual([3]);
  expect(readOutbox(register.read, '2025-04-25', 1)).toMatchObject({
    attention: { total: 2 },
    recent: { total: 0 },
  });
  // However many slips there ever were, only the open ones and the day's are read.
  for (const { sql, plan } of plansOf(register.read))
    expect(plan, sql).not.toMatch(/SCAN printJobs(?! USING)/);
  register.close();
});
