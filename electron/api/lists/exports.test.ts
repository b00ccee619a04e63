import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';
import { entriesOf } from '../../register/journal.ts';

async function sheetOf(desk: Desk, path: string): Promise<exceljs.Worksheet> {
  const reply = await desk.counter.fetch(new Request(`http://counter${path}`), {
    kind: 'loopback',
    device: 'window',
  });
  expect(reply.headers.get('content-type')).toContain('spreadsheetml');
  expect(reply.headers.get('content-disposition')).toBe('attachment');
  const book = new exceljs.Workbook();
  await book.xlsx.load(await reply.arrayBuffer());
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error('No sheet');
  return sheet;
}

const tableOf = (sheet: exceljs.Worksheet) => {
  const rows = (sheet.getSheetValues() as unknown[][]).filter(Boolean).map((row) => row.slice(1));
  const from = rows.findIndex(([first]) => first === 'TT');
  const to = rows.findIndex(([first]) => String(first).startsWith('Tổng cộng'));
  return { heads: rows[from], rows: rows.slice(from + 1, to), total: rows[to]?.[0] };
};

const columns = ['caseCode', 'applicantName', 'dueAt', 'status', '__check__'];

test('the workbook of a list holds the rows of its view and filter, in its order and columns', async () => {
  await using desk = await openDesk();
  for (const name of ['Lò Văn An', 'Lò Văn Bình', 'Lò Thị Cúc', 'Lò Thị Đào']) {
    await desk.clerk.cases.receive(reception({ name }));
  }
  const question = { view: 'open', sort: 'applicantName', direction: 'asc' } as const;
  const { rows: seen } = await desk.clerk.cases.list({ ...question, filter: { channel: 'direct' } });
  const file = await desk.clerk.exports.cases({
    ...question,
    filter: { channel: 'direct' },
    columns,
    conditions: ['Kênh: Trực tiếp'],
  });
  expect(file).toMatchObject({ fileName: 'Danh sách hồ sơ 2025-04-24.xlsx', count: 4 });
  const sheet = await sheetOf(desk, file.path);
  expect(sheet.getCell('A5').value).toBe('DANH SÁCH HỒ SƠ: ĐANG GIẢI QUYẾT');
  expect(sheet.getCell('A6').value).toBe('Kênh: Trực tiếp');
  const table = tableOf(sheet);
  expect(table.heads).toEqual(['TT', 'Mã hồ sơ', 'Chủ hồ sơ', 'Hẹn trả', 'Trạng thái']);
  expect(table.rows).toEqual(
    seen.map(({ caseCode, applicantName, dueAt }, index) => [
      index + 1,
      caseCode,
      applicantName,
      new Date(`${dueAt}:00Z`),
      'Được tiếp nhận',
    ]),
  );
  expect(table.total).toBe('Tổng cộng: 4 hồ sơ');
});

test('that a list was taken out is in the journal, without anybody it is about', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  await desk.clerk.exports.cases({ view: 'all', columns });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const [entry] = entriesOf(db, 'list:cases');
  db.close();
  expect(entry).toMatchObject({ kind: 'list.exported', data: { list: 'cases', count: 1 } });
  expect(JSON.stringify(entry)).not.toContain('Lường');
});

test('catalogue, holidays and people are lists too', async () => {
  await using desk = await openDesk();
  const catalogue = tableOf(await sheetOf(desk, (await desk.clerk.exports.catalogue()).path));
  expect(catalogue.rows.length).toBe((await desk.clerk.catalogue.list()).length);
  const holidays = tableOf(await sheetOf(desk, (await desk.clerk.exports.holidays({ year: 2025 })).path));
  expect(holidays.rows.map(([, day]) => day)).toContainEqual(new Date('2025-05-01T00:00:00Z'));
  const people = tableOf(await sheetOf(desk, (await desk.clerk.exports.people()).path));
  expect(people.rows.map(([, name]) => name)).toEqual(['Lò Thị Mai', 'Quàng Văn Hùng', 'Cầm Văn Tuấn']);
});
