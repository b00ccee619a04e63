import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { ListSheet } from '../../shared/list-sheet.ts';
import { listWorkbook } from './list-workbook.ts';

const sheet: ListSheet = {
  name: 'Danh sách hồ sơ',
  title: 'Danh sách hồ sơ đang giải quyết',
  subtitles: ['Nhận từ 01/04/2025 đến 24/04/2025', 'Đơn vị tính: hồ sơ'],
  office: { parentAgency: 'UBND thị trấn Ít Ong', name: 'Bộ phận Một cửa', place: 'Ít Ong' },
  madeOn: '2025-02-04',
  unit: 'hồ sơ',
  columns: [
    { head: 'Mã hồ sơ', width: 24, kind: 'code' },
    { head: 'Chủ hồ sơ', width: 26, kind: 'text' },
    { head: 'Nhận', width: 17, kind: 'time' },
    { head: 'Hẹn trả', width: 12, kind: 'date' },
    { head: 'Phí', width: 12, kind: 'money' },
  ],
  rows: [
    ['014196002187', 'Lường Thị Thu Hằng', '2025-04-24T09:15', '2025-04-28', 10_000],
    ['+84900', '=HYPERLINK("http://x")', '2025-04-24T23:59', null, null],
  ],
};

async function readBack(bytes: Uint8Array) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const read = book.getWorksheet('Danh sách hồ sơ');
  if (read === undefined) throw new Error('No sheet');
  return read;
}

test('the head is the one of official papers, in Times New Roman, A4 across with its heads on each page', async () => {
  const read = await readBack(await listWorkbook(sheet));
  expect(read.getCell('A1').value).toBe('UBND THỊ TRẤN ÍT ONG');
  expect(read.getCell('D1').value).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(read.getCell('D2').value).toBe('Độc lập - Tự do - Hạnh phúc');
  expect(read.getCell('D3').value).toBe('Ít Ong, ngày 04 tháng 02 năm 2025');
  expect(read.getCell('A5').value).toBe('DANH SÁCH HỒ SƠ ĐANG GIẢI QUYẾT');
  expect(read.getCell('A6').value).toBe('Nhận từ 01/04/2025 đến 24/04/2025');
  expect(read.getCell('A5').font.name).toBe('Times New Roman');
  const { paperSize, orientation, printTitlesRow, fitToWidth, fitToHeight } = read.pageSetup;
  expect({ paperSize, orientation, printTitlesRow, fitToWidth, fitToHeight }).toEqual({
    paperSize: 9,
    orientation: 'landscape',
    printTitlesRow: '9:9',
    fitToWidth: 1,
    fitToHeight: 0,
  });
  expect(read.headerFooter.oddFooter).toContain('&P/&N');
});

test('days are days, numbers numbers, codes and what looks like a formula are text', async () => {
  const read = await readBack(await listWorkbook(sheet));
  expect((read.getRow(9).values as unknown[]).slice(1)).toEqual([
    'TT',
    ...sheet.columns.map(({ head }) => head),
  ]);
  const [first, second] = [read.getRow(10), read.getRow(11)];
  expect(first.getCell(1).value).toBe(1);
  expect(first.getCell(2).value).toBe('014196002187');
  expect(first.getCell(2).numFmt).toBe('@');
  expect(first.getCell(4).value).toEqual(new Date('2025-04-24T09:15:00Z'));
  expect(first.getCell(5).value).toEqual(new Date('2025-04-28T00:00:00Z'));
  expect(first.getCell(6).value).toBe(10_000);
  expect(second.getCell(2).value).toBe('+84900');
  expect(second.getCell(3).value).toBe('=HYPERLINK("http://x")');
  expect(second.getCell(3).type).toBe(exceljs.ValueType.String);
  expect(second.getCell(4).value).toEqual(new Date('2025-04-24T23:59:00Z'));
});

test('the foot counts the rows and leaves room for two signatures', async () => {
  const read = await readBack(await listWorkbook(sheet));
  expect(read.getCell('A12').value).toBe('Tổng cộng: 2 hồ sơ');
  const words = read.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : []));
  expect(words).toContain('Nơi nhận:');
  expect(words).toContain('NGƯỜI LẬP BIỂU');
  expect(words).toContain('THỦ TRƯỞNG ĐƠN VỊ');
});
