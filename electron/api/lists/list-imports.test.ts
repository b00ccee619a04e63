import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { readLimit } from '../../../shared/import-lists.ts';
import { type Desk, openDesk } from '../../../tests/desk.ts';

const door = { kind: 'loopback', device: 'window' } as const;

async function handIn(desk: Desk, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const reply = await desk.counter.fetch(
    new Request('http://counter/incoming', { method: 'PUT', body }),
    door,
  );
  return ((await reply.json()) as { file: string }).file;
}

/** The exported workbook, changed in some cells, handed in again. */
async function changed(
  desk: Desk,
  path: string,
  change: (sheet: exceljs.Worksheet) => void,
): Promise<string> {
  const reply = await desk.counter.fetch(new Request(`http://counter${path}`), door);
  const book = new exceljs.Workbook();
  await book.xlsx.load(await reply.arrayBuffer());
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('No sheet');
  change(sheet);
  return handIn(desk, new Uint8Array(await book.xlsx.writeBuffer()));
}

function rowOf(sheet: exceljs.Worksheet, text: string): exceljs.Row {
  let found: exceljs.Row | undefined;
  sheet.eachRow((row) => {
    if (Array.isArray(row.values) && row.values.includes(text)) found ??= row;
  });
  if (!found) throw new Error(`No row ${text}`);
  return found;
}

test('the catalogue goes out and comes back unchanged; what was edited becomes a new version', async () => {
  await using desk = await openDesk();
  const { path, count } = await desk.clerk.exports.catalogue();
  const same = await changed(desk, path, () => {});
  expect(await desk.clerk.imports.compareCatalogue({ file: same })).toEqual({
    added: [],
    changed: [],
    unchanged: count,
    bad: [],
  });
  const before = await desk.clerk.catalogue.get({ code: '1.004873' });
  const file = await changed(desk, path, (sheet) => {
    const row = rowOf(sheet, '1.004873');
    row.getCell(6).value = '2 ngày làm việc';
    row.getCell(7).value = 15_000;
    rowOf(sheet, '1.001193').getCell(6).value = 'lúc nào xong thì thôi';
    // Tiers by the page are no single amount.
    rowOf(sheet, '2.000815').getCell(7).value = 3000;
  });
  const preview = await desk.clerk.imports.compareCatalogue({ file });
  expect(preview.changed).toEqual([expect.stringContaining('thời hạn: 2 ngày làm việc, lệ phí: 15000')]);
  expect(preview.bad).toEqual([
    { row: expect.any(Number), why: expect.stringContaining('không đọc được') },
    { row: expect.any(Number), why: expect.stringContaining('có nhiều mức') },
  ]);
  await desk.clerk.imports.applyCatalogue({ file, effectiveFrom: '2025-05-01' });
  expect((await desk.clerk.catalogue.get({ code: '1.004873' })).version).toBe(before.version);
  desk.setTime('2025-05-05T09:00');
  expect(await desk.clerk.catalogue.get({ code: '1.004873' })).toMatchObject({
    version: before.version + 1,
    effectiveFrom: '2025-05-01',
    procedure: {
      timeLimit: { kind: 'workingDays', value: 2 },
      fee: {
        amountVnd: 15_000,
        rule: { items: [{ amountVnd: 15_000 }], exemptGroups: expect.arrayContaining(['poor']) },
      },
    },
  });
  const tiers = { items: [{ tiers: [{ amountVnd: 2000 }, { amountVnd: 1000 }], capVnd: 200_000 }] };
  expect((await desk.clerk.catalogue.get({ code: '2.000815' })).procedure.fee.rule).toMatchObject(tiers);
});

test('days off go out and come back as edits for the calendar; bad rows are told why, nothing is saved', async () => {
  await using desk = await openDesk();
  const { path, count } = await desk.clerk.exports.holidays({ year: 2025 });
  const same = await changed(desk, path, () => {});
  const none = { added: [], changed: [], unchanged: count, bad: [] };
  expect(await desk.leader.imports.readHolidays({ file: same })).toEqual(none);
  const file = await changed(desk, path, (sheet) => {
    const total = rowOf(sheet, `Tổng cộng: ${count} ngày`).number;
    rowOf(sheet, 'Nghỉ hoán đổi').getCell(5).value = '';
    sheet.insertRow(total, [0, '27/11/2025', '', 'Nghỉ lễ', 'Nghỉ phòng chống bão']);
    sheet.insertRow(total, [0, '31/02/2025', '', 'Nghỉ lễ', 'Sai ngày']);
    sheet.insertRow(total, [0, '2025-11-29', '', 'Làm bù', '', '2025-11-30']);
    sheet.insertRow(total, [0, '28/11/2025', '', 'Nghỉ chơi', 'Không có loại này']);
  });
  const read = await desk.leader.imports.readHolidays({ file });
  expect(read.added).toEqual([{ kind: 'holiday', date: '2025-11-27', name: 'Nghỉ phòng chống bão' }]);
  expect(read.changed).toEqual([]);
  expect(read.bad.map(({ why }) => why)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('Loại “Nghỉ chơi” không có'),
      expect.stringContaining('Ngày “31/02/2025” không đọc được'),
      'Ngày làm bù phải thay cho một ngày trong tuần',
      'Thiếu nội dung: tên ngày nghỉ',
    ]),
  );
  expect(read.bad).toHaveLength(4);
  // A whole list says of a day that is gone from it that it is worked again; the calendar previews just that.
  const shorter = await changed(desk, path, (sheet) => {
    sheet.spliceRows(rowOf(sheet, 'Quốc khánh').number, 1);
  });
  const { changed: edits } = await desk.leader.imports.readHolidays({ file: shorter });
  expect(edits).toEqual([{ kind: 'plain', date: expect.stringMatching(/^2025-09-0/) }]);
  const { version } = await desk.leader.calendar.year({ year: 2025 });
  const preview = await desk.leader.calendar.preview({ version, edits });
  expect(preview.changes).toMatchObject([{ date: edits[0] && 'date' in edits[0] ? edits[0].date : '' }]);
  await expect(desk.officer.imports.readHolidays({ file })).rejects.toThrow('notAllowed');
});

test('people come in by a list: new ones added, titles and roles changed, nobody taken out', async () => {
  await using desk = await openDesk();
  const { path } = await desk.clerk.exports.people();
  const file = await changed(desk, path, (sheet) => {
    rowOf(sheet, 'Quàng Văn Hùng').getCell(3).value = 'Công chức Tư pháp – Hộ tịch';
    const total = rowOf(sheet, 'Tổng cộng: 3 người').number;
    sheet.insertRow(total, [4, 'Lò Văn Mới', '', 'Cán bộ tiếp nhận']);
    sheet.insertRow(total, [5, 'Lò Văn Sai', '', 'Bảo vệ']);
  });
  const preview = await desk.clerk.imports.comparePeople({ file });
  expect(preview).toMatchObject({
    added: ['Lò Văn Mới'],
    changed: ['Quàng Văn Hùng: chức danh'],
    unchanged: 2,
    bad: [{ why: expect.stringContaining('Cán bộ tiếp nhận') }],
  });
  await desk.clerk.imports.applyPeople({ file });
  expect((await desk.clerk.session.current()).people.map(({ name, title }) => [name, title])).toEqual([
    ['Lò Thị Mai', ''],
    ['Quàng Văn Hùng', 'Công chức Tư pháp – Hộ tịch'],
    ['Cầm Văn Tuấn', ''],
    ['Lò Văn Mới', ''],
  ]);
  await expect(desk.officer.imports.applyPeople({ file })).rejects.toMatchObject({ message: 'notAllowed' });
  await expect(
    desk.clerk.imports.comparePeople({ file: await handIn(desk, new TextEncoder().encode('a;b\n1;2')) }),
  ).rejects.toMatchObject({ message: 'unreadableFile' });
});

test.each([
  ['3 ngày làm việc', { kind: 'workingDays', value: 3 }],
  ['40 ngày', { kind: 'days', value: 40 }],
  ['8 giờ làm việc', { kind: 'hours', value: 8 }],
  ['Trong ngày, mốc 15 giờ 00', { kind: 'sameDay', value: 0, cutoff: '15:00' }],
  ['Trong ngày, mốc 15 giờ', { kind: 'sameDay', value: 0, cutoff: '15:00' }],
  ['Trong ngày nếu nhận trước 15 giờ 30', { kind: 'sameDay', value: 0, cutoff: '15:30' }],
  ['Trong ngày (nhận trước 9:15)', { kind: 'sameDay', value: 0, cutoff: '09:15' }],
  ['Trong ngày', { kind: 'sameDay', value: 0 }],
  ['Giải quyết ngay', { kind: 'onTheSpot', value: 0 }],
  ['Chưa có thời hạn', { kind: 'none', value: 0 }],
  ['ba ngày', undefined],
])('a limit written as %j', (text, rule) => {
  expect(readLimit(text)).toEqual(rule);
});
