import { describe, expect, test } from 'vitest';
import { readPaste } from './bulk-paste.ts';

describe('a table pasted from a spreadsheet', () => {
  test('columns are known by their heads, in any order', () => {
    const text =
      'STT\tSố CCCD\tHọ và tên\tĐiện thoại\tĐịa chỉ\tNgày sinh\n1\t014196002187\tLò Thị Mai\t0900000214\tBản Hua Nặm\t12/09/1996\n';
    expect(readPaste(text)).toEqual([
      {
        name: 'Lò Thị Mai',
        idNumber: '014196002187',
        birthOn: '12/09/1996',
        phone: '0900000214',
        address: 'Bản Hua Nặm',
        note: '',
        procedure: '',
      },
    ]);
  });

  test('without a head, by what stands in them; the running number is left out', () => {
    const text =
      '1\tLò Thị Mai\t12/09/1996\t014196002187\tBản Hua Nặm\t0900 000 214\r\n2\tQuàng Văn Ón\t\t\tTiểu khu 3\t\r\n';
    expect(readPaste(text)).toMatchObject([
      {
        name: 'Lò Thị Mai',
        birthOn: '12/09/1996',
        idNumber: '014196002187',
        address: 'Bản Hua Nặm',
        phone: '0900 000 214',
      },
      { name: 'Quàng Văn Ón', address: 'Tiểu khu 3', phone: '' },
    ]);
  });

  test('a zero that the spreadsheet dropped comes back', () => {
    const text = 'Họ tên\tCCCD\tSĐT\nLò Thị Mai\t14196002187\t900000214';
    expect(readPaste(text)).toMatchObject([{ idNumber: '014196002187', phone: '0900000214' }]);
  });

  test('one column of names is names; nothing is nothing', () => {
    expect(readPaste('Lò Thị Mai\nQuàng Văn Ón').map(({ name }) => name)).toEqual([
      'Lò Thị Mai',
      'Quàng Văn Ón',
    ]);
    expect(readPaste('\n\n')).toEqual([]);
  });
});
