import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { recogniseTable, type TableRow } from '../../shared/domain/import-heads.ts';
import { readRows, type TableKind } from './read-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(bytes: Uint8Array, kind: TableKind): Promise<TableRow[]> {
  const path = join(folder, `file.${kind}`);
  writeFileSync(path, bytes);
  const rows: TableRow[] = [];
  for await (const row of readRows(path, kind)) rows.push(row);
  return rows;
}

const lines = [
  'SỔ THEO DÕI',
  'Mã hồ sơ;Tên cá nhân, tổ chức;Địa chỉ, số điện thoại;Ngày nhận',
  'H1;Lò Thị Đào;"Tổ 3; bản A";01/02/2024',
];
const text = lines.join('\r\n');

test.each([
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-8', Buffer.from(text)],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
])('a CSV file in %s reads the same', async (_, bytes) => {
  expect(await read(bytes, 'csv')).toEqual([
    { row: 1, cells: ['SỔ THEO DÕI'] },
    { row: 2, cells: ['Mã hồ sơ', 'Tên cá nhân, tổ chức', 'Địa chỉ, số điện thoại', 'Ngày nhận'] },
    { row: 3, cells: ['H1', 'Lò Thị Đào', 'Tổ 3; bản A', '01/02/2024'] },
  ]);
});

test.each([[';'], [','], ['\t']])('cells may stand apart by %j', async (sign) => {
  const rows = await read(
    Buffer.from(`Mã hồ sơ${sign}Chủ hồ sơ${sign}Ngày nhận\nH1${sign}Lò Văn An${sign}01/02/2024`),
    'csv',
  );
  expect(rows[1]?.cells).toEqual(['H1', 'Lò Văn An', '01/02/2024']);
});

test('the code page of older Vietnamese programs keeps its tones', async () => {
  // "Họ tên" in windows-1258: o with dot below is o and a mark of its own.
  const bytes = Buffer.from([0x48, 0x6f, 0xf2, 0x20, 0x74, 0xea, 0x6e]);
  expect((await read(bytes, 'csv'))[0]?.cells).toEqual(['Họ tên'.normalize('NFC')]);
});

test.each([true, false])(
  'no letter of a long workbook is lost, shared strings %s',
  async (useSharedStrings) => {
    const path = join(folder, `long-${useSharedStrings}.xlsx`);
    const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings });
    const sheet = book.addWorksheet('Sổ');
    const name = (n: number) => `Nguyễn Thị Đăng ký thường trú ở bản Ỏ ${'ế'.repeat(n % 7)} ${n}`;
    const total = 20_000;
    for (let n = 0; n < total; n++) sheet.addRow([`H${n}`, name(n)]).commit();
    await book.commit();
    let n = 0;
    for await (const { cells } of readRows(path, 'xlsx')) {
      expect(cells[1]).toBe(name(n));
      n += 1;
    }
    expect(n).toBe(total);
  },
);

test('a workbook gives days, numbers, results of formulas, and its merged heads', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Sổ 2024');
  sheet.addRow(['ỦY BAN NHÂN DÂN']);
  sheet.addRow([]);
  sheet.addRow(['STT', 'Mã hồ sơ', 'Chủ hồ sơ', 'Ngày, tháng, năm', null]);
  sheet.addRow([null, null, null, 'Nhận hồ sơ', 'Hẹn trả']);
  sheet.mergeCells('D3:E3');
  sheet.addRow([
    1,
    'H1',
    { richText: [{ text: 'Lò ' }, { text: 'Văn An' }] },
    new Date('2024-02-01T00:00:00Z'),
    { formula: '1+1', result: 45_352 },
  ]);
  const rows = await read(new Uint8Array(await book.xlsx.writeBuffer()), 'xlsx');
  expect(rows.at(-1)).toEqual({ row: 5, cells: [1, 'H1', 'Lò Văn An', '2024-02-01T00:00', 45_352] });
  expect(recogniseTable(rows)).toMatchObject({
    headRow: 3,
    firstRow: 5,
    columns: ['serial', 'caseCode', 'applicant', 'receivedOn', 'dueOn'],
  });
});
