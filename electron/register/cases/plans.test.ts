import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caseSetNames, caseSets } from '../../../shared/domain/statistics.ts';
import { caseSorts } from '../../../shared/views.ts';
import { tableSplits } from '../../../shared/views-leader.ts';
import { openDesk, reception } from '../../../tests/desk.ts';
import { findCitizens } from '../citizens/citizen-search.ts';
import { isDueBetween, isDueToday, isLate, isPastHour } from '../conditions.ts';
import { connect, plansOf } from '../connection.ts';
import { figuresOf } from '../figures/figures.ts';
import {
  countInScope,
  findFirstAcceptance,
  findOldestOpen,
  isUnclaimed,
  shortNameOf,
} from '../figures/statistics.ts';
import { countUnprinted, listOpenPrintJobs } from '../print-jobs.ts';
import * as board from './board.ts';
import { listCases } from './case-list.ts';
import { searchCases } from './search.ts';

const days = {
  now: '2025-04-24T09:15',
  today: '2025-04-24',
  tomorrow: '2025-04-25',
  weekEnd: '2025-04-28',
  personId: 1,
};

test('board, search and lists read indexes, never the whole table, however big it is', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const db = connect(join(desk.folder, 'register.db'), 'read');
  for (const condition of [
    isLate(days),
    isDueToday(days),
    isPastHour(days),
    isDueBetween(days, '2025-01-01', '2026-01-01'),
  ]) {
    board.listOpen(db, condition, 5);
    board.countOpen(db, condition);
  }
  findCitizens(db, '014196002187');
  board.countAwaiting(db);
  board.countMayStop(db, '2025-04-24');
  board.countReady(db, '9999');
  board.waitingForCitizens(db, 5);
  board.receivedByHour(db, '2025-04-24');
  board.figuresByYear(db, 3, days.now);
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

test('the views of what is open or waits never walk the cases of all years, not even for a page that is not full', async () => {
  await using desk = await openDesk();
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const after = { key: '2025', id: 5 };
  for (const view of ['open', 'late', 'dueToday', 'dueThisWeek', 'awaiting', 'ready', 'mine'] as const) {
    for (const sort of caseSorts) {
      for (const place of [null, after]) {
        listCases(db, { view, filter: {}, sort, direction: 'desc', after: place, limit: 5 }, days);
      }
    }
  }
  for (const { sql, plan } of plansOf(db)) {
    expect(plan, sql).toMatch(/INDEX cases(Open|Awaiting|MayStop|Ready)/);
  }
  db.close();
});

test('a figure over any period reads tallies, the months that it cuts in two, and what is open; its list only its own days', async () => {
  await using desk = await openDesk();
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const now = '2025-04-24T09:15';
  const periods = [
    { from: '2025-04-01', to: '2025-04-30' },
    { from: '2023-03-15', to: '2024-12-14' },
  ];
  for (const by of [null, ...tableSplits]) {
    const figures = figuresOf(db, { scope: { channel: 'online' }, periods, by, now });
    for (const period of periods) for (const set of caseSetNames) figures.countByKey(caseSets[set], period);
  }
  findOldestOpen(db, {});
  findFirstAcceptance(db);
  shortNameOf(db, '1.004873');
  countInScope(db, isUnclaimed('2025-04-14'), {});
  const page = { view: 'all', sort: 'receivedAt', direction: 'desc', after: null, limit: 5 } as const;
  for (const set of caseSetNames)
    for (const figure of periods) listCases(db, { ...page, filter: { figure: { set, ...figure } } }, days);
  for (const { sql, plan } of plansOf(db)) {
    expect(plan, sql).not.toMatch(/SCAN cases (?!USING (COVERING )?INDEX casesOpen)/);
    // Months that are cut are found by their days.
    if (sql.includes('AS receivedIn') && sql.includes('FROM cases'))
      expect(plan, sql).toMatch(/SEARCH cases USING (COVERING )?INDEX cases(ByAcceptance|ByEnd|StoodLate)/);
    // What is open now never costs the cases of all years.
    if (sql.includes("'awaitingPayment'")) expect(plan, sql).toMatch(/INDEX cases(Open|Awaiting)/);
  }
  db.close();
});

test('the views that grow for ever are sorted by an index, in every order and under the usual filters', async () => {
  await using desk = await openDesk();
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const after = { key: '2025', id: 5 };
  for (const view of ['all', 'ended'] as const) {
    for (const sort of caseSorts) {
      for (const direction of ['asc', 'desc'] as const) {
        listCases(db, { view, filter: {}, sort, direction, after, limit: 5 }, days);
      }
    }
  }
  for (const filter of [
    { fields: ['Hộ tịch'] },
    { channel: 'postal' },
    { procedureCode: '1.004873' },
  ] as const) {
    const question = { view: 'all', sort: 'receivedAt', direction: 'desc', after: null, limit: 5 } as const;
    listCases(
      db,
      { ...question, filter: { ...filter, fields: 'fields' in filter ? [...filter.fields] : undefined } },
      days,
    );
  }
  for (const { sql, plan } of plansOf(db)) {
    expect(plan, sql).toMatch(/INDEX|PRIMARY KEY/);
    expect(plan, sql).not.toMatch(/TEMP B-TREE/);
  }
  db.close();
});
