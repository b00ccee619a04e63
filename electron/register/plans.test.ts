import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';
import * as board from './board.ts';
import { connect, plansOf } from './connection.ts';
import { countUnprinted, listOpenPrintJobs } from './print-jobs.ts';
import { searchCases } from './search.ts';

test('board and search read indexes, never the whole table, however big it is', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const db = connect(join(desk.folder, 'register.db'), 'read');
  board.openDueBetween(db, '2025-01-01', '2025-12-31', 5);
  board.countOpenDueBetween(db, '2025-01-01', '2025-12-31');
  board.countAwaiting(db);
  board.countReady(db, '9999');
  board.waitingForCitizens(db, 5);
  board.receivedByHour(db, '2025-04-24');
  board.figuresByYear(db, 3);
  countUnprinted(db);
  listOpenPrintJobs(db, 10);
  for (const text of ['nguyen', 'Nguyễn', '0001', '014196002187', '0900000214']) searchCases(db, text, 10);
  const plans = plansOf(db);
  expect(plans.length).toBeGreaterThan(12);
  for (const { sql, plan } of plans) {
    expect(plan, sql).not.toMatch(/SCAN (cases|printJobs|journal|citizens)(?! USING)/);
  }
  db.close();
});
