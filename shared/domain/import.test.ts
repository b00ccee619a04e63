import { describe, expect, test } from 'vitest';
import { guessColumns, recogniseTable } from './import-heads.ts';
import { type RowContext, understandRow } from './import-rows.ts';
import { readStatus } from './import-status.ts';
import {
  dayOrderOf,
  readDay,
  readFullOnline,
  readIdNumber,
  readPhone,
  readYesNo,
  splitAddressPhone,
} from './import-values.ts';

describe('days', () => {
  test.each([
    ['1/3/2024', '2024-03-01', null],
    ['09:15 01/03/2024', '2024-03-01', '09:15'],
    ['01/03/2024 9h05', '2024-03-01', '09:05'],
    ['T6 01/03/2024', '2024-03-01', null],
    ['2024-03-01T09:15', '2024-03-01', '09:15'],
    ['01032024', '2024-03-01', null],
    ['1.3.24', '2024-03-01', null],
    ['ngày 1 tháng 3 năm 2024', '2024-03-01', null],
    [45_352, '2024-03-01', null],
    [45_352.5, '2024-03-01', '12:00'],
  ])('%s is %s %s', (cell, day, time) => {
    expect(readDay(cell, 'dayFirst')).toEqual({ day, time });
  });

  test.each([['31/02/2024'], ['13/13/2024'], ['hôm qua'], [12], ['25:61 01/03/2024']])(
    '%s is no day',
    (cell) => {
      expect(readDay(cell, 'dayFirst')).toBeUndefined();
    },
  );

  test('the month stands first only where nothing else can be meant', () => {
    expect(dayOrderOf(['03/14/2024', '01/02/2024'])).toBe('monthFirst');
    expect(dayOrderOf(['03/14/2024', '14/03/2024'])).toBe('dayFirst');
    expect(dayOrderOf(['01/02/2024'])).toBe('dayFirst');
    expect(readDay('03/14/2024', 'monthFirst')?.day).toBe('2024-03-14');
  });
});

test('numbers get back the zero that Excel took', () => {
  expect(readPhone(912345678)).toBe('0912345678');
  expect(readPhone('+84 912 345 678')).toBe('0912345678');
  expect(readPhone('12')).toBeUndefined();
  expect(readIdNumber(14196002187)).toBe('014196002187');
  expect(splitAddressPhone('Tổ 3, phường A, ĐT: 0912.345.678')).toEqual({
    address: 'Tổ 3, phường A',
    phone: '0912345678',
  });
});

test.each([
  ['x', true],
  ['✓', true],
  ['Có', true],
  ['Đã số hóa', true],
  ['03/04/2024', true],
  ['', null],
  ['Chưa rõ', null],
  ['Không rõ', null],
  ['-', false],
  ['0', false],
  ['Chưa', false],
  ['Không', false],
  ['Xem ghi chú', null],
])('a tick %j means %s', (cell, told) => {
  expect(readYesNo(cell)).toBe(told);
});

test('the level of a public service is from end to end, less, or not told', () => {
  const cells = ['DVC trực tuyến toàn trình', 'Mức độ 4', 'Một phần', 'Mức 3', '', 'Đất đai'];
  expect(cells.map(readFullOnline)).toEqual([true, true, false, false, null, null]);
});

test.each([
  ['Đã trả kết quả', 'returned'],
  ['Đã có KQ, chờ trả', 'resolved'],
  ['Đang giải quyết', 'processing'],
  ['Yêu cầu bổ sung', 'awaitingSupplement'],
  ['Công dân rút hồ sơ', 'withdrawn'],
  ['Từ chối tiếp nhận', 'rejected'],
  ['Đúng hạn', null],
  ['', null],
])('the words %j mean %s', (words, status) => {
  expect(readStatus(words)?.status).toBe(status);
});

test('words that mean nothing are no status', () => {
  expect(readStatus('abc xyz')).toBeUndefined();
});

describe('heads', () => {
  test('the number of an invoice is no making digital', () => {
    expect(guessColumns(['Số hóa đơn', 'Số hóa', 'Kết quả điện tử'])).toEqual([
      null,
      'digitised',
      'electronicResult',
    ]);
  });

  test('a column has one field, a field one column', () => {
    expect(guessColumns(['Ngày nhận', 'Ngày nhận hồ sơ', 'Ghi chú', 'Ghi chú'])).toEqual([
      'receivedOn',
      null,
      'note',
      null,
    ]);
  });

  test('a title right above the heads is no group of theirs', () => {
    const shape = recogniseTable([
      { row: 1, cells: ['SỔ THEO DÕI HỒ SƠ NĂM 2024'] },
      { row: 2, cells: ['STT', 'Mã hồ sơ', 'Chủ hồ sơ', 'Ngày nhận'] },
      { row: 3, cells: ['(1)', '(2)', '(3)', '(4)'] },
      { row: 4, cells: [1, 'H1', 'Lò Văn An', '01/02/2024'] },
    ]);
    expect(shape).toMatchObject({
      headRow: 2,
      firstRow: 4,
      heads: ['STT', 'Mã hồ sơ', 'Chủ hồ sơ', 'Ngày nhận'],
    });
  });
});

describe('rows', () => {
  const context: RowContext = {
    columns: ['caseCode', 'applicant', 'receivedOn', 'dueOn', 'returnedOn', 'status', 'procedure'],
    dayOrder: 'dayFirst',
    today: '2025-04-24',
    procedureOf: (_, name) => ({ code: '', name }),
  };
  const read = (...cells: (string | number | null)[]) => understandRow({ row: 9, cells }, context);
  const kinds = (...cells: (string | number | null)[]) => {
    const row = read(...cells);
    return row === null || row.isGood ? row : row.faults.map(({ field, kind }) => `${field} ${kind}`);
  };

  test('every fault of a row is told, not the first alone', () => {
    expect(kinds(null, '123 !', '31/02/2024', null, '01/01/2030', 'lung tung', 'x')).toEqual([
      'receivedOn day',
      'returnedOn future',
      'caseCode required',
      'applicant personName',
      'status status',
    ]);
    expect(kinds('H 1', 'Lò Văn An', '05/02/2024', '01/02/2024', null, '', 'x')).toEqual(['dueOn order']);
    expect(read('H 1', 'Lò Văn An', '05/02/2024', '01/02/2024', null, '', 'x')).toMatchObject({
      faults: [{ text: '01/02/2024', after: { field: 'receivedOn', text: '05/02/2024' } }],
    });
  });

  test('empty lines and totals are no rows', () => {
    expect(read(null, null, null)).toBeNull();
    expect(read('Tổng cộng')).toBeNull();
  });

  test('an organisation is told from a citizen', () => {
    const kindOf = (name: string) => {
      const row = read('H1', name, '01/02/2024', null, null, '', 'x');
      return row?.isGood ? row.value.applicant.kind : row;
    };
    expect(kindOf('Công ty TNHH Sông Đà 9')).toBe('organisation');
    expect(kindOf('Trường Mầm non Hoa Ban')).toBe('organisation');
    expect(kindOf('Lò Thị Đào')).toBe('citizen');
  });
});
