import { expect, test } from 'vitest';
import { findPages, namedPages, rarerPages } from './rarer-pages.ts';

const ofClerk = rarerPages(['clerk', 'administrator']);
const ofLeader = rarerPages(['leader']);

test.each([
  ['chot', ['/chot-ca']],
  ['Đánh giá', ['/danh-gia/nhap-phieu']],
  ['danh gia', ['/danh-gia/nhap-phieu']],
  ['kiến', ['/phan-anh']],
  ['giờ đông', ['/hang-doi']],
  ['thu phí', ['/thu-phi']],
  ['lanh', ['/lanh-dao']],
  ['ien nghi', []],
  ['p', []],
])('“%s” finds %o', (typed, found) => {
  expect(findPages(ofClerk, typed).map(({ to }) => to)).toEqual(found);
});

test('what the rail has no place for is found by its name; only who is no leader types in paper', () => {
  expect(findPages(ofLeader, 'đánh giá')).toEqual([]);
  expect(findPages(ofLeader, 'cài đặt')).toEqual([{ to: '/cai-dat', label: 'Cài đặt' }]);
  expect(rarerPages(['cashier'])).not.toContainEqual(expect.objectContaining({ to: '/danh-gia' }));
});

test.each([
  ['người', ['/nguoi-dan', '/cai-dat#nguoi', '/cai-dat#man-hinh']],
  ['nguoi', ['/nguoi-dan', '/cai-dat#nguoi', '/cai-dat#man-hinh']],
  ['mạng', ['/cai-dat#mang']],
  ['mã hóa', ['/cai-dat#ma-hoa']],
])('“%s” finds the parts of the settings too: %o', (typed, found) => {
  expect(findPages(namedPages(['leader']), typed).map(({ to }) => to)).toEqual(found);
});
