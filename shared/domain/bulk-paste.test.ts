import { describe, expect, test } from 'vitest';
import { readPaste } from './bulk-paste.ts';

describe('a table pasted from a spreadsheet', () => {
  test('columns are known by their heads, in any order', () => {
    const text =
      'STT\tSố CCCD\tHọ và tên\tĐiện thoại\tĐịa chỉ\tNgày sinh\n1\t014196002187\tLò Thị Mai\t0900000214\tBản Hua Nặm\t12/09/1996\n';
    expect(readPaste(text).rows).toEqual([
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
    expect(readPaste(text).rows).toMatchObject([
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
    expect(readPaste(text).rows).toMatchObject([{ idNumber: '014196002187', phone: '0900000214' }]);
  });

  test('one column of names is names; nothing is nothing', () => {
    expect(readPaste('Lò Thị Mai\nQuàng Văn Ón').rows.map(({ name }) => name)).toEqual([
      'Lò Thị Mai',
      'Quàng Văn Ón',
    ]);
    expect(readPaste('\n\n')).toEqual({ rows: [], left: [] });
  });

  test.each(['Số ĐDCN', 'ĐDCN', 'Số định danh', 'Mã định danh', 'Số CC', 'Căn cước', 'Số thẻ căn cước'])(
    'the number stands under %s',
    (head) => {
      const text = `Họ tên học sinh\t${head}\nLò Thị Mai\t014196002187`;
      expect(readPaste(text)).toMatchObject({
        rows: [{ name: 'Lò Thị Mai', idNumber: '014196002187' }],
        left: [],
      });
    },
  );

  test.each(['Họ tên học sinh', 'Tên học sinh', 'Họ và tên con', 'Học sinh', 'Họ, tên', 'HỌ VÀ TÊN'])(
    '%s alone is a head, and what stands beside it is named',
    (head) => {
      const { rows, left } = readPaste(`STT\t${head}\tLớp\n1\tLò Thị Mai\t6A\n2\tQuàng Văn Ón\t6B`);
      expect(rows.map(({ name }) => name)).toEqual(['Lò Thị Mai', 'Quàng Văn Ón']);
      expect(left).toEqual(['Lớp']);
    },
  );

  test('a line of values is no head, though one of them reads like it', () => {
    expect(readPaste('Lò Thị Mai\tCấp căn cước\nQuàng Văn Ón\tCấp lại').rows).toHaveLength(2);
    expect(readPaste('Lò Thị Mai\tThường trú\nQuàng Văn Ón\tThường trú').rows).toHaveLength(2);
    expect(readPaste('Tên\t014196002187\nLò Thị Mai\t014196002188').rows).toHaveLength(2);
  });

  test('a column that cannot be guessed is named by its place; a second one of a kind is named too', () => {
    expect(readPaste('Lò Thị Mai\t7,5\nQuàng Văn Ón\t8').left).toEqual(['thứ 2']);
    expect(readPaste('Họ tên\tGhi chú\tGhi chú\nLò Thị Mai\ta\tb').left).toEqual(['Ghi chú']);
  });
});
