import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import Database from 'better-sqlite3';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { reports } from '../../../shared/domain/reports/index.ts';
import { type Desk, openDesk } from '../../../tests/desk.ts';
import { playedWeeks } from '../../../tests/played-cases.ts';
import { shapeOfPdf } from '../../printing/page-sizes.ts';
import { connect } from '../../register/connection.ts';
import { rebuildTallies } from '../../register/figures/tallies.ts';

const period = { from: '2026-03-01', to: '2026-03-31' };

/** Cases over two weeks of March 2026, looked at in April. */
async function marchDesk(): Promise<Desk> {
  const desk = await openDesk('2026-03-02T07:30', undefined, false);
  await playedWeeks(desk);
  desk.setTime('2026-04-02T09:00');
  return desk;
}

async function fileOf(desk: Desk, path: string): Promise<ArrayBuffer> {
  const door = { kind: 'loopback', device: 'window' } as const;
  return (await desk.counter.fetch(new Request(`http://counter${path}`), door)).arrayBuffer();
}

const exported = (desk: Desk, name: 'official' | 'late', of = period) =>
  desk.clerk.reports.export({ name, period: of, run: randomUUID() });

async function sheetOf(desk: Desk, path: string): Promise<exceljs.Worksheet> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(await fileOf(desk, path));
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('No sheet');
  return sheet;
}

test('every number of a report opens the list of exactly its cases', async () => {
  await using desk = await marchDesk();
  for (const name of ['official', 'summary', 'area'] as const) {
    const view = await desk.clerk.reports.view({ name, period });
    const report = reports[name];
    if (view.kind !== 'figures' || report.kind !== 'figures') throw new Error('No figures');
    expect(view.total.some((count) => count > 0)).toBe(true);
    for (const { scope, figures } of [...view.rows, { scope: {}, figures: view.total }]) {
      const { field, ...rest } = scope;
      for (const [at, { set }] of report.columns.entries()) {
        const filter = {
          ...rest,
          ...(field !== undefined && { fields: [field] }),
          figure: { ...period, set },
        };
        const { rows } = await desk.clerk.cases.list({ view: 'all', filter });
        expect(rows.length, `${name} ${set}`).toBe(Math.min(100, figures[at] ?? -1));
      }
    }
  }
});

test('the official form as a workbook: its heads, real numbers, sums as formulas, notes and signatures', async () => {
  await using desk = await marchDesk();
  const view = await desk.clerk.reports.view({ name: 'official', period });
  if (view.kind !== 'figures') throw new Error('No figures');
  expect(view.checks.flatMap(({ broken }) => broken)).toEqual([]);
  const file = await exported(desk, 'official');
  expect(file.fileName).toBe('Biểu 06 VPCP KSTT 2026-03-01 2026-03-31.xlsx');
  const sheet = await sheetOf(desk, file.path);
  const texts: string[] = [];
  sheet.eachRow((row) => row.eachCell(({ value }) => typeof value === 'string' && texts.push(value)));
  for (const words of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Biểu số 06/VPCP/KSTT',
    'TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC',
    'Trực tiếp, bưu chính',
    'Nơi nhận:',
    'THỦ TRƯỞNG ĐƠN VỊ',
    'So sánh theo ngày; kết quả đã có (không phải đã trả) là mốc kết thúc.',
  ]) {
    expect(texts).toContain(words);
  }
  const heads = sheet.views[0];
  const first = (heads?.state === 'frozen' ? (heads.ySplit ?? 0) : 0) + 1;
  expect(sheet.getCell(first - 1, 13).value).toBe('(13)');
  const values = (row: number) =>
    view.total.map((_, at) => {
      const { value } = sheet.getCell(row, at + 3);
      // What reads the file leaves out a sum that is nothing.
      return typeof value === 'object' && value !== null && 'formula' in value ? (value.result ?? 0) : value;
    });
  expect(values(first)).toEqual(view.rows[0]?.figures);
  expect(values(first + view.rows.length)).toEqual(view.total);
  expect(sheet.getCell(first, 3).value).toMatchObject({ formula: `D${first}+E${first}+F${first}` });
  expect(sheet.getCell(first + view.rows.length, 3).value).toMatchObject({
    formula: `SUBTOTAL(9,C${first}:C${first + view.rows.length - 1})`,
  });
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9 });
});

test('numbers that contradict one another leave with nobody, and the sentence names the identity', async () => {
  await using desk = await marchDesk();
  const db = new Database(join(desk.folder, 'register.db'));
  db.exec(
    "UPDATE cases SET acceptedAt = '2026-03-30T08:00', receivedAt = '2026-03-30T08:00' WHERE id = (SELECT min(id) FROM cases WHERE endedAt < '2026-03-20')",
  );
  db.close();
  const before = { from: '2026-03-25', to: '2026-03-31' };
  const view = await desk.clerk.reports.view({ name: 'official', period: before });
  const broken = view.kind === 'figures' ? view.checks.filter((check) => check.broken.length > 0) : [];
  expect(broken.map(({ identity }) => identity)).toContain('(3) = (4) + (5) + (6)');
  for (const made of [
    () => exported(desk, 'official', before),
    () => desk.clerk.reports.print({ name: 'official', period: before }),
  ]) {
    await expect(made()).rejects.toMatchObject({
      cause: { code: 'reportBroken', data: { identity: '(3) = (4) + (5) + (6)' } },
    });
  }
});

test('a list as paper and workbook; one that is broken off makes nothing', async () => {
  await using desk = await marchDesk();
  const paper = await desk.clerk.reports.print({ name: 'late', period });
  expect(shapeOfPdf(new Uint8Array(await fileOf(desk, paper.path)))).toMatchObject({ pages: 2 });
  const file = await exported(desk, 'late');
  const sheet = await sheetOf(desk, file.path);
  const view = await desk.clerk.reports.view({ name: 'late', period });
  if (view.kind !== 'list') throw new Error('No list');
  expect(file.count).toBe(view.rows.length);
  const days: unknown[] = [];
  sheet.eachRow((row) => typeof row.getCell(1).value === 'number' && days.push(row.getCell(6).value));
  expect(days).toEqual(view.rows.map(({ dueAt }) => new Date(`${dueAt?.slice(0, 10)}T00:00:00Z`)));

  const run = randomUUID();
  const going = desk.clerk.reports.export({ name: 'late', period, run });
  // However quick it is, somebody sees it run.
  let seen: Awaited<ReturnType<typeof desk.clerk.reports.progress>> = null;
  for (let turn = 0; seen === null && turn < 10_000; turn += 1) {
    await breathe();
    seen = await desk.clerk.reports.progress({ run });
  }
  expect([null, file.count]).toContain(seen?.total);
  const kept = readdirSync(join(desk.folder, 'files'));
  await desk.clerk.reports.cancel({ run });
  await expect(going).rejects.toThrow('cancelled');
  expect(await desk.clerk.reports.progress({ run })).toBeNull();
  expect(readdirSync(join(desk.folder, 'files'))).toEqual(kept);
});

test('two windows of a desk export at once, and each gets its own', async () => {
  await using desk = await marchDesk();
  const files = await Promise.all([exported(desk, 'late'), exported(desk, 'official')]);
  expect(files.map(({ fileName }) => fileName.slice(0, 9))).toEqual(['Danh sách', 'Biểu 06 V']);
});

test('a report is held against what left for the period before, by whom and when', async () => {
  await using desk = await marchDesk();
  const april = { from: '2026-04-01', to: '2026-04-30' };
  const against = async () => {
    const view = await desk.clerk.reports.view({ name: 'official', period: april });
    return view.kind === 'figures' ? view.checks.find((check) => check.against !== undefined) : undefined;
  };
  expect(await against()).toMatchObject({ against: null, broken: [] });
  const view = await desk.clerk.reports.view({ name: 'official', period });
  const open = view.kind === 'figures' ? view.total[8] : undefined;
  expect(open).toBeGreaterThan(0);
  await exported(desk, 'official');
  const left = { open, at: '2026-04-02T09:00', by: 'Lò Thị Mai' };
  expect(await against()).toMatchObject({ against: left, broken: [] });

  // A case of March is one of April now that the report left.
  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.exec(
    "UPDATE cases SET acceptedAt = '2026-04-01T08:00', receivedAt = '2026-04-01T08:00' WHERE id = (SELECT max(id) FROM cases WHERE endedAt IS NULL AND dueAt IS NOT NULL)",
  );
  rebuildTallies(db);
  db.close();
  expect(await against()).toMatchObject({ against: left, broken: [`Tổng số: ${(open ?? 0) - 1} ≠ ${open}`] });
  await expect(exported(desk, 'official', april)).rejects.toMatchObject({
    cause: { code: 'reportBroken', data: { where: expect.stringContaining('Lò Thị Mai xuất 09:00') } },
  });
  // The report of March leaves again as it is now, and April's has what to be held against.
  await exported(desk, 'official');
  expect((await exported(desk, 'official', april)).count).toBeGreaterThan(0);
  // What left while its period still ran is no last word.
  expect(await against()).toMatchObject({ broken: [] });
  const may = { from: '2026-05-01', to: '2026-05-31' };
  const next = await desk.clerk.reports.view({ name: 'official', period: may });
  expect(next.kind === 'figures' && next.checks.some((check) => check.against === null)).toBe(true);
});
