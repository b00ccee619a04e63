import { afterAll, beforeAll, expect, test } from 'vitest';
import { lateOnOf, type TallyRow } from '../../shared/domain/case-tally.ts';
import { timelinessOfEnded } from '../../shared/domain/timeliness.ts';
import { connect, type Writer } from './connection.ts';
import { migrations } from './migrations/index.ts';
import { findMiscounts } from './tallies.ts';

/** Extended, supplemented when it was late, waiting, ended while it waited: every way in which a date may stand beside another. */
const dates = [null, '2025-04-10T09:00', '2025-04-20T16:00'];
const ends = [null, '2025-04-09T16:00', '2025-04-10T16:00', '2025-04-11T08:00', '2025-05-20T08:00'];
const kinds = ['none', 'hours', 'workingDays'] as const;
const statuses = ['resolved', 'withdrawn'] as const;

let db: Writer;
beforeAll(() => {
  db = connect(':memory:', 'write');
  db.pragma('foreign_keys = OFF');
  for (const { sql, version } of migrations) if (version < 11) db.exec(sql);
  const insert =
    db.prepare(`INSERT INTO cases (formKey, formHash, caseCode, codeTail, slipCode, year, serial, status, channel,
      receivedAt, acceptedAt, registeredAt, dueAt, measuredDueAt, endedAt, timeliness, limitKind, procedureCode,
      procedureShortName, field, applicantName, nameSortKey, holderId, holderName, version, contentVersion)
    VALUES (@n, zeroblob(32), @n, @n, @n, 2025, @n, @status, 'direct', @at, @at, @at, @dueAt, @measuredDueAt, @endedAt,
      @timeliness, @limitKind, '1', 'Khai sinh', 'Hộ tịch', 'An', 'an', 1, 'Mai', 1, 1)`);
  let n = 0;
  for (const dueAt of dates)
    for (const measuredDueAt of dates)
      for (const endedAt of ends)
        for (const limitKind of kinds)
          for (const status of statuses) {
            const open = measuredDueAt === null ? 'awaitingSupplement' : 'processing';
            insert.run({
              n: ++n,
              at: '2025-04-01T08:00',
              status: endedAt === null ? open : status,
              dueAt,
              measuredDueAt,
              endedAt,
              timeliness: endedAt && timelinessOfEnded(measuredDueAt, endedAt, limitKind),
              limitKind,
            });
          }
  const statistics = migrations.find(({ version }) => version === 11);
  db.exec(statistics?.sql ?? '');
});
afterAll(() => db.close());

test('every row that was there before stands late from the day that its fold says today', () => {
  const rows = db.prepare<[], TallyRow>('SELECT * FROM cases').all();
  expect(rows.length).toBe(dates.length ** 2 * ends.length * kinds.length * statuses.length);
  for (const row of rows) expect([row, row.lateOn]).toEqual([row, lateOnOf(row)]);
  expect(new Set(rows.map(({ lateOn }) => lateOn)).size).toBeGreaterThan(4);
});

test('the tallies are their sum, and nobody said of any of them what was not asked then', () => {
  expect(findMiscounts(db)).toEqual([]);
  expect(db.prepare('SELECT DISTINCT digitised, digitalResult, fullOnline FROM cases').raw().all()).toEqual([
    [null, null, null],
  ]);
});
