import { expect, test } from 'vitest';
import { mentionsOf, namesAnother, withoutMentions } from './household-name.ts';

const names = ['Xa Thị Hoài Phương', 'Xa Văn Bản', 'Lo Thi Ban'];
const without = (text: string) => withoutMentions(text, mentionsOf(text, names));

test('a person is named by the whole name or its end behind a form of address, with its accents', () => {
  for (const [text, left] of [
    ['Nhà ông Đôi, phường Tô Hiệu', 'Nhà ông Đôi, phường Tô Hiệu'],
    ['Nhà ông Đôi, xã Bản Lầm', 'Nhà ông Đôi, xã Bản Lầm'],
    ['Nhà bản Mới', 'Nhà bản Mới'],
    ['nhà chị Phượng', 'nhà chị Phượng'],
    ['Nhà chị Phương Anh', 'Nhà chị Phương Anh'],
    ['nha chi phuong anh', 'nha chi phuong anh'],
    ['Nhà chị Phương', 'Nhà chị ***'],
    ['Nhà chị Hoài Phương, bản Nậm Khạ', 'Nhà chị ***, bản Nậm Khạ'],
    ['Nhà ông Đôi, chị Phương', 'Nhà ông Đôi, chị ***'],
    ['Hộ bà Xa Thị Hoài Phương', 'Hộ bà ***'],
    ['XA THỊ HOÀI PHƯƠNG', '***'],
    ['nha chi phuong', 'nha chi ***'],
    ['Hoài Phương (tổ 3)', '*** (tổ 3)'],
    ['Phương', '***'],
    ['Cô Lò Thị Bản', 'Cô ***'],
  ])
    expect(without(text ?? '')).toBe(left);
});

test('words that name anybody besides are not one person’s alone', () => {
  const isShared = (text: string) => namesAnother(text, mentionsOf(text, names));
  for (const text of ['Nhà ông Đôi, chị Phương', 'chị Phương, Quàng Văn Đôi', 'nhà chị Phương, ông đôi'])
    expect([text, isShared(text)]).toEqual([text, true]);
  for (const text of ['Nhà chị Phương, bản Nậm Khạ', 'Hộ bà Xa Thị Hoài Phương, tổ 3', 'Gia đình cô Phương'])
    expect([text, isShared(text)]).toEqual([text, false]);
});
