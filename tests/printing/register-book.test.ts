import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { connect } from '../../electron/register/connection.ts';
import { dropOldDrafts } from '../../electron/register/register-book/register-book-drafts.ts';
import { bookSets } from '../../shared/domain/register-book-columns.ts';
import { bookText } from '../../shared/register-book-words.ts';
import { officeOfTests, openDesk, reception } from '../desk.ts';
import { textOfPages } from './poppler.ts';

const door = { kind: 'loopback', device: 'window' } as const;

test('on paper: the national head, heads on every page, page n/N with its serials, and the count at the end', async () => {
  await using desk = await openDesk('2025-12-31T10:00');
  for (let made = 0; made < 40; made += 1) await desk.clerk.cases.receive(reception());
  const [file] = await desk.leader.books.close({ year: 2025 });
  if (file === undefined) throw new Error('No file');
  const pages = textOfPages(readFileSync(join(desk.folder, file.path)));
  expect(pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(pages[0]).toContain('SỔ THEO DÕI HỒ SƠ');
  let next = 1;
  for (const [index, page] of pages.slice(1, -1).entries()) {
    expect(page).toContain(`Trang ${index + 2}/${pages.length}`);
    expect(page).toContain('Ghi chú');
    const [, first, last] = /Số (\d+)(?: – (\d+))?/.exec(page) ?? [];
    expect(Number(first)).toBe(next);
    next = Number(last ?? first) + 1;
  }
  expect(next).toBe(41);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.at(-1)).toContain(
    `Sổ này có ${pages.length} trang, đánh số từ trang 01 đến trang ${String(pages.length).padStart(2, '0')}; ghi 40 hồ sơ, từ số 01 đến số 40.`,
  );
});

test('the workbook holds the columns and the cells of the screen', async () => {
  await using desk = await openDesk();
  for (let made = 0; made < 3; made += 1) await desk.clerk.cases.receive(reception());
  const columns = bookSets.thanhHoa;
  await desk.leader.books.saveColumns({ columns });
  const { path, count } = await desk.clerk.books.export({ year: 2025, volume: 1 });
  const shown = (await desk.clerk.books.view(2025))?.columns.filter((column) => column.shown) ?? [];
  expect(shown.map(({ head }) => head)).toContain('Họ tên chủ hồ sơ');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(desk.folder, path));
  const sheet = workbook.worksheets[0];
  const rowAt = (at: number) => shown.map((_, index) => cellText(sheet?.getCell(at, index + 1).value));
  // Head, motto, title and two lines under it.
  const at = 9;
  expect(rowAt(at)).toEqual(shown.map(({ group, head }) => (group === '' ? head : `${group}: ${head}`)));
  const { lines } = await desk.clerk.books.page({ year: 2025, volume: 1, from: 1 });
  expect(count).toBe(3);
  expect([1, 2, 3].map((row) => rowAt(at + row))).toEqual(
    lines.map((line) => shown.map(({ name }) => bookText(line, name, officeOfTests))),
  );
});

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('/');
  return value === null || value === undefined ? '' : String(value);
}

test("yesterday's prints of an open book are taken away, a closed one keeps its own", async () => {
  await using desk = await openDesk('2025-12-30T10:00');
  await desk.clerk.cases.receive(reception());
  const there = async (path = '') =>
    (await desk.counter.fetch(new Request(`http://counter${path}`), door)).ok;
  const [draft] = await desk.clerk.books.print({ year: 2025, volume: 1 });
  expect(await there(draft?.path)).toBe(true);
  desk.setTime('2025-12-31T16:00');
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const sweepAt = (officeTime: string) =>
    dropOldDrafts(db, desk.folder, Date.parse(`${officeTime}:00+07:00`));
  sweepAt('2025-12-31T16:00');
  expect(await there(draft?.path)).toBe(false);
  const [kept] = await desk.leader.books.close({ year: 2025 });
  desk.setTime('2026-01-15T16:00');
  await desk.clerk.cases.receive(reception());
  await desk.clerk.books.print({ year: 2026, volume: 1 });
  sweepAt('2026-01-17T16:00');
  expect(await there(kept?.path)).toBe(true);
  db.close();
});
