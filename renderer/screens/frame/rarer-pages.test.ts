import { expect, test } from 'vitest';
import { findPages, rarerPages } from './rarer-pages.ts';

const ofClerk = rarerPages(['clerk', 'administrator']);
const ofLeader = rarerPages(['leader']);

test.each([
  ['chot', ['/chot-ca']],
  ['Đánh giá', ['/danh-gia/nhap-phieu']],
  ['danh gia', ['/danh-gia/nhap-phieu']],
  ['kiến', ['/phan-anh']],
  ['giờ đông', ['/hang-doi']],
  ['thu phí', ['/thu-phi']],
  ['ien nghi', []],
  ['p', []],
])('“%s” finds %o', (typed, found) => {
  expect(findPages(ofClerk, typed).map(({ to }) => to)).toEqual(found);
});

test('the leader goes to the figures, everybody else to the paper', () => {
  expect(findPages(ofLeader, 'đánh giá')).toEqual([{ to: '/danh-gia', label: 'Đánh giá' }]);
  expect(rarerPages([])).not.toContainEqual(expect.objectContaining({ to: '/danh-gia' }));
});
