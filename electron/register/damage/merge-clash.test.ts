import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect, prepared, type Reader } from '../connection.ts';
import { makeRegister } from '../register.ts';
import { hasClash } from './merge-clash.ts';

/** What becomes of each key that only one row may have, where both registers have it. */
const keysBrought = {
  clash: [
    ...['cases formKey', 'cases caseCode', 'cases slipCode', 'cases year serial', 'cases nationalCode'],
    ...[
      'payments noteNo',
      'subjectRequests formKey',
      'subjectRequests code',
      'reopenedClosings shiftId number',
    ],
    ...['feedbackCases formKey', 'feedbackCases code', 'batches kind year number', 'campaignEntries id'],
  ],
  // One form, sent to both.
  comesOnce: [
    ...['notices formKey', 'ratings key', 'digitalHelps id'],
    ...[
      'digitalTeams',
      'digitalMembers',
      'homeVisits',
      'trainingClasses',
      'digitalAssets',
      'digitalFacilities',
    ].map((table) => `${table} id`),
  ],
  joined: [
    ...[
      'shifts personId',
      'citizens idNumber kind',
      'digitalPeople personKey',
      'digitalMarks personId criterion',
    ],
    ...['ratingPulses minute clerkId', 'ratingsToJournal day', 'ratingCodes code'],
  ],
  // With a campaign of the same id all of digital support stays in the file.
  stays: ['campaigns id', 'campaignFiles campaignId exportId part'],
  // Of cases, lists and drawers that have new ids here.
  ofNewIds: [
    ...['ratingCodes caseId stage', 'printJobs batchId form reprint', 'printJobs subject form reprint'],
    'printJobs caseId subject form reprint',
  ],
};

test('every key that comes along is known here, so that none ends a merge in the middle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-keys-'));
  const file = join(folder, 'register.db');
  makeRegister(file);
  const db = connect(file, 'write');
  try {
    const known = Object.values(keysBrought).flat();
    const tables = [...new Set([...known.map((key) => key.split(' ')[0] ?? ''), 'moneyMoves', 'breaches'])];
    expect(tables.flatMap((table) => keysOf(db, table)).toSorted()).toEqual(known.toSorted());
    expect(hasClash(db, db)).toBe(false);
    // A row in both, whatever it is: named before anything is brought.
    db.pragma('foreign_keys = OFF');
    db.exec(
      "INSERT INTO batches (kind, year, number, at, personId, data) VALUES ('handover', 2025, 1, '2025-04-24T09:15', 1, '{}')",
    );
    expect(hasClash(db, db)).toBe(true);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

function keysOf(db: Reader, table: string): string[] {
  return prepared<{ name: string }>(db, 'SELECT name FROM pragma_index_list(?) WHERE "unique" = 1')
    .all(table)
    .map(({ name }) => {
      const columns = prepared<{ name: string }>(db, 'SELECT name FROM pragma_index_info(?)').all(name);
      return [table, ...columns.map((column) => column.name)].join(' ');
    });
}
