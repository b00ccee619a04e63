import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TallyRow } from '../../../shared/domain/case-tally.ts';
import { dayPlus } from '../../../shared/domain/epoch-day.ts';
import type { LimitKind } from '../../../shared/domain/time-limit.ts';
import { timelinessOfEnded } from '../../../shared/domain/timeliness.ts';
import { connect, type Writer } from '../connection.ts';
import { migrations } from '../migrations/index.ts';
import { findMiscounts } from './tallies.ts';

/**
 * The first day at whose end a case stands late, as the rules say it (§6, §11) and in other words than the program's: by the
 * minute for hours, else by the day; never while it waits, nor where it ended waiting.
 */
function lateDay({ dueAt, measuredDueAt, endedAt, limitKind }: TallyRow): string | null {
  if (dueAt !== null && measuredDueAt === null) return null;
  if (limitKind === 'none' || measuredDueAt === null) return 'none';
  for (let day = measuredDueAt.slice(0, 10); day < (endedAt?.slice(0, 10) ?? '9'); day = dayPlus(day, 1)) {
    const isOver = limitKind === 'hours' ? `${day}T23:59` > measuredDueAt : day > measuredDueAt.slice(0, 10);
    if (isOver) return day;
  }
  return null;
}

/** As the app ends a case: given up while it waited it is in time (rules §11). */
function endingOf(dueAt: string | null, measuredDueAt: string | null, endedAt: string, limitKind: LimitKind) {
  return dueAt !== null && measuredDueAt === null
    ? 'onTime'
    : timelinessOfEnded(measuredDueAt, endedAt, limitKind);
}

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
              timeliness: endedAt && endingOf(dueAt, measuredDueAt, endedAt, limitKind),
              limitKind,
            });
          }
  const statistics = migrations.find(({ version }) => version === 11);
  db.exec(statistics?.sql ?? '');
});
afterAll(() => db.close());

test('every row that was there before stands late from the day that the rules say, in whatever state it was', () => {
  const rows = db.prepare<[], TallyRow>('SELECT * FROM cases').all();
  expect(rows.length).toBe(dates.length ** 2 * ends.length * kinds.length * statuses.length);
  for (const row of rows) expect([row, row.lateOn]).toEqual([row, lateDay(row)]);
  expect(new Set(rows.map(({ lateOn }) => lateOn)).size).toBeGreaterThan(4);
});

test('the tallies are their sum, and nobody said of any of them what was not asked then', () => {
  expect(findMiscounts(db)).toEqual([]);
  expect(db.prepare('SELECT DISTINCT digitised, digitalResult, fullOnline FROM cases').raw().all()).toEqual([
    [null, null, null],
  ]);
});
