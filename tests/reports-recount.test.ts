import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Counter, openCounter } from '../electron/counter.ts';
import { reports } from '../shared/domain/reports/index.ts';
import type { Period } from '../shared/domain/statistics.ts';
import { optionsFor } from './desk.ts';
import { randomRegister, registerEndsOn } from './random-cases.ts';
import { openRecount, type RecountName, recount, recountedIds } from './recounted.ts';
import { passwordOfTests } from './sign-in.ts';

const isFull = process.env.MOT_CUA_FULL === '1';
const registers = 10;
const cases = isFull ? 5000 : 200;

const now = `${registerEndsOn}T09:15`;
/** A month, a quarter, a day, a period across years, and one that still runs. */
const periods: Period[] = [
  { from: '2025-03-01', to: '2025-03-31' },
  { from: '2024-10-01', to: '2024-12-31' },
  { from: '2025-05-14', to: '2025-05-14' },
  { from: '2023-08-01', to: '2025-02-15' },
  { from: '2025-06-01', to: '2025-07-31' },
];

const summaryNames: RecountName[] = [
  'allBefore',
  'received',
  'receivedDirect',
  'receivedOnline',
  'receivedPostal',
  'ended',
  'endedInTime',
  'late',
  'endedNoDeadline',
  'allOpen',
  'openInTime',
  'openLate',
  'openNoDeadline',
  'dueOnLastDay',
  'awaiting',
  'withdrawn',
  'stopped',
];
const areaNames: RecountName[] = [
  'received',
  'receivedOnline',
  'ended',
  'endedInTime',
  'late',
  'allOpen',
  'openLate',
];
const listed = {
  late: ['openLate', 'late'],
  nearDue: ['dueSoon'],
  carriedOver: ['allBefore'],
  withdrawn: ['withdrawn', 'stopped'],
  postal: ['receivedPostal', 'byPost'],
} as const satisfies Record<string, readonly RecountName[]>;

const officialNames = reports.official.columns.map(({ name }) => name as RecountName);
const area =
  "CASE WHEN instr(address, ',') > 0 THEN substr(address, 1, instr(address, ',') - 1) ELSE address END";

type Reports = ReturnType<Counter['caller']>['reports'];

async function compare(asked: Reports, db: ReturnType<typeof openRecount>, period: Period): Promise<void> {
  const figures = async (
    name: 'official' | 'centre' | 'summary' | 'area',
    split: 'field' | 'procedure' | 'area',
    names: readonly RecountName[],
    by: string,
  ) => {
    const view = await asked.view({ name, period, split });
    if (view.kind !== 'figures') throw new Error('No figures');
    const rows = view.rows
      .filter(({ isGroup }) => !isGroup)
      .map(
        ({ scope, figures }) => [scope.area ?? scope.procedureCode ?? scope.field ?? '', figures] as const,
      );
    const other = [...recount(db, names, period, now, by)].filter(([, sums]) => sums.some((sum) => sum > 0));
    const where = `${name} by ${split}, ${period.from} – ${period.to}`;
    expect(Object.fromEntries(rows), where).toEqual(Object.fromEntries(other));
    expect(view.total, where).toEqual(recount(db, names, period, now).get(''));
    return view;
  };
  const official = await figures('official', 'field', officialNames, 'field');
  expect(official.checks.map(({ broken }) => broken)).toEqual([[], [], [], [], [], []]);
  expect([official.noDeadline]).toEqual(recount(db, ['noDeadline'], period, now).get(''));
  await figures('centre', 'procedure', officialNames, 'code');
  await figures('summary', 'field', summaryNames, 'field');
  await figures('area', 'area', areaNames, area);
  for (const [name, parts] of Object.entries(listed) as [keyof typeof listed, readonly RecountName[]][]) {
    const view = await asked.view({ name, period });
    if (view.kind !== 'list') throw new Error('No list');
    const ids = parts.map((part) => recountedIds(db, part, period, now));
    expect(view.counts, `${name}, ${period.from}`).toEqual(ids.map(({ length }) => length));
    expect(
      view.rows.map(({ id }) => id),
      name,
    ).toEqual(ids.flat().slice(0, 200));
  }
}

test(`reports of ${registers} random registers equal what the journal's events add up to`, async () => {
  for (let seed = 1; seed <= registers; seed += 1) {
    const folder = await randomRegister(seed, cases);
    const counter = await openCounter({
      ...optionsFor(folder),
      clock: () => Date.parse(`${now}:00+07:00`),
      isDurable: false,
      log: () => {},
    });
    const db = openRecount(join(folder, 'register.db'));
    try {
      const { session, reports: asked } = counter.caller({ kind: 'loopback', device: 'window' });
      await session.signIn({ personId: 1, password: passwordOfTests });
      for (const period of periods) await compare(asked, db, period);
    } finally {
      db.close();
      await counter.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}, 900_000);
