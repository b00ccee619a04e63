import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { connect, plansOf } from '../connection.ts';
import {
  countCashless,
  countMoney,
  countUnpaid,
  groupMoney,
  listMoney,
  listUnpaid,
} from './money-reports.ts';
import { listReopenedClosings, whyItStays } from './reopened-shifts.ts';
import {
  countExempt,
  lastPaymentId,
  listClosedShifts,
  listOpenShifts,
  listSheetJobIds,
  listShiftMoves,
  listShown,
  returnsOf,
} from './shift-reports.ts';

const april = { from: '2025-04-01', to: '2025-04-30' };

test('lists and figures of money read indexes, never all payments or all cases there ever were', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const after = { at: '2025-04-24T09:15', id: 5 };
  for (const filter of [
    {},
    { method: 'cash', personId: 1 },
    { procedureCode: '1.004873' },
    { standing: true, cashless: true },
    { way: 'returned' },
    { withoutReceipt: true },
  ] as const) {
    for (const direction of ['asc', 'desc'] as const) {
      for (const place of [null, after]) {
        listMoney(db, { period: april, filter, direction, after: place, limit: 5 });
      }
    }
    countMoney(db, april, filter);
  }
  groupMoney(db, april);
  countCashless(db, april);
  for (const purpose of ['', '0123456789']) {
    countUnpaid(db, purpose);
    listUnpaid(db, { purpose, after: null, limit: 5 });
    listUnpaid(db, { purpose, after, limit: 5 });
  }
  listShown(db, 5);
  returnsOf(db, listShiftMoves(db, 1));
  countExempt(db, 1);
  lastPaymentId(db);
  listClosedShifts(db, 1, 5);
  listClosedShifts(db, null, 5);
  listOpenShifts(db);
  listSheetJobIds(db, 1, 1);
  listReopenedClosings(db, 1, 5);
  listReopenedClosings(db, null, 5);
  whyItStays(db, 1);
  const plans = plansOf(db);
  expect(plans.length).toBeGreaterThan(25);
  for (const { sql, plan } of plans) {
    expect(plan, sql).not.toMatch(/SCAN (cases|payments|moneyMoves|journal|printJobs|shifts)(?! USING)/);
    if (/ORDER BY moneyMoves\.at/.test(sql)) expect(plan, sql).not.toMatch(/TEMP B-TREE/);
  }
  db.close();
});
