import { expect, test } from 'vitest';
import { marksOf } from './own-data.ts';
import { withoutOwn, withoutSpelledNames } from './own-words.ts';

const own = marksOf([
  { name: 'Xa Thị Hoài Phương', idNumber: '014196009999', phone: '0912345999', email: 'phuong@example.vn' },
  { name: 'Lan', idNumber: null, phone: null },
]);

test.each([
  ['Tôi là Xa Thị Hoài Phương, số 014196009999, ĐT 0912345999', 'Tôi là ***, số ***, ĐT ***'],
  ['xa thi  hoai PHƯƠNG gọi 0912.345.999 hoặc +84 912 345 999', '*** gọi *** hoặc ***'],
  ['Thư gửi PHUONG@example.vn', 'Thư gửi ***'],
  ['Xa Thị Hoài đến cùng chị Lan, ĐT 09123459990', 'Xa Thị Hoài đến cùng chị Lan, ĐT 09123459990'],
  ['Xin xóa dữ liệu', 'Xin xóa dữ liệu'],
])('%s', (said, left) => {
  expect(withoutOwn(said, own)).toBe(left);
});

test('who did it and codes of the office stay', () => {
  const event = { kind: 'received', code: 'DL-2026-0001', by: { id: 1, name: 'Xa Thị Hoài Phương' } };
  expect(withoutOwn({ ...event, asker: { name: 'Xa Thị Hoài Phương' } }, own)).toEqual({
    ...event,
    asker: { name: '***' },
  });
});

test('in words that speak of others too, a name with other accents is somebody else', () => {
  const said = 'bà Xa Thị Hoài Phượng, xa thi hoai phuong, XA THỊ HOÀI PHƯƠNG';
  expect(withoutSpelledNames(said, own)).toBe('bà Xa Thị Hoài Phượng, ***, ***');
});
