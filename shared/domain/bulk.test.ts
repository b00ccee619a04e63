import { expect, test } from 'vitest';
import { numberTwice } from './bulk.ts';

test('a number that stands before under another name is named, however it is written', () => {
  const rows = [
    { name: 'Lò Thị Hoa', idNumber: '014196010001' },
    { name: 'Quàng Văn Ón', idNumber: '014196 010.001' },
    { name: 'lo  thi hoa', idNumber: '014196010001' },
    { name: '', idNumber: '014196010001' },
    { name: 'Tòng Thị Diêu', idNumber: null },
    { name: 'Cầm Văn Pâng', idNumber: '' },
  ];
  expect(numberTwice(rows)).toEqual([undefined, 0, undefined, undefined, undefined, undefined]);
});
